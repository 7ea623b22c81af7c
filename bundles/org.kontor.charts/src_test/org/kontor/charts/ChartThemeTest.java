// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ChartThemeTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final double APART = 12;

    /** Linear RGB to what is seen with no deficiency, protanopia, deuteranopia and tritanopia: Machado, Oliveira and Fernandes 2009. */
    private static final List<double[][]> EYES = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
            new double[][] {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
            new double[][] {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}});

    @Test
    void textReadsOnTheBackgroundOfBothThemes() {
        for (final var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            assertText(theme);
            assertTrue(theme.palette().size() == 8);
        }
    }

    @Test
    void textReadsOnEveryBackgroundOfAWorkbench() {
        IntStream.range(0, 4096).mapToObj(value -> new Rgb((value >> 8) * 17, (value >> 4 & 15) * 17, (value & 15) * 17))
                .forEach(background -> {
                    final var theme = ChartTheme.on(background);
                    assertEquals(background, theme.background());
                    assertText(theme);
                });
    }

    private static void assertText(final ChartTheme theme) {
        for (final var text : List.of(theme.foreground(), theme.muted())) {
            assertTrue(text.contrast(theme.background()) >= TEXT, () -> text.hex() + " on " + theme.background().hex());
        }
        assertTrue(theme.focus().contrast(theme.background()) >= SHAPE);
    }

    @Test
    void shapesStandOutFromTheBackground() {
        for (final var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            Stream.concat(theme.palette().stream(), Stream.of(theme.positive(), theme.negative(), theme.neutral()))
                    .forEach(colour -> assertTrue(colour.contrast(theme.background()) >= SHAPE, colour::hex));
        }
    }

    @Test
    void palettesStayApartForEveryKindOfEye() {
        for (final var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            for (int first = 0; first < theme.palette().size(); first++) {
                for (int second = first + 1; second < theme.palette().size(); second++) {
                    assertApart(theme.palette().get(first), theme.palette().get(second));
                }
            }
            assertApart(theme.positive(), theme.negative());
            assertApart(theme.positive(), theme.palette().getFirst());
            assertApart(theme.negative(), theme.palette().getFirst());
        }
    }

    private static void assertApart(final Rgb first, final Rgb second) {
        for (final var eye : EYES) {
            final double distance = distance(lab(first, eye), lab(second, eye));
            assertTrue(distance >= APART, () -> first.hex() + " and " + second.hex() + ": " + distance);
        }
    }

    private static double distance(final double[] first, final double[] second) {
        return Math.sqrt(IntStream.range(0, 3).mapToDouble(index -> Math.pow(first[index] - second[index], 2)).sum());
    }

    private static double[] lab(final Rgb colour, final double[][] eye) {
        final double[] linear = {linear(colour.red()), linear(colour.green()), linear(colour.blue())};
        final double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            seen[row] = Math.clamp(eye[row][0] * linear[0] + eye[row][1] * linear[1] + eye[row][2] * linear[2], 0, 1);
        }
        final double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        final double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        final double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(final int channel) {
        final double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double root(final double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }

    @Test
    void rolesKeepTheirColour() {
        final var theme = ChartTheme.DARK;
        assertEquals(theme.palette().get(3), theme.colour(ColourRole.palette(11), 0));
        assertEquals(theme.palette().get(1), theme.colour(ColourRole.AUTOMATIC, 9));
        assertEquals(theme.positive(), theme.colour(ColourRole.POSITIVE, 5));
        assertEquals(theme.negative(), theme.colour(ColourRole.NEGATIVE, 5));
        assertEquals(theme.neutral(), theme.colour(ColourRole.NEUTRAL, 5));
    }
}
