// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.report;

import java.util.ArrayList;
import java.util.List;

/** A table: the first column names, the others count. */
final class Table {

    private final String caption;
    private final boolean captionShown;
    private final List<String> headers;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, String style) {
    }

    Table(final String caption, final boolean captionShown, final List<String> headers) {
        this.caption = caption;
        this.captionShown = captionShown;
        this.headers = List.copyOf(headers);
    }

    Table row(final List<String> cells) {
        return row(cells, "");
    }

    /** A row that stands for others, such as their sum. */
    Table total(final List<String> cells) {
        return row(cells, "total");
    }

    /** A row that is there to be complete, such as what is lost. */
    Table aside(final List<String> cells) {
        return row(cells, "aside");
    }

    private Table row(final List<String> cells, final String style) {
        if (cells.size() != headers.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + headers.size() + " headers");
        }
        rows.add(new Row(List.copyOf(cells), style));
        return this;
    }

    void add(final Html html) {
        html.begin("div", "class", "table").begin("table").element("caption", caption, "class", captionShown ? "" : "unseen");
        html.begin("thead").begin("tr");
        for (int column = 0; column < headers.size(); column++) {
            html.element("th", headers.get(column), "scope", "col", "class", column == 0 ? "name" : "number");
        }
        html.end().end().begin("tbody");
        for (final var row : rows) {
            html.begin("tr", "class", row.style());
            html.element("th", row.cells().getFirst(), "scope", "row", "class", "name");
            row.cells().stream().skip(1).forEach(cell -> html.element("td", cell, "class", "number"));
            html.end();
        }
        html.end().end().end();
    }
}
