// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * How a column writes days. A time of day after the date is read where the field keeps one and must be midnight or is dropped with a
 * warning where it does not.
 *
 * @since 0.1
 */
public enum DateStyle {
    /** 2017-03-01 or 2017/03/01; ISO 8601. */
    ISO("yyyy-MM-dd"),
    /** 20170301; ISO 8601, basic form. */
    BASIC("yyyyMMdd"),
    /** 3/1/2017; month first. */
    MONTH_FIRST("M/d/yyyy"),
    /** 1/3/2017; day first. */
    DAY_FIRST("d/M/yyyy"),
    /** 1.3.2017. */
    DOTTED("d.M.yyyy"),
    /** 2017年3月1日. */
    CHINESE("yyyy年M月d日");

    private final String pattern;

    DateStyle(final String pattern) {
        this.pattern = pattern;
    }

    /** @return the pattern that people know it by, such as {@code M/d/yyyy} */
    public String pattern() {
        return pattern;
    }
}
