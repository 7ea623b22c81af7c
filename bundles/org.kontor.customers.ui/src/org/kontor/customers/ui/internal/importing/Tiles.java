// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.exchange.ImportReport;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** The numbers of a report side by side: what becomes of the rows of the file. */
final class Tiles {

    private static final List<String> NAMES = List.of("rows", "created", "updated", "unchanged", "skipped", "refused");

    private final Composite control;
    private final List<Label> numbers = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();

    Tiles(final Composite parent, final String key, final boolean done) {
        control = WidgetKeys.named(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_RAISED), key);
        control.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().numColumns(NAMES.size()).equalWidth(true).margins(12, 8).spacing(8, 0).applyTo(control);
        final var resources = new LocalResourceManager(JFaceResources.getResources(), control);
        final var large = resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).increaseHeight(5));
        for (final var name : NAMES) {
            final var number = WidgetKeys.named(new Label(control, SWT.NONE), key + '.' + name);
            number.setFont(large);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(number);
            numbers.add(number);
        }
        for (final var name : NAMES) {
            final var caption = Colours.styled(new Label(control, SWT.NONE), Colours.CSS_MUTED);
            caption.setText(Messages.text((done ? "tile.done." : "tile.") + name));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(caption);
            captions.add(caption);
        }
    }

    Composite control() {
        return control;
    }

    void show(final ImportReport report) {
        final long[] values = {report.rows(), report.created(), report.updated(), report.unchanged(), report.skipped(), report.refused()};
        final Colours[] colours = {Colours.TEXT, Colours.SUCCESS, Colours.ACCENT, Colours.TEXT_MUTED, Colours.WARNING, Colours.ERROR};
        for (int i = 0; i < values.length; i++) {
            numbers.get(i).setText(Messages.number(values[i]));
            numbers.get(i).setForeground((values[i] == 0 ? Colours.TEXT_MUTED : colours[i]).color());
        }
        control.layout(true, true);
    }
}
