// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal;

import java.math.BigDecimal;
import java.util.Locale;

import org.kontor.charts.ValueFormat;

/** The numbers and texts of one picture in one language. */
record Words(Locale locale) {

    String exact(final ValueFormat format, final BigDecimal value) {
        return format.exact(value, locale);
    }

    String brief(final ValueFormat format, final BigDecimal value) {
        return format.brief(value, locale);
    }

    String text(final String key, final Object... args) {
        return Messages.TEXTS.get(locale, key, args);
    }
}
