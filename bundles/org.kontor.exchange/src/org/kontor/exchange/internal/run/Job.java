// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.kontor.core.id.Ids;
import org.kontor.core.problem.Problem;
import org.kontor.exchange.internal.Messages;
import org.kontor.exchange.internal.read.SourceFile;
import org.kontor.model.ImportJob;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * The record of an import, written and updated in the same change sets as its rows: how far it is therefore always says exactly which rows
 * are stored, and an undo takes it away with them.
 *
 * @param id        the job's identifier
 * @param operation what all its change sets belong to
 * @param source    the bits that the identifiers of its records begin with
 * @param done      how many rows of the file are dealt with
 * @param before    the earlier import of the same file that this one repeats or continues; empty where there is none
 * @param attempt   how often the file was ended before: once more each time that other choices give its refused rows another chance
 * @param open      from the second attempt on, the rows that it is about; the others were taken before and stay
 * @param refused   the rows of this attempt that were refused up to {@code done}
 */
record Job(UUID id, UUID operation, long source, long done, Optional<Before> before, int attempt, Optional<RowRanges> open, RowRanges refused) {

    private static final int MAX_MAPPING = 31_000;
    private static final int MAX_ROWS = 12_000;

    /**
     * An earlier import of the same file.
     *
     * @param finished when it ended; null where it was interrupted
     */
    record Before(Instant finished) {
    }

    /** The job that continues an interrupted import of the file, or a new one. */
    static Job of(final Store store, final ImportSpec spec, final byte[] fingerprint) {
        final var kind = spec.kind().key();
        final List<ImportJob> jobs = store.read(session -> session.list(Query.of(ImportJob.class)
                .where(Filter.equal("sourceHash", SourceFile.hex(fingerprint))).where(Filter.equal("kind", kind))
                .orderBy("startedAt", false)));
        final var operation = Ids.next();
        if (jobs.isEmpty()) {
            return new Job(Ids.next(), operation, bits(fingerprint, kind), 0, Optional.empty(), 0, Optional.empty(), new RowRanges());
        } else if (spec.choices().again) {
            return new Job(Ids.next(), operation, bits(fingerprint, kind + operation), 0, Optional.empty(), 0, Optional.empty(),
                    new RowRanges());
        }
        final var last = jobs.stream().filter(job -> job.getFinishedAt() == null).findFirst().orElse(jobs.get(0));
        final var kept = JsonParser.parseString(last.getMapping()).getAsJsonObject();
        final boolean asBefore = kept.get("digest").getAsString().equals(digest(spec.mapping()));
        if (last.getFinishedAt() == null && !asBefore) {
            throw Problem.of(Messages.TEXTS, "import.unfinished", spec.file().path().getFileName().toString(), last.getRowsRead())
                    .asException();
        }
        final long source = Long.parseUnsignedLong(kept.get("source").getAsString(), 16);
        final var refused = RowRanges.of(text(kept, "refused"));
        final int attempt = kept.has("attempt") ? kept.get("attempt").getAsInt() : 0;
        final boolean sameRows = !kept.has("rows") || kept.get("rows").getAsString().equals(digest(rowChoices(spec)));
        if (last.getFinishedAt() != null && !(asBefore && sameRows) && !refused.isEmpty()) {
            return new Job(last.getId(), last.getOperation(), source, 0, Optional.of(new Before(null)), attempt + 1, Optional.of(refused),
                    new RowRanges());
        }
        return new Job(last.getId(), last.getOperation(), source, last.getRowsRead(), Optional.of(new Before(last.getFinishedAt())), attempt,
                kept.has("open") ? Optional.of(RowRanges.of(text(kept, "open"))) : Optional.empty(), refused);
    }

    /** What was decided for single rows, which is no part of a mapping: an interrupted import continues without it. */
    private static String rowChoices(final ImportSpec spec) {
        final var fixes = new TreeMap<Long, TreeMap<Integer, String>>();
        spec.choices().fixes().forEach((row, cells) -> fixes.put(row, new TreeMap<>(cells)));
        return new TreeMap<>(spec.choices().rows()) + " " + fixes;
    }

    private static String text(final JsonObject kept, final String name) {
        return kept.has(name) ? kept.get(name).getAsString() : "";
    }

    /** Whether a row was dealt with before this run. */
    boolean took(final long row) {
        return row <= done || open.isPresent() && !open.get().contains(row);
    }

    boolean finished() {
        return before.isPresent() && before.get().finished() != null;
    }

    /** Brings the record up to date; the first time makes it. */
    void write(final Writer writer, final ImportSpec spec, final byte[] fingerprint, final Tally tally, final long rows,
            final Instant started, final boolean made, final Instant finished) {
        final ImportJob job;
        if (made) {
            job = writer.find(ImportJob.class, id).orElseThrow();
        } else {
            job = new ImportJob();
            job.setId(id);
            job.setKind(spec.kind().key());
            final var name = spec.file().path().getFileName().toString();
            job.setSource(name.substring(0, Math.min(500, name.length())));
            job.setSourceHash(SourceFile.hex(fingerprint));
            job.setOperation(operation);
            job.setStartedAt(started);
            job.setMapping(kept(spec));
            job.setRowsCreated(0L);
            job.setRowsUpdated(0L);
            job.setRowsSkipped(0L);
            job.setRowsRefused(0L);
            writer.add(job);
        }
        if (job.getFinishedAt() != null) {
            job.setRowsRefused(0L); // another attempt begins, and it is about these
            job.setFinishedAt(null);
        }
        if (made && (attempt > 0 || !refused.isEmpty())) {
            job.setMapping(kept(spec));
        }
        job.setRowsRead(rows);
        job.setRowsCreated(job.getRowsCreated() + tally.created);
        job.setRowsUpdated(job.getRowsUpdated() + tally.updated);
        job.setRowsSkipped(job.getRowsSkipped() + tally.skipped);
        job.setRowsRefused(job.getRowsRefused() + tally.refused);
        if (finished != null) {
            job.setFinishedAt(finished);
        }
    }

    private String kept(final ImportSpec spec) {
        final var mapping = spec.mapping();
        final var kept = new JsonObject();
        kept.addProperty("source", Long.toHexString(source));
        kept.addProperty("digest", digest(mapping));
        kept.addProperty("rows", digest(rowChoices(spec)));
        if (attempt > 0) {
            kept.addProperty("attempt", attempt);
        }
        open.ifPresent(rows -> kept.addProperty("open", rows.toString()));
        // rows that are refused here and there by the thousand are not kept; their file has to be imported anew
        final var chance = refused.toString();
        if (!chance.isEmpty() && chance.length() <= MAX_ROWS) {
            kept.addProperty("refused", chance);
        }
        if (mapping.length() < MAX_MAPPING) {
            kept.add("mapping", JsonParser.parseString(mapping));
        }
        final var text = kept.toString();
        if (text.length() > MAX_MAPPING) {
            kept.remove("mapping");
            return kept.toString();
        }
        return text;
    }

    private static long bits(final byte[] fingerprint, final String more) {
        final var digest = sha256();
        digest.update(fingerprint);
        return ByteBuffer.wrap(digest.digest(more.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static String digest(final String text) {
        return SourceFile.hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
