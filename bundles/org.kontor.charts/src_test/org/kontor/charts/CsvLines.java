// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 describes it. */
final class CsvLines {

    private CsvLines() {
    }

    static List<List<String>> read(final String csv) {
        final var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        final var cell = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < csv.length(); index++) {
            final char letter = csv.charAt(index);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (index + 1 < csv.length() && csv.charAt(index + 1) == '"') {
                    cell.append('"');
                    index++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == ',' || letter == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (letter == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        return lines;
    }
}
