// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Shell;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** A day, or a moment, typed or taken from a calendar. */
final class DateEditor extends TextEditor {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    DateEditor(final FormContext context, final Field field) {
        super(context, field);
    }

    @Override
    protected void createTail(final Composite row) {
        text().setMessage(field.kind() == FieldKind.DATE ? context.format().datePattern() : context.format().datePattern() + " HH:mm");
        button(bar(row), Icons.CALENDAR, "calendar", this::openCalendar);
        text().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN && (event.stateMask & SWT.ALT) != 0) {
                event.doit = false;
                openCalendar();
            }
        });
    }

    private void openCalendar() {
        final var popup = WidgetKeys.named(new Shell(text().getShell(), SWT.ON_TOP | SWT.NO_TRIM | SWT.BORDER), "popup.calendar");
        popup.setLayout(new FillLayout());
        final var calendar = WidgetKeys.named(new DateTime(popup, SWT.CALENDAR), "popup.calendar.days");
        final var day = day();
        calendar.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        calendar.addListener(SWT.Selection, event -> choose(LocalDate.of(calendar.getYear(), calendar.getMonth() + 1, calendar.getDay())));
        calendar.addListener(SWT.MouseDoubleClick, event -> popup.close());
        calendar.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC || event.character == SWT.CR) {
                popup.close();
                text().setFocus();
            }
        });
        popup.addListener(SWT.Deactivate, event -> popup.close());
        popup.pack();
        popup.setLocation(text().toDisplay(0, text().getSize().y));
        popup.open();
        calendar.setFocus();
    }

    private LocalDate day() {
        return switch (draft.value(field.name())) {
            case final LocalDate day -> day;
            case final Instant moment -> LocalDate.ofInstant(moment, ZoneId.systemDefault());
            case null, default -> LocalDate.now();
        };
    }

    private void choose(final LocalDate day) {
        if (field.kind() == FieldKind.DATE) {
            draft.set(field.name(), day);
        } else {
            final var time = draft.value(field.name()) instanceof final Instant moment
                    ? LocalTime.ofInstant(moment, ZoneId.systemDefault()) : MORNING;
            draft.set(field.name(), day.atTime(time).atZone(ZoneId.systemDefault()).toInstant());
        }
    }
}
