// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.json;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.kontor.analytics.engine.internal.json.JsonInput.Members;
import org.kontor.analytics.engine.internal.json.JsonInput.Value;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;

/** Parts of results as JSON. */
final class PartJson {

    private static final String JUDGEMENTS = "judgements";
    private static final String MEANING = "meaning";
    private static final String AXIS_MEANING = "axisMeaning";

    private PartJson() {
    }

    static void write(final JsonOutput out, final Part part) throws IOException {
        out.begin().member("part", kind(part)).member("name", part.name()).member("title", part.title());
        switch (part) {
            case final TablePart table -> {
                out.list("heads", table.heads(), head -> head(out, head));
                frame(out, "frame", table.frame());
            }
            case final SeriesPart series -> series(out, series);
            case final MatrixPart matrix -> {
                out.member("rowTitle", matrix.rowTitle()).member("columnTitle", matrix.columnTitle())
                        .list("rows", matrix.rows(), out::message).list("columns", matrix.columns(), out::message).member("value", matrix.value())
                        .numbers("values", matrix.values()).member("signed", matrix.signed());
                meaning(out, MEANING, matrix.meaning());
            }
            case final BarsPart bars -> {
                out.list("categories", bars.categories(), out::message).list("groups", bars.groups(), out::message)
                        .member("value", bars.value()).numbers("values", bars.values());
                meaning(out, MEANING, bars.meaning());
                if (!bars.judgements().isEmpty()) {
                    out.list(JUDGEMENTS, bars.judgements().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList(), out::text);
                }
            }
            case final DistributionPart spread -> {
                out.member("value", spread.value()).numbers("edges", spread.edges()).list("groups", spread.groups(), out::message)
                        .numbers("values", spread.counts());
                meaning(out, MEANING, spread.meaning());
            }
            case final PointsPart points -> points(out, points);
            case final TreePart tree -> out.integers("parents", tree.parents()).list("labels", tree.labels(), out::message)
                    .numbers("heights", tree.heights()).member("height", tree.height()).numbers("sizes", tree.sizes());
            case final GraphPart graph -> out.list("nodes", graph.nodes(), node -> out.begin().member("title", node.title())
                    .member("weight", node.weight()).end())
                    .list("links", graph.edges(), edge -> out.begin().member("from", edge.from()).member("to", edge.to())
                            .member("weight", edge.weight()).member("title", edge.title()).end());
        }
        out.end();
    }

    private static void head(final JsonOutput out, final TablePart.Head head) throws IOException {
        out.begin().member("column", head.column()).member("title", head.title()).member("help", head.help()).member(MEANING,
                head.meaning().name().toLowerCase(Locale.ROOT));
        if (head.valuesOf().isPresent()) {
            out.member("valuesOf", head.valuesOf().get());
        }
        if (!head.words().isEmpty()) {
            out.list("words", head.words(), out::message);
        }
        out.end();
    }

    private static String kind(final Part part) {
        return switch (part) {
            case final TablePart table -> "table";
            case final SeriesPart series -> "series";
            case final MatrixPart matrix -> "matrix";
            case final BarsPart bars -> "bars";
            case final DistributionPart distribution -> "distribution";
            case final PointsPart points -> "points";
            case final TreePart tree -> "tree";
            case final GraphPart graph -> "graph";
        };
    }

    private static void frame(final JsonOutput out, final String name, final Frame frame) throws IOException {
        out.named(name);
        FrameJson.write(out, frame);
    }

    private static void series(final JsonOutput out, final SeriesPart series) throws IOException {
        out.member("axis", series.axis().title()).member("axisType", series.axis().type().name().toLowerCase(Locale.ROOT))
                .member("value", series.value()).list("lines", series.lines(), line -> {
                    out.begin().member("title", line.title()).numbers("positions", line.positions()).numbers("values", line.values());
                    if (line.band().isPresent()) {
                        final var band = line.band().get();
                        out.member("coverage", band.coverage()).numbers("lower", band.lower()).numbers("upper", band.upper());
                    }
                    out.end();
                }).list("marks", series.marks(), mark -> out.begin().member("position", mark.position()).member("title", mark.title()).end());
        meaning(out, MEANING, series.meaning());
        meaning(out, AXIS_MEANING, series.axis().meaning());
    }

    /** What says nothing is not written: results of before read the same. */
    static void meaning(final JsonOutput out, final String name, final Meaning meaning) throws IOException {
        if (meaning != Meaning.PLAIN) {
            out.member(name, meaning.name().toLowerCase(Locale.ROOT));
        }
    }

    static Meaning meaning(final JsonInput in) throws IOException {
        return Meaning.valueOf(in.text().toUpperCase(Locale.ROOT));
    }

    private static Meaning meaning(final Members from, final String name) {
        return from.<Meaning>find(name).orElse(Meaning.PLAIN);
    }

    private static void points(final JsonOutput out, final PointsPart points) throws IOException {
        out.list("axes", points.axes(), out::text);
        if (points.id().isPresent()) {
            out.member("id", points.id().get());
        }
        if (points.label().isPresent()) {
            out.member("label", points.label().get());
        }
        frame(out, "frame", points.points());
        out.member("all", points.all());
        if (points.centers().isPresent()) {
            frame(out, "centers", points.centers().get());
        }
    }

