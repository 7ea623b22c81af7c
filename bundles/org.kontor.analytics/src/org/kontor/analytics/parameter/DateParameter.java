// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.parameter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A day, or none: then the algorithm takes the one that its help names, such as the day after the last one in the data.
 *
 * @param name the name
 * @since 0.1
 */
public record DateParameter(String name) implements Parameter<Optional<LocalDate>> {

    @Override
    public Optional<LocalDate> preset() {
        return Optional.empty();
    }

    @Override
    public String kind() {
        return "date";
    }

    @Override
    public String range() {
        return "yyyy-mm-dd";
    }

    @Override
    public Optional<LocalDate> parse(final String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException notOne) {
            throw Refusal.unreadable(this, text);
        }
    }

    @Override
    public String format(final Optional<LocalDate> value) {
        return value.map(LocalDate::toString).orElse("");
    }

    @Override
    public void check(final Optional<LocalDate> value) {
        // every day is allowed
    }
}
