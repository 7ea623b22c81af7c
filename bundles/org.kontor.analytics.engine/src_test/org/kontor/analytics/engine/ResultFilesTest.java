// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.analytics.result.MatrixPart;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;

/** Results as files. */
class ResultFilesTest {

    @TempDir
    Path folder;

    private static List<Message> names(final String... names) {
        return List.of(names).stream().map(Message::name).toList();
    }

    @Test
    void aTriangleOfCohortsIsWrittenWithItsGaps() throws IOException {
        final var matrix = new MatrixPart("active", Message.name("Active"), Message.name("Cohort"), Message.name("Month"), names("2024-01", "2024-02"),
                names("0", "1, at most"), Message.name("Customers"), new double[][] {{500, 125}, {457.5, Double.NaN}}, false);
        final var result = Result.builder().say(Message.name("done")).part(matrix).build();
        assertEquals(List.of("active.csv"), ResultFiles.write(result, folder));
        assertEquals("Cohort,0,\"1, at most\"\n2024-01,500,125\n2024-02,457.5,\n", Files.readString(folder.resolve("active.csv")));
    }

    @Test
    void linesAreWrittenPointByPoint() throws IOException {
        final var days = new SeriesPart.Axis(Message.name("Day"), SeriesPart.AxisType.DATE);
        final var plain = new SeriesPart.Line(Message.name("past"), new double[] {0, 1}, new double[] {1.5, Double.NaN}, Optional.empty());
        final var fan = new SeriesPart.Line(Message.name("to come"), new double[] {2}, new double[] {3},
                Optional.of(new SeriesPart.Band(.8, new double[] {2}, new double[] {4})));
        final var series = new SeriesPart("fan", Message.name("Fan"), days, Message.name("Sales"), List.of(plain, fan), List.of());
        final var result = Result.builder().say(Message.name("done")).part(series).build();
        assertEquals(List.of("fan.csv"), ResultFiles.write(result, folder));
        assertEquals("line,position,value,lower,upper\npast,1970-01-01,1.5,,\npast,1970-01-02,,,\nto come,1970-01-03,3,2,4\n",
                Files.readString(folder.resolve("fan.csv")));
    }
}
