// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;

import org.kontor.ui.WidgetKeys;

/** A day, with or without the time of day. */
final class Moment {

    private final Composite area;
    private final DateTime day;
    private final DateTime time;

    Moment(final Composite parent, final String key, final LocalDateTime start, final boolean withTime) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(area);
        day = WidgetKeys.named(new DateTime(area, SWT.DATE | SWT.DROP_DOWN), key + ".day");
        day.setDate(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth());
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).applyTo(day);
        time = withTime ? WidgetKeys.named(new DateTime(area, SWT.TIME | SWT.SHORT), key + ".time") : null;
        if (time != null) {
            time.setTime(start.getHour(), start.getMinute(), 0);
        }
    }

    LocalDate day() {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDay());
    }

    Instant instant(final ZoneId zone) {
        return day().atTime(time.getHours(), time.getMinutes()).atZone(zone).toInstant();
    }
}
