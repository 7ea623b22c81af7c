// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.TableParameter;
import org.kontor.analytics.parameter.TextParameter;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;

/**
 * Whether a result says where it names columns, so that people read titles. Columns get names that occur in no language, and wherever one of
 * them stands in a text or a cell, the method has to have said so.
 */
final class NamingCheck {

    private static final String STRANGE = "☞";

    /** Takes out what a method said that it names. */
    private static final Mention.Words NOTHING = new Mention.Words() {
        @Override
        public String column(final String name) {
            return "";
        }

        @Override
        public String value(final String column, final String value) {
            return "";
        }
    };

    private final Set<String> found = new HashSet<>();

    private NamingCheck() {
    }

    /** {@return the same data under strange names, wherever parameters name columns, too} */
    static Case strange(final Case each, final Algorithm algorithm) {
        final var names = each.data().frame().columns().stream().map(Column::name).toList();
        final var roles = new HashMap<Role, List<String>>();
        each.data().roles().forEach((role, columns) -> roles.put(role, columns.stream().map(name -> name + STRANGE).toList()));
        final var frame = Frame.of(each.data().frame().columns().stream().map(column -> column.named(column.name() + STRANGE)).toList());
        final Map<String, String> parameters = new HashMap<>(each.parameters());
        algorithm.descriptor().parameters().stream().filter(parameter -> parameter instanceof TableParameter || parameter instanceof TextParameter)
                .forEach(parameter -> parameters.computeIfPresent(parameter.name(), (key, text) -> renamed(text, names)));
        return new Case(each.name() + ", under strange names", new Dataset(frame, roles), parameters);
    }

    private static String renamed(final String text, final List<String> names) {
        var renamed = text;
        for (final var name : names) {
            renamed = Pattern.compile("(?<![\\w☞-])" + Pattern.quote(name) + "(?![\\w☞-])").matcher(renamed).replaceAll(name + STRANGE);
        }
        return renamed;
    }

    static void run(final Result result) {
        final var check = new NamingCheck();
        result.summary().forEach(check::text);
        result.warnings().forEach(warning -> check.text(warning.text()));
        result.metrics().forEach(metric -> {
            check.text(metric.title());
            metric.trail().steps().forEach(step -> check.text(step.what()));
        });
        result.parts().forEach(check::part);
        assertTrue(check.found.isEmpty(), () -> "columns are named as plain text, see Message.column: " + check.found);
    }

    private void text(final Message message) {
        final var text = message.text(Locale.ENGLISH, NOTHING);
        if (text.contains(STRANGE)) {
            found.add(text);
        }
    }

    private void texts(final List<Message> messages) {
        messages.forEach(this::text);
    }

    private void part(final Part part) {
        text(part.title());
        switch (part) {
            case final TablePart table -> table.heads().forEach(head -> head(table, head));
            case final SeriesPart series -> {
                texts(List.of(series.axis().title(), series.value()));
                series.lines().forEach(line -> text(line.title()));
                series.marks().forEach(mark -> text(mark.title()));
            }
            case final MatrixPart matrix -> {
                texts(List.of(matrix.rowTitle(), matrix.columnTitle(), matrix.value()));
                texts(matrix.rows());
                texts(matrix.columns());
            }
            case final BarsPart bars -> {
                text(bars.value());
                texts(bars.categories());
                texts(bars.groups());
            }
            case final DistributionPart spread -> {
                text(spread.value());
                texts(spread.groups());
            }
            case final PointsPart points -> {
                // axes are columns
            }
            case final TreePart tree -> {
                text(tree.height());
                texts(tree.labels());
            }
            case final GraphPart graph -> {
                graph.nodes().forEach(node -> text(node.title()));
                graph.edges().forEach(edge -> text(edge.title()));
            }
        }
    }

    private void head(final TablePart table, final TablePart.Head head) {
        texts(List.of(head.title(), head.help()));
        texts(head.words());
        if (table.frame().column(head.column()) instanceof final TextColumn cells && head.valuesOf().isEmpty()) {
            final var said = head.words().stream().map(word -> word.text(Locale.ENGLISH)).collect(Collectors.toSet());
            for (int code = 0; code < cells.dictionary().size(); code++) {
                final var cell = cells.dictionary().text(code);
                if (cell.contains(STRANGE) && !said.contains(cell)) {
                    found.add(table.name() + '.' + head.column() + ": " + cell);
                }
            }
        }
    }
}
