// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.kontor.analytics.frame.Column;

/** Guesses from its type, its name and some of its values what a column holds. People may say otherwise. */
final class KindGuess {

    private static final int SAMPLE = 500;
    private static final double MOST = .8;
    private static final double WORDS = 1.7;
    private static final int LONG_NAME = 20;
    private static final int FEW_VALUES = 12;
    private static final int ENOUGH = 60;

    private static final List<String> PHONES = List.of("phone", "mobile", "telefon", "tel", "fax", "cell", "电话", "手机", "传真");
    private static final List<String> POSTCODES = List.of("postcode", "postal", "zip", "plz", "邮编", "邮政");
    private static final List<String> ADDRESSES = List.of("address", "street", "addr", "company", "title", "description", "地址", "公司", "单位", "街道");

    private KindGuess() {
    }

    static Kind of(final Column column) {
        return switch (column.type()) {
            case DATE, INSTANT -> Kind.DATE;
            case FLAG -> Kind.CATEGORY;
            case NUMBER -> whole(column) ? words(column) : Kind.NUMBER;
            case INTEGER, TEXT -> words(column);
        };
    }

    /** Codes are read as numbers where every row has one, and as numbers with a point where some have none. */
    private static boolean whole(final Column column) {
        return sample(column).stream().noneMatch(text -> text.contains(".") || text.contains("E") || text.contains("n"));
    }

    private static List<String> sample(final Column column) {
        final var found = new ArrayList<String>();
        final int step = Math.max(1, column.rows() / SAMPLE);
        for (int row = 0; row < column.rows() && found.size() < SAMPLE; row += step) {
            if (!column.isMissing(row)) {
                found.add(column.text(row));
            }
        }
        return found;
    }

    private static boolean named(final Column column, final List<String> words) {
        final var name = column.name().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains);
    }

    private static double share(final List<String> texts, final Predicate<String> test) {
        return texts.isEmpty() ? 0 : (double) texts.stream().filter(test).count() / texts.size();
    }

    private static Kind words(final Column column) {
        final var texts = sample(column);
        if (share(texts, text -> text.indexOf('@') > 0) > MOST) {
            return Kind.MAIL;
        }
        if (share(texts, text -> Cleaner.isDate(Cleaner.clean(text, Kind.DATE))) > MOST) {
            return Kind.DATE;
        }
        if (named(column, POSTCODES)) {
            return Kind.POSTCODE;
        }
        if (named(column, PHONES) && share(texts, text -> Cleaner.clean(text, Kind.PHONE).length() > 4) > MOST) {
            return Kind.PHONE;
        }
        if (texts.size() >= ENOUGH && new HashSet<>(texts).size() <= FEW_VALUES) {
            return Kind.CATEGORY;
        }
        if (share(texts, KindGuess::mostlyDigits) > MOST) {
            return Kind.CODE;
        }
        final double words = texts.stream().mapToInt(text -> text.strip().split("\\s+").length).average().orElse(1);
        final double length = texts.stream().mapToInt(String::length).average().orElse(0);
        return words >= WORDS || length > LONG_NAME || named(column, ADDRESSES) ? Kind.TEXT : Kind.NAME;
    }

    private static boolean mostlyDigits(final String text) {
        final long digits = text.chars().filter(Character::isDigit).count();
        return digits * 2 >= text.length() && digits > 0;
    }
}
