// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.kontor.core.problem.Problem;
import org.kontor.core.text.Texts;
import org.kontor.core.value.EmailAddress;
import org.kontor.core.value.PhoneNumber;

/**
 * What a field may hold. Forms ask while somebody types, imports ask for each cell, and the store asks for each record before it writes.
 *
 * @since 0.1
 */
public final class Validation {

    private static final Texts TEXTS = Texts.beside(Validation.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Validation() {
    }

    /**
     * What is wrong with a value.
     *
     * @param field the field
     * @param value a value of the field's Java type, or the identifier of a reference, or the name of a choice; null for none
     * @return one sentence in the person's language; empty where nothing is wrong
     */
    public static Optional<String> check(final Field field, final Object value) {
        if (value == null || value instanceof final String text && text.isBlank()) {
            return field.required() ? Optional.of(TEXTS.get("validation.required", field.label())) : Optional.empty();
        }
        if (value instanceof final String text) {
            if (field.maxLength() > 0 && text.length() > field.maxLength()) {
                return Optional.of(TEXTS.get("validation.length", field.label(), field.maxLength(), text.length()));
            }
            final boolean shaped = switch (field.kind()) {
                case EMAIL -> EmailAddress.parse(text).isPresent();
                case PHONE -> PhoneNumber.parse(text).isPresent();
                case URL -> isWebAddress(text);
                case CURRENCY -> isCurrency(text);
                default -> true;
            };
            return shaped ? Optional.empty() : Optional.of(TEXTS.get("validation." + field.kind().name().toLowerCase(Locale.ROOT), field.label(), text));
        }
        if (field.kind() == FieldKind.PERCENT && value instanceof final BigDecimal number
                && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            return Optional.of(TEXTS.get("validation.percent", field.label(), number));
        }
        if (value instanceof final BigDecimal number && number.precision() - number.scale() > 19 - field.scale()) {
            return Optional.of(TEXTS.get("validation.large", field.label(), number));
        }
        return Optional.empty();
    }

    /**
     * What is wrong with a record.
     *
     * @param type   the record's type
     * @param values gives the value of each field
     * @return sentences in the order of the fields
     */
    public static List<String> check(final RecordType<?> type, final Function<Field, Object> values) {
        final var found = new ArrayList<String>();
        for (final var field : type.fields()) {
            if (isChecked(field)) {
                check(field, values.apply(field)).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Refuses a record that is not valid.
     *
     * @param type   the record's type
     * @param values gives the value of each field
     * @throws org.kontor.core.problem.ProblemException {@code record.invalid}, naming every fault
     */
    public static void require(final RecordType<?> type, final Function<Field, Object> values) {
        final var faults = check(type, values);
        if (!faults.isEmpty()) {
            throw Problem.of(TEXTS, "record.invalid", type.label(), faults.stream().collect(Collectors.joining(" "))).asException();
        }
    }

    /**
     * Refuses a record that is not valid.
     *
     * @param type   the record's type
     * @param values the value of each field, in the order of {@link RecordType#fields}
     * @throws org.kontor.core.problem.ProblemException {@code record.invalid}, naming every fault
     */
    public static void require(final RecordType<?> type, final Object[] values) {
        final var fields = type.fields();
        for (int i = 0; i < values.length; i++) {
            final var field = fields.get(i);
            if ((values[i] != null || field.required()) && isChecked(field) && check(field, values[i]).isPresent()) {
                require(type, each -> values[fields.indexOf(each)]);
            }
        }
    }

    private static boolean isChecked(final Field field) {
        return !field.system() || field.required() && field.order() < 1000;
    }

    private static boolean isWebAddress(final String text) {
        try {
            final var address = new URI(text.contains("://") ? text : "https://" + text);
            return address.getHost() != null && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isCurrency(final String text) {
        try {
            return Currency.getInstance(text) != null;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
