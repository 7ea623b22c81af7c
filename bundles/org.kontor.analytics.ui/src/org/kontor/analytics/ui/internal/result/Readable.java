// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;
import org.kontor.analytics.result.Warning;

/** A result in the words of people: methods know the names of columns and values, and people know titles and labels. */
public final class Readable {

    private final Mention.Words words;
    private final Map<String, TablePart.Head> heads = new HashMap<>();

    private Readable(final Mention.Words words) {
        this.words = words;
    }

    /**
     * Rewords a result to be looked at. What is written to customers or exported for machines is the result itself.
     *
     * @param result the result
     * @param words  what people call what the result names
     * @return the same numbers; texts that name nothing of the data are as they were
     */
    public static Result of(final Result result, final Mention.Words words) {
        return new Readable(words).result(result);
    }

    private Result result(final Result result) {
        result.parts().stream().filter(TablePart.class::isInstance).flatMap(part -> ((TablePart) part).heads().stream())
                .forEach(head -> heads.putIfAbsent(head.column(), head));
        return new Result(messages(result.summary()), result.metrics().stream().map(metric -> new Metric(metric.name(), metric.value(), message(metric.title()),
                metric.trail(), metric.meaning())).toList(), result.parts().stream().map(this::part).toList(),
                result.warnings().stream().map(warning -> new Warning(warning.code(), message(warning.text()))).toList(), result.model());
    }

    private Message message(final Message message) {
        return Message.name(message.text(words));
    }

    private List<Message> messages(final List<Message> messages) {
        return messages.stream().map(this::message).toList();
    }

    private Part part(final Part part) {
        return switch (part) {
            case TablePart table -> new TablePart(table.name(), message(table.title()), frame(table), table.heads().stream()
                    .map(head -> new TablePart.Head(head.column(), message(head.title()), message(head.help()), head.meaning())).toList());
            case SeriesPart series -> new SeriesPart(series.name(), message(series.title()), new SeriesPart.Axis(message(series.axis().title()),
                    series.axis().type(), series.axis().meaning()), message(series.value()),
                    series.lines().stream().map(line -> new SeriesPart.Line(message(line.title()), line.positions(), line.values(), line.band())).toList(),
                    series.marks().stream().map(mark -> new SeriesPart.Mark(mark.position(), message(mark.title()))).toList(), series.meaning());
            case MatrixPart matrix -> new MatrixPart(matrix.name(), message(matrix.title()), message(matrix.rowTitle()), message(matrix.columnTitle()),
                    messages(matrix.rows()), messages(matrix.columns()), message(matrix.value()), matrix.values(), matrix.signed(),
                    matrix.meaning());
            case BarsPart bars -> new BarsPart(bars.name(), message(bars.title()), messages(bars.categories()), messages(bars.groups()), message(bars.value()),
                    bars.values(), bars.meaning(), bars.judgements());
            case DistributionPart spread -> new DistributionPart(spread.name(), message(spread.title()), message(spread.value()), spread.edges(),
                    messages(spread.groups()), spread.counts(), spread.meaning());
            case TreePart tree -> new TreePart(tree.name(), message(tree.title()), tree.parents(), messages(tree.labels()), tree.heights(),
                    message(tree.height()), tree.sizes());
            case GraphPart graph -> new GraphPart(graph.name(), message(graph.title()), graph.nodes().stream()
                    .map(node -> new GraphPart.Node(message(node.title()), node.weight())).toList(), graph.edges().stream()
                            .map(edge -> new GraphPart.Edge(edge.from(), edge.to(), edge.weight(), message(edge.title()))).toList());
            case PointsPart points -> points(points);
        };
    }

    private Frame frame(final TablePart table) {
        final var columns = new ArrayList<Column>();
        for (final var head : table.heads()) {
            final var column = table.frame().column(head.column());
            columns.add(column instanceof final TextColumn texts && head.meaning() != Meaning.ID ? cells(texts, head) : column);
        }
        return Frame.of(columns);
    }

    /** What cells name was said by the method; other texts are somebody's own words and stay. */
    private TextColumn cells(final TextColumn texts, final TablePart.Head head) {
        if (head.valuesOf().isPresent()) {
            return reworded(texts, value -> words.value(head.valuesOf().get(), value));
        }
        if (head.words().isEmpty()) {
            return texts;
        }
        final var known = new HashMap<String, String>();
        head.words().forEach(word -> known.put(word.text(Locale.ENGLISH), word.text(words)));
        return reworded(texts, text -> known.getOrDefault(text, text));
    }

    private static TextColumn reworded(final TextColumn column, final UnaryOperator<String> words) {
        final var known = new HashMap<String, Integer>();
        final var texts = new ArrayList<String>();
        final var other = new int[column.dictionary().size()];
        for (int code = 0; code < other.length; code++) {
            final var text = words.apply(column.dictionary().text(code));
            other[code] = known.computeIfAbsent(text, unseen -> {
                texts.add(unseen);
                return texts.size() - 1;
            });
        }
        final var codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.code(row) < 0 ? TextColumn.ABSENT : other[column.code(row)];
        }
        return TextColumn.of(column.name(), codes, Dictionary.of(texts.toArray(String[]::new)));
    }

    /** Axes are columns, whose names are what people see. */
    private PointsPart points(final PointsPart part) {
        final var axes = new HashMap<String, String>();
        final var taken = new HashSet<String>(part.points().columns().stream().map(Column::name).toList());
        for (final var axis : part.axes()) {
            final var title = Optional.ofNullable(heads.get(axis)).map(head -> head.title().text(words)).orElseGet(() -> words.column(axis));
            if (taken.add(title)) {
                axes.put(axis, title);
            }
        }
        return new PointsPart(part.name(), message(part.title()), part.axes().stream().map(axis -> axes.getOrDefault(axis, axis)).toList(), part.id(),
                part.label(), renamed(part, part.points(), axes), part.all(), part.centers().map(centers -> renamed(part, centers, axes)));
    }

    private Frame renamed(final PointsPart part, final Frame frame, final Map<String, String> axes) {
        return Frame.of(frame.columns().stream().map(column -> {
            final var other = axes.get(column.name());
            final boolean label = part.label().filter(column.name()::equals).isPresent();
            return other != null ? column.named(other)
                    : label && column instanceof final TextColumn texts && heads.containsKey(column.name()) ? cells(texts, heads.get(column.name())) : column;
        }).toList());
    }
}