    static Message message(final JsonInput in) throws IOException {
        final var texts = in.map(name -> JsonOutput.MENTIONS.equals(name) ? in.<List<Mention>>map(() -> in.list(() -> mention(in))) : in.text());
        @SuppressWarnings("unchecked")
        final var mentions = (Map<String, List<Mention>>) texts.remove(JsonOutput.MENTIONS);
        return new Message(texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> (String) each.getValue())),
                mentions == null ? Map.of() : mentions);
    }

    private static Mention mention(final JsonInput in) throws IOException {
        final var mention = in.<String>list(in::text);
        return new Mention(Integer.parseInt(mention.get(0)), Integer.parseInt(mention.get(1)), mention.stream().skip(2).findFirst());
    }

    static Part read(final JsonInput in) throws IOException {
        final Value message = () -> message(in);
        final Value messages = () -> in.<Message>list(message);
        final Value frame = () -> FrameJson.read(in);
        final var known = new HashMap<String, Value>();
        List.of("title", "rowTitle", "columnTitle", "value", "height", "axis").forEach(name -> known.put(name, message));
        List.of("rows", "columns", "categories", "groups", "labels").forEach(name -> known.put(name, messages));
        List.of("frame", "centers").forEach(name -> known.put(name, frame));
        List.of("part", "name", "axisType", "id", "label").forEach(name -> known.put(name, in::text));
        List.of("edges", "heights", "sizes").forEach(name -> known.put(name, in::numbers));
        known.put("heads", () -> in.<TablePart.Head>list(() -> head(in)));
        known.put("values", in::rowsOfNumbers);
        known.put("signed", in::flag);
        List.of(MEANING, AXIS_MEANING).forEach(name -> known.put(name, () -> meaning(in)));
        known.put("all", in::whole);
        List.of("axes", JUDGEMENTS).forEach(name -> known.put(name, () -> in.<String>list(in::text)));
        known.put("parents", in::integers);
        known.put("lines", () -> in.<SeriesPart.Line>list(() -> line(in)));
        known.put("marks", () -> in.<SeriesPart.Mark>list(() -> {
            final var mark = in.object(Map.of("position", in::number, "title", message));
            return new SeriesPart.Mark(mark.<Double>get("position"), mark.get("title"));
        }));
        known.put("nodes", () -> in.<GraphPart.Node>list(() -> {
            final var node = in.object(Map.of("title", message, "weight", in::number));
            return new GraphPart.Node(node.get("title"), weight(node));
        }));
        known.put("links", () -> in.<GraphPart.Edge>list(() -> {
            final var edge = in.object(Map.of("from", in::integer, "to", in::integer, "weight", in::number, "title", message));
            return new GraphPart.Edge(edge.<Integer>get("from"), edge.<Integer>get("to"), weight(edge), edge.get("title"));
        }));
        return part(in.object(known));
    }

    private static double weight(final Members members) {
        return members.<Double>find("weight").orElse(Double.NaN);
    }

    private static Part part(final Members from) throws IOException {
        final var name = from.<String>get("name");
        final var title = from.<Message>get("title");
        return switch (from.<String>get("part")) {
            case "table" -> new TablePart(name, title, from.get("frame"), from.get("heads"));
            case "series" -> new SeriesPart(name, title, new SeriesPart.Axis(from.get("axis"),
                    SeriesPart.AxisType.valueOf(from.<String>get("axisType").toUpperCase(Locale.ROOT)), meaning(from, AXIS_MEANING)), from.get("value"),
                    from.get("lines"), from.get("marks"), meaning(from, MEANING));
            case "matrix" -> new MatrixPart(name, title, from.get("rowTitle"), from.get("columnTitle"), from.get("rows"), from.get("columns"),
                    from.get("value"), from.get("values"), from.<Boolean>get("signed"), meaning(from, MEANING));
            case "bars" -> new BarsPart(name, title, from.get("categories"), from.get("groups"), from.get("value"), from.get("values"),
                    meaning(from, MEANING), from.<List<String>>find(JUDGEMENTS).orElse(List.of()).stream()
                            .map(each -> BarsPart.Judgement.valueOf(each.toUpperCase(Locale.ROOT))).toList());
            case "distribution" -> new DistributionPart(name, title, from.get("value"), from.get("edges"), from.get("groups"), from.get("values"),
                    meaning(from, MEANING));
            case "points" -> new PointsPart(name, title, from.get("axes"), from.find("id"), from.find("label"), from.get("frame"),
                    from.<Long>get("all"), from.find("centers"));
            case "tree" -> new TreePart(name, title, from.get("parents"), from.get("labels"), from.get("heights"), from.get("height"),
                    from.get("sizes"));
            case "graph" -> new GraphPart(name, title, from.get("nodes"), from.get("links"));
            default -> throw new IOException("a part of the kind " + from.get("part"));
        };
    }

    private static TablePart.Head head(final JsonInput in) throws IOException {
        final Value message = () -> message(in);
        final var head = in.object(Map.of("column", in::text, "valuesOf", in::text, "title", message, "help", message, MEANING, () -> meaning(in), "words",
                () -> in.<Message>list(message)));
        return new TablePart.Head(head.get("column"), head.get("title"), head.get("help"), head.get(MEANING), head.find("valuesOf"),
                head.<List<Message>>find("words").orElse(List.of()));
    }

    private static SeriesPart.Line line(final JsonInput in) throws IOException {
        final var line = in.object(Map.of("title", () -> message(in), "positions", in::numbers, "values", in::numbers, "coverage", in::number,
                "lower", in::numbers, "upper", in::numbers));
        final var lower = line.<double[]>find("lower");
        final var band = lower.isEmpty() ? null : new SeriesPart.Band(line.<Double>get("coverage"), lower.get(), line.get("upper"));
        return new SeriesPart.Line(line.get("title"), line.get("positions"), line.get("values"), java.util.Optional.ofNullable(band));
    }
}
