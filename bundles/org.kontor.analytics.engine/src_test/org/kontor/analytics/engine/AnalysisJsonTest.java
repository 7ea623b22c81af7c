// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.GraphPart;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Mention;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.PointsPart;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.TreePart;
import org.kontor.core.problem.ProblemException;

final class AnalysisJsonTest {

    private static final Message M = new Message(Map.of("en", "a \"name\"", "zh", "名称"), Map.of("en", List.of(new Mention(2, 4, Optional.empty()),
            new Mention(4, 7, Optional.of("of")))));
    private static final Missing SECOND = Missing.of(new long[] {2});

    private static Frame frame() {
        return Frame.of(NumberColumn.of("n", 0.1 + 0.2, Double.NaN, Double.NEGATIVE_INFINITY, -0.0),
                IntegerColumn.of("i", new long[] {Long.MAX_VALUE, 0, -1, 7}, SECOND), FlagColumn.of("f", new boolean[] {true, false, false, true}, SECOND),
                DateColumn.of("d", new int[] {-1, 0, 20_000, 1}, SECOND), InstantColumn.of("m", new long[] {1, 0, -5, Long.MAX_VALUE}, SECOND),
                TextColumn.of("t", new int[] {3, -1, 1, 3}, Dictionary.of("unused", "\n,", "also", "中文")));
    }

    private static Result result() {
        final double[] two = {1, Double.NaN};
        final double[][] grid = {{1, 2}, {Double.NaN, Math.PI}};
        final var part = frame();
        return Result.builder().say(M).metric("inertia", Math.nextUp(78.85), M, new Trail(List.of(new Trail.Step(M, Double.NaN)))).metric("none",
                Double.NaN, M, Trail.NONE).warn("w", M)
                .part(new TablePart("table", M, part.select(List.of("t")), List.of(new TablePart.Head("t", M, M, Meaning.LABEL, Optional.of("f"), List.of(M)))))
                .part(new SeriesPart("series", M, new SeriesPart.Axis(M, SeriesPart.AxisType.DATE), M,
                        List.of(new SeriesPart.Line(M, new double[] {1, 2}, two, Optional.of(new SeriesPart.Band(0.95, two, two))),
                                new SeriesPart.Line(M, two, two, Optional.empty())), List.of(new SeriesPart.Mark(2, M))))
                .part(new MatrixPart("matrix", M, M, M, List.of(M, M), List.of(M, M), M, grid, true))
                .part(new BarsPart("bars", M, List.of(M, M), List.of(M, M), M, grid))
                .part(new DistributionPart("spread", M, M, new double[] {0, 1, 2}, List.of(M, M), grid))
                .part(new PointsPart("points", M, List.of("n", "i"), Optional.of("t"), Optional.empty(), part, 9, Optional.of(part)))
                .part(new TreePart("tree", M, new int[] {-1, 0}, List.of(M, M), two, M, two))
                .part(new GraphPart("graph", M, List.of(new GraphPart.Node(M, 1)), List.of(new GraphPart.Edge(0, 0, 0.5, M)))).build();
    }

    @Test
    void framesComeBackToTheLastBit() {
        final var read = AnalysisJson.readFrame(AnalysisJson.write(frame()));
        assertEquals(Fingerprint.of(frame()), Fingerprint.of(read));
        assertEquals(AnalysisJson.write(frame()), AnalysisJson.write(read));
    }

    @Test
    void everyPartOfAResultComesBack() {
        final var text = AnalysisJson.write(result());
        final var read = AnalysisJson.readResult(text);
        assertEquals(text, AnalysisJson.write(read.result()));
        assertEquals(8, read.result().parts().size());
        assertEquals(List.of(M), read.result().summary());
        assertEquals(((TablePart) result().parts().getFirst()).heads(), ((TablePart) read.result().parts().getFirst()).heads());
        assertEquals(Math.nextUp(78.85), read.result().metric("inertia"));
        assertArrayEquals(AnalysisJson.pack(result()), AnalysisJson.pack(AnalysisJson.unpack(AnalysisJson.pack(result())).result()));
        assertEquals(AnalysisJson.fingerprint(result()), AnalysisJson.fingerprint(read.result()));
    }

    @Test
    void whatNumbersMeanComesBackAndIsPlainWhereNobodySaidIt() {
        final double[][] grid = {{.25, .75}};
        final var axis = new SeriesPart.Axis(M, SeriesPart.AxisType.NUMBER, Meaning.COUNT);
        final var said = Result.builder().metric("share", .707, M, Trail.NONE, Meaning.SHARE)
                .part(new SeriesPart("series", M, axis, M, List.of(), List.of(), Meaning.PROBABILITY))
                .part(new MatrixPart("matrix", M, M, M, List.of(M), List.of(M, M), M, grid, false, Meaning.SHARE))
                .part(new BarsPart("bars", M, List.of(M, M), List.of(M), M, grid, Meaning.MONEY, List.of(BarsPart.Judgement.BAD)))
                .part(new DistributionPart("spread", M, M, new double[] {0, .5, 1}, List.of(M), grid, Meaning.PROBABILITY)).build();
        final var read = AnalysisJson.readResult(AnalysisJson.write(said)).result();
        assertEquals(List.of(Meaning.SHARE), read.metrics().stream().map(Metric::meaning).toList());
        assertEquals(List.of(Meaning.PROBABILITY, Meaning.SHARE, Meaning.MONEY, Meaning.PROBABILITY),
                read.parts().stream().map(AnalysisJsonTest::meaning).toList());
        assertEquals(Meaning.COUNT, ((SeriesPart) read.parts().getFirst()).axis().meaning());
        assertEquals(List.of(BarsPart.Judgement.BAD), ((BarsPart) read.parts().get(2)).judgements());
        final var plain = AnalysisJson.readResult(AnalysisJson.write(result())).result();
        assertEquals(List.of(Meaning.PLAIN, Meaning.PLAIN), plain.metrics().stream().map(Metric::meaning).toList());
        assertEquals(List.of(Meaning.PLAIN, Meaning.PLAIN, Meaning.PLAIN, Meaning.PLAIN),
                plain.parts().subList(1, 5).stream().map(AnalysisJsonTest::meaning).toList());
    }

    private static Meaning meaning(final Part part) {
        return switch (part) {
            case final SeriesPart series -> series.meaning();
            case final MatrixPart matrix -> matrix.meaning();
            case final BarsPart bars -> bars.meaning();
            case final DistributionPart spread -> spread.meaning();
            default -> throw new IllegalArgumentException(part.name());
        };
    }

    @Test
    void modelsComeBack() {
        final var state = new ModelState("a", "1.2.3", Map.of("x", "0.1"), Map.of("t", frame()));
        final var read = AnalysisJson.unpackModel(AnalysisJson.pack(state));
        assertEquals(AnalysisJson.write(state), AnalysisJson.write(read));
        assertEquals(state.facts(), AnalysisJson.readModel(AnalysisJson.write(state)).facts());
    }

    @Test
    void damageIsNamed() {
        final var packed = AnalysisJson.pack(result());
        for (final byte[] damaged : List.of(new byte[0], Arrays.copyOf(packed, packed.length / 2))) {
            final var refused = assertThrows(ProblemException.class, () -> AnalysisJson.unpack(damaged));
            assertEquals("analytics.unreadable", refused.problem().code());
        }
        assertThrows(ProblemException.class, () -> AnalysisJson.readResult("{\"format\":99}"));
        assertThrows(ProblemException.class, () -> Plan.parse("{}"));
    }
}
