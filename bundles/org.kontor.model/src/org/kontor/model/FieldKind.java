// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/**
 * What the value of a field is, beyond its Java type: decides the editor, the column, the parser and the format.
 *
 * @since 0.1
 */
public enum FieldKind {
    /** A short text in one line; {@code String}. */
    TEXT,
    /** A text of several lines; {@code String}. */
    LONG_TEXT,
    /** An e-mail address; {@code String}. */
    EMAIL,
    /** A telephone number; {@code String}. */
    PHONE,
    /** A web address; {@code String}. */
    URL,
    /** An ISO 4217 code; {@code String}. */
    CURRENCY,
    /** A whole number; {@code Integer} or {@code Long}. */
    INTEGER,
    /** A number with up to eight digits after the point; {@code BigDecimal}. */
    DECIMAL,
    /** 0 to 100; {@code BigDecimal}. */
    PERCENT,
    /** An amount of the currency that {@link Field#currencyPath()} names; {@code BigDecimal}. */
    MONEY,
    /** A day without time and zone; {@code LocalDate}. */
    DATE,
    /** A moment; {@code Instant}, kept to the microsecond. */
    INSTANT,
    /** Yes or no; {@code boolean}. */
    BOOLEAN,
    /** One of a fixed list; an enum. */
    CHOICE,
    /** Another record; an entity. */
    REFERENCE,
    /** A plain identifier; {@code UUID}. */
    ID
}
