// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;

/** Published data that is no part of the sources: in {@code shared/data} beside them or above. Tests that need it are left out where it is not there. */
public final class SharedData {

    private SharedData() {
    }

    /** {@return a file of it} */
    public static Path file(final String name) {
        Optional<Path> found = Optional.empty();
        for (var folder = Path.of("").toAbsolutePath(); folder != null && found.isEmpty(); folder = folder.getParent()) {
            found = Optional.of(folder.resolve("shared/data").resolve(name)).filter(Files::isRegularFile);
        }
        assumeTrue(found.isPresent(), "no data folder");
        return found.orElseThrow();
    }

    /** {@return the lines of a file of it} */
    public static List<String> lines(final String name) throws IOException {
        return Files.readAllLines(file(name));
    }

    /** {@return the customers of a telephone company, texts but for some columns, with the number that stands for a blank total} */
    public static Frame telco(final Set<String> numbers, final double blank) throws IOException {
        final var lines = lines("telco_churn/Telco-Customer-Churn.csv");
        final var names = lines.getFirst().split(",");
        final var cells = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
        final List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.length; j++) {
            final int column = j;
            columns.add(numbers.contains(names[j])
                    ? NumberColumn.of(names[j], cells.stream().mapToDouble(row -> row[column].isBlank() ? blank : Double.parseDouble(row[column])).toArray())
                    : TextColumn.of(names[j], cells.stream().map(row -> row[column]).toList()));
        }
        return Frame.of(columns);
    }
}
