// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.conversion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.sales.LeadConversion.Fate;
import org.kontor.sales.LeadConversion.Line;
import org.kontor.sales.LeadConversion.Preview;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Where each field of the lead goes: every field has a row, those without a value stand at the end. */
final class ConversionPreview {

    private static final int[] WIDTHS = {140, 200, 300, 150};
    private static final List<String> COLUMNS = List.of("field", "value", "target", "existing");
    private static final int ROWS = 12;
    private static final int NARROW = 200;

    private final Composite area;
    private final Table table;
    private final Label follows;

    ConversionPreview(final Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(area);
        final var heading = new Label(area, SWT.NONE);
        heading.setText(Messages.text("preview"));
        table = WidgetKeys.named(new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE), "convert.preview");
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, table.getItemHeight() * ROWS).applyTo(table);
        for (int column = 0; column < COLUMNS.size(); column++) {
            final var header = new TableColumn(table, SWT.NONE);
            header.setText(Messages.text("column." + COLUMNS.get(column)));
            header.setWidth(WIDTHS[column]);
        }
        follows = WidgetKeys.named(Colours.styled(new Label(area, SWT.WRAP), Colours.CSS_MUTED), "convert.follows");
        // two lines, whatever the window's width: a label that wraps asks for its own
        GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, 2 * heading.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(follows);
        follows.setText(Messages.text("reading"));
    }

    Composite control() {
        return area;
    }

    void show(final Preview preview) {
        table.setRedraw(false);
        try {
            final int top = table.getTopIndex();
            table.removeAll();
            preview.lines().stream().sorted(Comparator.comparing((final Line line) -> line.fate() == Fate.EMPTY)).forEach(this::row);
            table.setTopIndex(top);
        } finally {
            table.setRedraw(true);
        }
        follows.setText(Stream.of(Messages.text("follows.points", preview.contactPoints()), Messages.text("follows.activities", preview.activities()),
                preview.note().isEmpty() ? Messages.text("follows.noNote") : Messages.text("follows.note")).collect(Collectors.joining(" ")));
        follows.setToolTipText(preview.note().isEmpty() ? null : preview.note());
    }

    private void row(final Line line) {
        final var item = new TableItem(table, SWT.NONE);
        item.setData(line);
        final boolean empty = line.fate() == Fate.EMPTY;
        final var value = line.value().replaceAll("\\s+", " ");
        final var target = line.fate() == Fate.SAME ? Messages.text("target.same", line.targetLabel()) : line.targetLabel();
        item.setText(new String[] {line.label(), empty ? Messages.text("target.empty") : value, target, line.existing().replaceAll("\\s+", " ")});
        if (empty) {
            item.setForeground(Colours.TEXT_MUTED.color());
        } else {
            item.setImage(2, (line.fate() == Fate.NOTE ? Icons.NOTE : line.fate() == Fate.CONTACT_POINT ? Icons.MAIL : Icons.DONE).image());
        }
    }
}
