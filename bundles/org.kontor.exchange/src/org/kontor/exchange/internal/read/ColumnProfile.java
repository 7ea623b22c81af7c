// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.exchange.DateStyle;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.SourceColumn;
import org.kontor.exchange.internal.value.DateParser;

/** What the beginning of the file shows about one column: its values, and how its days and numbers are written. */
public final class ColumnProfile {

    private static final int MAX_DISTINCT = 2000;
    private static final int MAX_SAMPLES = 50;
    private static final int MAX_SAMPLE_LENGTH = 200;

    private final int index;
    private final String name;
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final Map<DateStyle, DateParser> parsers = new EnumMap<>(DateStyle.class);
    private final Map<DateStyle, Integer> dates = new EnumMap<>(DateStyle.class);
    private long filled;
    private long blank;
    private int dateLike;
    private int point;
    private int comma;
    private int eitherPoint;
    private int eitherComma;

    /**
     * @param index the place of the column
     * @param name  its header
     */
    public ColumnProfile(final int index, final String name) {
        this.index = index;
        this.name = name;
        for (final var style : DateStyle.values()) {
            parsers.put(style, new DateParser(style));
        }
    }

    /**
     * @param cell a value of the column
     */
    public void see(final String cell) {
        if (cell.isEmpty()) {
            blank++;
            return;
        }
        filled++;
        final boolean counted = frequencies.containsKey(cell);
        if (cell.length() <= MAX_SAMPLE_LENGTH && (counted || frequencies.size() < MAX_DISTINCT)) {
            frequencies.merge(cell, 1, Integer::sum);
        }
        final char first = cell.charAt(0);
        if (cell.length() <= 40 && first >= '0' && first <= '9' && cell.length() >= 6) {
            seeDate(cell);
        }
        if (cell.length() <= 40) {
            seeNumber(cell);
        }
    }

    private void seeDate(final String cell) {
        boolean any = false;
        for (final var parser : parsers.entrySet()) {
            if (parser.getValue().parse(cell) != null) {
                dates.merge(parser.getKey(), 1, Integer::sum);
                any = true;
            }
        }
        dateLike += any ? 1 : 0;
    }

    private void seeNumber(final String cell) {
        final int lastPoint = cell.lastIndexOf('.');
        final int lastComma = cell.lastIndexOf(',');
        if (lastPoint < 0 && lastComma < 0 || !cell.chars().allMatch(c -> c >= '0' && c <= '9'
                || " .,-+()%$\u20AC\u00A3\u00A5\uFFE5'".indexOf(c) >= 0)) {
            return;
        }
        if (lastPoint >= 0 && lastComma >= 0) {
            point += lastPoint > lastComma ? 1 : 0;
            comma += lastComma > lastPoint ? 1 : 0;
            return;
        }
        final char mark = lastPoint >= 0 ? '.' : ',';
        final int last = Math.max(lastPoint, lastComma);
        final boolean several = cell.indexOf(mark) != last;
        final long after = cell.substring(last + 1).chars().filter(Character::isDigit).count();
        final long before = cell.substring(0, cell.indexOf(mark)).chars().filter(Character::isDigit).count();
        if (several) {
            point += mark == ',' ? 1 : 0;
            comma += mark == '.' ? 1 : 0;
        } else if (after != 3 || before == 0 || before > 3) {
            point += mark == '.' ? 1 : 0;
            comma += mark == ',' ? 1 : 0;
        } else {
            eitherPoint += mark == '.' ? 1 : 0;
            eitherComma += mark == ',' ? 1 : 0;
        }
    }

    /** @return values and how often each occurs */
    public Map<String, Integer> frequencies() {
        return frequencies;
    }

    /** @return how many values could be days */
    public int dateLike() {
        return dateLike;
    }

    /** @return how the days are written */
    public DateStyle dates() {
        int most = dates.values().stream().max(Comparator.naturalOrder()).orElse(0);
        if (most == 0) {
            return DateStyle.ISO;
        }
        final var preferred = "US".equals(Locale.getDefault().getCountry()) ? DateStyle.MONTH_FIRST : DateStyle.DAY_FIRST;
        if (dates.getOrDefault(preferred, 0) == most) {
            return preferred;
        }
        return dates.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    /** @return whether every day that could be month first could be day first too */
    public boolean datesAmbiguous() {
        final int month = dates.getOrDefault(DateStyle.MONTH_FIRST, 0);
        final var chosen = dates();
        return month > 0 && (chosen == DateStyle.MONTH_FIRST || chosen == DateStyle.DAY_FIRST)
                && month == dates.getOrDefault(DateStyle.DAY_FIRST, 0);
    }

    /** @return how the numbers are written */
    public NumberStyle numbers() {
        return comma > point || comma == point && eitherPoint == 0 && comma > 0 ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    /** @return whether points or commas could be read either way */
    public boolean numbersAmbiguous() {
        return point == 0 && comma == 0 && eitherPoint + eitherComma > 0;
    }

    /** @return how many values have a point or comma that decides how numbers are written */
    public int numberVotes() {
        return point + comma;
    }

    /**
     * @param dateStyle   how days are read
     * @param numberStyle how numbers are read
     * @param certain     whether nobody need be asked
     * @return the column
     */
    public SourceColumn column(final DateStyle dateStyle, final NumberStyle numberStyle, final boolean certain) {
        final List<String> samples = frequencies.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_SAMPLES)
                .map(Map.Entry::getKey).toList();
        return new SourceColumn(index, name, samples, filled, blank, frequencies.size(), dateStyle, numberStyle, certain);
    }
}
