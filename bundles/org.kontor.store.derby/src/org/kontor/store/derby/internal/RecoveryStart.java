// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.kontor.core.problem.ProblemException;
import org.kontor.store.database.DurableFiles;
import org.kontor.store.database.FileProblems;
import org.kontor.store.database.TemporaryFolder;

/**
 * Starts a database that Derby itself would not start any more, though nothing of it is lost. A power cut or a kill can leave two such
 * states:
 * <p>
 * The newest file of the log ends within its header. Derby takes a new file into use only when the header is on the disk, so nothing is in
 * such a file, and it is removed.
 * <p>
 * The log's control files name a checkpoint that is not in the log. When Derby has recovered, it names its new checkpoint before that has
 * reached the log. So the control files are copied before each start. A start that fails is tried again with the copies of those starts
 * before it that did not come to an end, the newest first: a recovery from an earlier checkpoint leads to the same pages. A start that
 * succeeds takes the copies away.
 * <p>
 * Either cure waits until Derby has refused the database as damaged: it takes the lock before it looks, so nobody else is at work there.
 */
final class RecoveryStart {

    private static final List<String> CONTROL_FILES = List.of("log.ctrl", "logmirror.ctrl");
    /** What either state looks like; other refusals have other reasons. */
    private static final String CURABLE = "database.damaged";

    /** Behind the format and an obsolete version: the checkpoint, the number of its log file in the upper half. */
    private static final int INSTANT_AT = 2 * Integer.BYTES;
    private static final Pattern LOG_FILE = Pattern.compile("log(\\d{1,18})\\.dat");

    /** The format, an obsolete version, the number of the file, and where the one before ends. */
    private static final int LOG_HEADER = 2 * Integer.BYTES + 2 * Long.BYTES;

    private final Path database;
    private final Path log;
    private final Path copies;

    /**
     * @param database the folder of a database that nobody has open
     */
    RecoveryStart(final Path database) {
        this.database = database;
        this.log = database.resolve("log");
        this.copies = database.resolve("recovery");
    }

    /**
     * Starts the database.
     *
     * @param start what starts it
     * @throws ProblemException what {@code start} threw first, where no attempt succeeded
     */
    void run(final Runnable start) {
        try {
            final byte[] present = control();
            if (present.length > 0 && Files.isWritable(log)) {
                keep(present);
            }
            try {
                start.run();
            } catch (ProblemException failure) {
                if (!CURABLE.equals(failure.problem().code())) {
                    throw failure;
                }
                startAgain(start, present, failure);
            }
            TemporaryFolder.discard(copies);
        } catch (IOException failure) {
            throw FileProblems.of(failure, database).asException(failure);
        }
    }

    private void startAgain(final Runnable start, final byte[] present, final ProblemException failure) throws IOException {
        if (removeUnfinishedLogFile() && starts(start, failure)) {
            return;
        }
        boolean changed = false;
        for (final Path point : points().reversed()) {
            final byte[] control = Files.readAllBytes(point);
            if (Arrays.equals(control, present) || !hasLog(control)) {
                continue;
            }
            put(control);
            changed = true;
            if (starts(start, failure)) {
                return;
            }
        }
        if (changed && present.length > 0) {
            put(present);
        }
        throw failure;
    }

    private static boolean starts(final Runnable start, final ProblemException failure) {
        try {
            start.run();
            return true;
        } catch (ProblemException again) {
            failure.addSuppressed(again);
            return false;
        }
    }

    /** The only file of a log is never removed: what is missing there is not known. */
    private boolean removeUnfinishedLogFile() throws IOException {
        final NavigableMap<Long, Path> files = logFiles();
        if (files.isEmpty() || !files.containsKey(files.lastKey() - 1) || Files.size(files.lastEntry().getValue()) > LOG_HEADER) {
            return false;
        }
        Files.delete(files.lastEntry().getValue());
        return true;
    }

    private NavigableMap<Long, Path> logFiles() throws IOException {
        final var numbered = new TreeMap<Long, Path>();
        try (var files = Files.list(log)) {
            files.forEach(file -> {
                final var name = LOG_FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    numbered.put(Long.parseLong(name.group(1)), file);
                }
            });
        }
        return numbered;
    }

    private void keep(final byte[] present) throws IOException {
        final List<Path> points = points();
        if (!points.isEmpty() && Arrays.equals(present, Files.readAllBytes(points.getLast()))) {
            return;
        }
        if (points.isEmpty() && Files.notExists(copies)) {
            DurableFiles.createFolder(copies);
        }
        DurableFiles.write(copies.resolve(Integer.toString(points.isEmpty() ? 1 : number(points.getLast()) + 1)), present);
    }

    /** Both control files, one behind the other; nothing where they are not both there in one length, which is for Derby to judge. */
    private byte[] control() throws IOException {
        final var both = new ByteArrayOutputStream();
        for (final String name : CONTROL_FILES) {
            if (Files.isRegularFile(log.resolve(name))) {
                both.write(Files.readAllBytes(log.resolve(name)));
            }
        }
        return Files.isRegularFile(log.resolve(CONTROL_FILES.getFirst())) && both.size() == 2 * Files.size(log.resolve(CONTROL_FILES.getFirst()))
                ? both.toByteArray() : new byte[0];
    }

    /** Whether the log reaches back to a point; where it does not, Derby must not be led to begin a new one. */
    private boolean hasLog(final byte[] control) {
        return control.length >= INSTANT_AT + Long.BYTES
                && Files.exists(log.resolve("log" + (ByteBuffer.wrap(control).getLong(INSTANT_AT) >>> Integer.SIZE) + ".dat"));
    }

    private void put(final byte[] control) throws IOException {
        final int length = control.length / CONTROL_FILES.size();
        for (int i = 0; i < CONTROL_FILES.size(); i++) {
            DurableFiles.write(log.resolve(CONTROL_FILES.get(i)), Arrays.copyOfRange(control, i * length, (i + 1) * length));
        }
    }

    /** Oldest first. */
    private List<Path> points() throws IOException {
        if (Files.notExists(copies)) {
            return List.of();
        }
        try (var files = Files.list(copies)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(RecoveryStart::number)).toList();
        }
    }

    private static int number(final Path point) {
        return Integer.parseInt(point.getFileName().toString());
    }
}
