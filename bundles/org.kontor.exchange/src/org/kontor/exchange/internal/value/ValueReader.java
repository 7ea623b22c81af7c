// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.core.text.Texts;
import org.kontor.core.value.EmailAddress;
import org.kontor.core.value.PhoneNumber;
import org.kontor.exchange.DateStyle;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.NumberStyle;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.Validation;

/**
 * Turns the text of a cell into a value of a field, or says what is wrong with it. The outcome of the last {@link #read} stands in
 * {@link #error}, {@link #warning} and {@link #suggestion}. Not safe for several threads.
 */
public final class ValueReader {

    private static final Texts MODEL = Texts.beside(Field.class);
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "on", "ja", "active", "是", "真", "启用", "对");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "off", "nein", "inactive", "否", "假", "停用", "错");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MONEY_DIGITS = 15;

    private final FieldKind kind;
    private final Field field;
    private final int maxLength;
    private final int scale;
    private final Class<?> javaType;
    private final DateParser dates;
    private final NumberParser numbers;
    private final Map<String, Object> choices = new HashMap<>();
    private final Suggester choiceNames = new Suggester();
    private String error;
    private String warning;
    private String suggestion;
    /** Neighbours in a file mostly have the same currency. */
    private String lastCurrency;
    private String lastCode;

    /**
     * @param target      what the value is for
     * @param dateStyle   how days are written
     * @param numberStyle how numbers are written
     */
    public ValueReader(final ImportTarget target, final DateStyle dateStyle, final NumberStyle numberStyle) {
        kind = target.kind();
        field = target.field().orElse(null);
        maxLength = target.field().map(Field::maxLength).orElse(0);
        scale = target.field().map(Field::scale).filter(digits -> digits > 0).orElse(4);
        javaType = target.field().map(Field::javaType).orElse(null);
        dates = new DateParser(dateStyle);
        numbers = new NumberParser(numberStyle);
        target.field().ifPresent(each -> each.choices().forEach(this::know));
    }

    private void know(final Enum<?> choice) {
        final var key = choice.getDeclaringClass().getSimpleName() + '.' + choice.name();
        for (final var name : new String[] {choice.name(), MODEL.get(Locale.ENGLISH, key), MODEL.get(Locale.SIMPLIFIED_CHINESE, key)}) {
            choices.putIfAbsent(Names.letters(name), choice);
            choiceNames.know(name);
        }
    }

    /** @return the code of what is wrong; null where nothing is */
    public String error() {
        return error;
    }

    /** @return the code of what somebody should look at; null where nothing is */
    public String warning() {
        return warning;
    }

    /** @return what to write instead; empty where nothing is near */
    public String suggestion() {
        return suggestion;
    }

    /** @return the ISO 4217 code that a sign beside the amount read last says; null where there is none */
    public String currency() {
        return kind == FieldKind.MONEY && numbers.currency() != null ? CurrencySigns.code(numbers.currency()) : null;
    }

    /**
     * @param cell a text that is not empty
     * @return the value; null where it is none, see {@link #error}
     */
    public Object read(final String cell) {
        error = null;
        warning = null;
        suggestion = "";
        if (cell.indexOf('\uFFFD') >= 0) {
            return bad("text.damaged");
        }
        return switch (kind) {
            case TEXT, LONG_TEXT -> text(cell);
            case EMAIL -> EmailAddress.parse(cell).isPresent() ? text(CellText.trim(cell)) : bad("email.bad");
            case PHONE -> PhoneNumber.parse(cell).isPresent() ? text(CellText.trim(cell)) : bad("phone.bad");
            case URL -> url(CellText.trim(cell));
            case CURRENCY -> currency(cell);
            case INTEGER -> integer(CellText.trim(cell));
            case DECIMAL, MONEY -> decimal(CellText.trim(cell));
            case PERCENT -> percent(CellText.trim(cell));
            case DATE -> date(CellText.trim(cell));
            case INSTANT -> instant(CellText.trim(cell));
            case BOOLEAN -> yesOrNo(cell);
            case CHOICE -> choice(cell);
            case ID -> id(CellText.trim(cell));
            case REFERENCE -> throw new IllegalStateException("references are looked up");
        };
    }

    private Object bad(final String code) {
        error = code;
        return null;
    }

    private Object text(final String cell) {
        return maxLength > 0 && cell.length() > maxLength ? bad("text.long") : cell;
    }

    private Object url(final String cell) {
        final boolean valid = field == null || cell.length() > maxLength || Validation.check(field, cell).isEmpty();
        return valid ? text(cell) : bad("url.bad");
    }

    private Object currency(final String cell) {
        if (!cell.equals(lastCurrency)) {
            lastCode = CurrencySigns.code(cell);
            lastCurrency = cell;
        }
        return lastCode == null ? bad("currency.bad") : lastCode;
    }

    private Object integer(final String cell) {
        final var number = numbers.parse(cell);
        if (number == null) {
            return bad("number.bad");
        }
        try {
            if (javaType == Long.class) {
                return number.longValueExact();
            }
            return number.intValueExact();
        } catch (ArithmeticException notWhole) {
            return bad(number.stripTrailingZeros().scale() > 0 ? "number.whole" : "number.large");
        }
    }

    private Object decimal(final String cell) {
        final var number = numbers.parse(cell);
        if (number == null) {
            return bad("number.bad");
        }
        if (number.precision() - number.scale() > (scale > 4 ? 11 : MONEY_DIGITS)) {
            return bad("number.large");
        }
        if (number.scale() > scale) {
            final var rounded = number.setScale(scale, RoundingMode.HALF_EVEN);
            if (rounded.compareTo(number) != 0) {
                warning = "number.rounded";
                suggestion = rounded.toPlainString();
            }
            return rounded;
        }
        return number;
    }

    private Object percent(final String cell) {
        final var number = numbers.parse(cell);
        if (number == null) {
            return bad("number.bad");
        }
        return number.signum() < 0 || number.compareTo(HUNDRED) > 0 ? bad("percent.range") : number.scale() > 2
                ? number.setScale(2, RoundingMode.HALF_EVEN) : number;
    }

    private Object date(final String cell) {
        final var day = dates.parse(cell);
        if (day == null) {
            final var nearest = dates.nearest(cell);
            suggestion = nearest == null ? "" : nearest.toString();
            return bad("date.bad");
        }
        final var rest = dates.rest();
        if (!rest.isEmpty()) {
            final var time = time(rest);
            if (time == null) {
                return bad("date.bad");
            }
            warning = time.equals(LocalTime.MIDNIGHT) ? null : "date.time";
        }
        return day;
    }

    private static LocalTime time(final String rest) {
        var plain = rest.endsWith("Z") ? rest.substring(0, rest.length() - 1) : rest;
        plain = plain.indexOf(':') == 1 ? '0' + plain : plain;
        try {
            return LocalTime.parse(plain);
        } catch (DateTimeException other) {
            return null;
        }
    }

    private Object instant(final String cell) {
        try {
            return OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeException local) {
            final LocalDate day = dates.parse(cell);
            final var time = day == null ? null : dates.rest().isEmpty() ? LocalTime.MIDNIGHT : time(dates.rest());
            if (time == null) {
                return bad("instant.bad");
            }
            final Instant moment = dates.rest().endsWith("Z") ? LocalDateTime.of(day, time).toInstant(java.time.ZoneOffset.UTC)
                    : LocalDateTime.of(day, time).atZone(ZoneId.systemDefault()).toInstant();
            return moment;
        }
    }

    private Object yesOrNo(final String cell) {
        final var word = Names.same(cell);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : bad("boolean.bad");
    }

    private Object choice(final String cell) {
        final var found = choices.get(Names.letters(cell));
        if (found == null) {
            suggestion = choiceNames.nearest(cell).orElse("");
            return bad("choice.bad");
        }
        return found;
    }

    private Object id(final String cell) {
        try {
            return UUID.fromString(cell);
        } catch (IllegalArgumentException other) {
            return bad("id.bad");
        }
    }
}
