// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.FrameBuilder;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.osgi.service.component.annotations.Component;

/** Rows of a file. The file is read twice: once to find out what its columns are, once for the columns that are wanted. */
@Component
public final class CsvSource implements AnalysisSource {

    private static final int STEP = 1 << 14;

    /** The file that was looked at last: whoever looks at a file reads it next. */
    private record Known(Path file, long size, long modified, Map<String, String> options, CsvProfile profile) {
    }

    private volatile Known known;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public Message name() {
        return Message.of(Messages.TEXTS, "source.csv");
    }

    @Override
    public boolean needsStore() {
        return false;
    }

    @Override
    public List<SourceColumn> columns(final SourceInput input) {
        final var profile = profile(input, Progress.NONE);
        final var columns = new ArrayList<SourceColumn>();
        for (int i = 0; i < profile.names().size(); i++) {
            columns.add(column(profile.names().get(i), profile.kinds().get(i)));
        }
        return columns;
    }

    private static SourceColumn column(final String name, final CellKind kind) {
        final var type = kind.type();
        final var lower = name.toLowerCase(Locale.ROOT);
        final boolean names = lower.equals("id") || lower.endsWith("_id") || lower.endsWith("-id") || lower.endsWith(" id") || lower.endsWith("编号")
                || name.endsWith("Id") || name.endsWith("ID");
        final List<Role> roles = names ? List.of(Role.ID, Role.USER) : switch (type) {
            case NUMBER, INTEGER -> List.of(Role.FEATURES, Role.VALUE);
            case FLAG -> List.of(Role.FEATURES);
            case DATE, INSTANT -> List.of(Role.TIME);
            case TEXT -> List.of();
        };
        final var note = Message.of(Messages.TEXTS, "guess." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new SourceColumn(name, Message.name(name), type, roles, false, Optional.of(note));
    }

    private CsvProfile profile(final SourceInput input, final Progress progress) {
        final var file = Path.of(input.require("file"));
        if (!Files.isRegularFile(file)) {
            throw EngineProblems.of("analytics.no-file", file.toString()).asException();
        }
        try {
            final long size = Files.size(file);
            final long modified = Files.getLastModifiedTime(file).toMillis();
            final var last = known;
            if (last != null && last.file().equals(file) && last.size() == size && last.modified() == modified
                    && last.options().equals(input.options())) {
                return last.profile();
            }
            final var profile = CsvProfile.of(file, input.options(), progress);
            known = new Known(file, size, modified, input.options(), profile);
            return profile;
        } catch (IOException unreadable) {
            throw EngineProblems.of("analytics.file", file.toString()).asException(unreadable);
        }
    }

    @Override
    public Frame load(final SourceInput input, final List<String> columns, final Progress progress) {
        final var profile = profile(input, progress);
        final var file = Path.of(input.require("file"));
        final var frame = new FrameBuilder();
        final var places = new int[columns.size()];
        final var cells = new ArrayList<Cell>();
        for (int i = 0; i < places.length; i++) {
            places[i] = profile.names().indexOf(columns.get(i));
            cells.add(cell(frame, columns.get(i), profile.kinds().get(places[i])));
        }
        progress.begin(Messages.TEXTS.get("reading", file.getFileName().toString()), profile.rows());
        try (var reader = CsvProfile.open(file, profile.format())) {
            boolean skip = profile.format().header();
            long rows = 0;
            while (reader.next()) {
                if (skip) {
                    skip = false;
                    continue;
                }
                for (int i = 0; i < places.length; i++) {
                    final var text = places[i] < reader.width() ? reader.text(places[i]) : "";
                    cells.get(i).add(CellKind.absent(text) ? null : text);
                }
                if (++rows % STEP == 0) {
                    progress.worked(STEP);
                    progress.checkCancelled();
                }
            }
        } catch (IOException unreadable) {
            throw EngineProblems.of("analytics.file", file.toString()).asException(unreadable);
        }
        return frame.build();
    }

    /** Takes the texts of a column; null where there is none. */
    private interface Cell {
        void add(String text);
    }

    private static Cell cell(final FrameBuilder frame, final String name, final CellKind kind) {
        if (kind.type() == ColumnType.NUMBER) {
            final var reals = frame.reals(name);
            return text -> reals.add(text == null ? Double.NaN : kind.real(text));
        }
        if (kind.type() == ColumnType.TEXT) {
            final var texts = frame.texts(name);
            return text -> {
                if (text == null) {
                    texts.addMissing();
                } else {
                    texts.add(text);
                }
            };
        }
        final var wholes = frame.wholes(name, kind.type());
        return text -> {
            if (text == null) {
                wholes.addMissing();
            } else {
                wholes.add(kind.whole(text));
            }
        };
    }
}
