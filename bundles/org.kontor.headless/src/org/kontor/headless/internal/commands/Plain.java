// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.kontor.model.Catalogue;
import org.kontor.model.RecordType;

/** Values in the plain form that people and programs read alike. */
final class Plain {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Plain() {
    }

    /**
     * @param number a number
     * @return its digits without grouping, exponent or trailing zeros
     */
    static String number(final BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * @param number a number
     * @return the same number for a program, without trailing zeros
     */
    static BigDecimal value(final BigDecimal number) {
        return new BigDecimal(number(number));
    }

    /**
     * @param at a moment
     * @return it in the time zone of the machine
     */
    static String moment(final Instant at) {
        return MOMENT.format(at.atZone(ZoneId.systemDefault()));
    }

    /**
     * @param counts record type's name to how many
     * @return record type's label to how many, in the order of the catalogue; types without any are left out
     */
    static Map<String, String> counts(final Map<String, Long> counts) {
        final var labelled = new LinkedHashMap<String, String>();
        ordered(counts, Catalogue.standard().types().stream().map(RecordType::name).toList()).forEach((name, count) -> {
            if (count > 0) {
                labelled.put(Catalogue.standard().find(name).map(RecordType::pluralLabel).orElse(name), Long.toString(count));
            }
        });
        return labelled;
    }

    /**
     * @param values names to values
     * @param order  known names in their order
     * @return the same, known names first and in their order, others by name
     */
    static <V> Map<String, V> ordered(final Map<String, V> values, final List<String> order) {
        final var sorted = new LinkedHashMap<String, V>();
        order.stream().filter(values::containsKey).forEach(name -> sorted.put(name, values.get(name)));
        new TreeMap<>(values).forEach(sorted::putIfAbsent);
        return sorted;
    }

    /**
     * @param type a record type
     * @return the word that names its records on the command line, such as {@code order-items}
     */
    static String word(final RecordType<?> type) {
        final var words = String.join("-", List.of(WORD_START.split(type.name()))).toLowerCase(Locale.ROOT);
        if (words.endsWith("y")) {
            return words.substring(0, words.length() - 1) + "ies";
        }
        if (words.endsWith("is")) {
            return words.substring(0, words.length() - 2) + "es";
        }
        return words.endsWith("s") ? words + "es" : words + 's';
    }
}
