// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The colours and the type of a picture. Both built-in themes keep text at a contrast of 4.5 or more and shapes at 3 or more, and their
 * palettes stay apart for people with protanopia, deuteranopia and tritanopia.
 *
 * @param background   behind everything
 * @param foreground   labels and numbers
 * @param muted        subtitles, axes, headers
 * @param grid         lines in the background
 * @param focus        the ring around what the keyboard points at
 * @param palette      the colours of series in their order; eight
 * @param positive     good news
 * @param negative     bad news
 * @param neutral      comparisons and remainders
 * @param fontFamilies families in the order of preference; the first one on the machine that can write all of a chart is taken
 * @param fontSize     the size of labels in logical pixels, 6 to 72; everything else follows from it
 * @since 0.1
 */
public record ChartTheme(Rgb background, Rgb foreground, Rgb muted, Rgb grid, Rgb focus, List<Rgb> palette, Rgb positive, Rgb negative,
        Rgb neutral, List<String> fontFamilies, double fontSize) {

    private static final double TEXT_CONTRAST = 4.5;

    /** Families that hold Latin and Chinese in one design come first, so that mixed labels look like one text. */
    private static final List<String> FAMILIES = List.of("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI",
            "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "WenQuanYi Micro Hei");

    /** For a light workbench, reports and print. */
    public static final ChartTheme LIGHT = new ChartTheme(Rgb.WHITE, Rgb.of("#1f2328"), Rgb.of("#59636e"), Rgb.of("#e4e7eb"),
            Rgb.of("#0b62c4"),
            colours("#2f6fb7", "#d55f12", "#0d946a", "#a3457e", "#4d33b3", "#94813d", "#3a94ee", "#505748"),
            Rgb.of("#12805c"), Rgb.of("#c8382d"), Rgb.of("#6b7681"), FAMILIES, 12);

    /** For a dark workbench. */
    public static final ChartTheme DARK = new ChartTheme(Rgb.of("#1e1f22"), Rgb.of("#e6e8eb"), Rgb.of("#a3abb4"), Rgb.of("#35383d"),
            Rgb.of("#7ab7ff"),
            colours("#5b9fe6", "#ee8352", "#4fd09c", "#cc83bb", "#cac0f6", "#dfd352", "#aadedb", "#92a499"),
            Rgb.of("#4cc38a"), Rgb.of("#f2776b"), Rgb.of("#98a2ad"), FAMILIES, 12);

    public ChartTheme {
        Objects.requireNonNull(background);
        Objects.requireNonNull(foreground);
        Objects.requireNonNull(muted);
        Objects.requireNonNull(grid);
        Objects.requireNonNull(focus);
        Objects.requireNonNull(positive);
        Objects.requireNonNull(negative);
        Objects.requireNonNull(neutral);
        palette = List.copyOf(palette);
        fontFamilies = List.copyOf(fontFamilies);
        if (palette.isEmpty()) {
            throw new IllegalArgumentException("no palette");
        }
        if (!(fontSize >= 6 && fontSize <= 72)) {
            throw new IllegalArgumentException("font size " + fontSize);
        }
    }

    private static List<Rgb> colours(final String... hex) {
        return Arrays.stream(hex).map(Rgb::of).toList();
    }

    /**
     * The built-in theme that suits a background, painted on exactly this background, so that a chart has no visible edge in its view.
     *
     * @param background what surrounds the picture
     * @return the light or the dark theme; text keeps a contrast of 4.5 or more
     */
    public static ChartTheme on(final Rgb background) {
        final var base = background.isDark() ? DARK : LIGHT;
        final var strongest = background.isDark() ? Rgb.WHITE : Rgb.BLACK;
        return new ChartTheme(background, readable(base.foreground, background, strongest), readable(base.muted, background, strongest),
                background.mix(strongest, 0.12), readable(base.focus, background, strongest), base.palette, base.positive, base.negative,
                base.neutral, base.fontFamilies, base.fontSize);
    }

    private static Rgb readable(final Rgb wanted, final Rgb background, final Rgb strongest) {
        for (int step = 0; step <= 10; step++) {
            final var tried = wanted.mix(strongest, step / 10.0);
            if (tried.contrast(background) >= TEXT_CONTRAST) {
                return tried;
            }
        }
        return strongest;
    }

    /**
     * This theme at another size of type, such as that of the workbench's font.
     *
     * @param size the size of labels in logical pixels, 6 to 72
     * @return the theme
     */
    public ChartTheme withFontSize(final double size) {
        return new ChartTheme(background, foreground, muted, grid, focus, palette, positive, negative, neutral, fontFamilies, size);
    }

    /**
     * This theme with other type.
     *
     * @param families families in the order of preference
     * @return the theme
     */
    public ChartTheme withFontFamilies(final List<String> families) {
        return new ChartTheme(background, foreground, muted, grid, focus, palette, positive, negative, neutral, families, fontSize);
    }

    /**
     * Whether this is a dark theme.
     *
     * @return true where the background is dark
     */
    public boolean isDark() {
        return background.isDark();
    }

    /**
     * The colour for a role.
     *
     * @param role     what the colour says
     * @param position the series' place in its chart, for {@link ColourRole#AUTOMATIC}; 0 or more
     * @return the colour
     */
    public Rgb colour(final ColourRole role, final int position) {
        return switch (role.meaning()) {
            case AUTOMATIC -> palette.get(position % palette.size());
            case PALETTE -> palette.get(role.index() % palette.size());
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
        };
    }
}
