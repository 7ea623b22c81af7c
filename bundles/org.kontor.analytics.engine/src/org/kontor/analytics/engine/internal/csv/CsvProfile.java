// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.core.progress.Progress;

/**
 * What a whole file holds: the names of its columns and the kind of value that all cells of each are of.
 *
 * @param format how it is read
 * @param names  the names of the columns
 * @param kinds  the kind of each column; of days that could be read with the day or the month first, neither
 * @param rows   how many rows there are
 */
record CsvProfile(CsvFormat format, List<String> names, List<CellKind> kinds, long rows) {

    private static final int STEP = 1 << 14;

    static CsvReader open(final Path file, final CsvFormat format) {
        try {
            final var decoder = format.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
            return new CsvReader(new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16), format.separator(),
                    file.getFileName().toString());
        } catch (IOException unreadable) {
            throw EngineProblems.of("analytics.file", file.toString()).asException(unreadable);
        }
    }

    static CsvProfile of(final Path file, final Map<String, String> options, final Progress progress) {
        final var format = CsvFormat.of(file, options);
        final var possible = new ArrayList<Set<CellKind>>();
        var names = List.<String>of();
        long rows = 0;
        try (var reader = open(file, format)) {
            while (reader.next()) {
                if (names.isEmpty()) {
                    names = names(reader, format.header());
                    names.forEach(name -> possible.add(EnumSet.allOf(CellKind.class)));
                    if (format.header()) {
                        continue;
                    }
                }
                rows++;
                look(reader, possible);
                if (rows % STEP == 0) {
                    progress.checkCancelled();
                }
            }
        } catch (IOException unreadable) {
            throw EngineProblems.of("analytics.file", file.toString()).asException(unreadable);
        }
        if (names.isEmpty()) {
            throw EngineProblems.of("analytics.file-empty", file.toString()).asException();
        }
        return new CsvProfile(format, names, possible.stream().map(kinds -> kind(kinds, format)).toList(), rows);
    }

    private static void look(final CsvReader reader, final List<Set<CellKind>> possible) {
        for (int i = 0; i < Math.min(reader.width(), possible.size()); i++) {
            final var kinds = possible.get(i);
            if (kinds.size() == 1) {
                continue;
            }
            final var text = reader.text(i);
            if (!CellKind.absent(text)) {
                kinds.removeIf(kind -> !kind.fits(text));
            }
        }
    }

    private static CellKind kind(final Set<CellKind> possible, final CsvFormat format) {
        if (possible.size() == CellKind.values().length) {
            return CellKind.TEXT; // not one value: nothing is known
        }
        if (possible.contains(CellKind.DAY_FIRST) && possible.contains(CellKind.MONTH_FIRST)) {
            return CellKind.TEXT;
        }
        if (possible.contains(CellKind.WHOLE) && !possible.contains(CellKind.COMPACT_DAY)) {
            return CellKind.WHOLE;
        }
        if (possible.contains(CellKind.COMMA) && possible.contains(CellKind.GROUPED) && !possible.contains(CellKind.POINT)) {
            return format.separator() == ';' ? CellKind.COMMA : CellKind.GROUPED;
        }
        return possible.iterator().next();
    }

    private static List<String> names(final CsvReader reader, final boolean header) {
        final var names = new ArrayList<String>();
        final var taken = new HashSet<String>();
        for (int i = 0; i < reader.width(); i++) {
            final var text = header ? reader.text(i).strip() : "";
            final var name = text.isEmpty() ? "column-" + (i + 1) : text;
            var free = name;
            for (int copy = 2; !taken.add(free); copy++) {
                free = name + '-' + copy;
            }
            names.add(free);
        }
        return List.copyOf(names);
    }
}
