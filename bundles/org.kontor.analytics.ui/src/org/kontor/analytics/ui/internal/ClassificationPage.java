// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.analytics.ui.internal.Segments.Label;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordPage;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;

/** What a customer is classified by, now and before, on its page in the editor. */
public final class ClassificationPage implements RecordPage {

    private static final List<String> COLUMNS = List.of("scheme", "label", "score", "from", "to");

    private Table table;

    @Override
    public Control create(final Composite parent, final RecordEditing editing) {
        table = WidgetKeys.named(new Table(parent, SWT.FULL_SELECTION), "record.classifications");
        table.setHeaderVisible(true);
        COLUMNS.forEach(name -> new TableColumn(table, "score".equals(name) ? SWT.RIGHT : SWT.LEFT).setText(Messages.text("classification." + name)));
        new TableColumn(table, SWT.NONE);
        Commits.listen(table, editing.store(), Segments.SHOWN, commit -> read(editing));
        read(editing);
        return table;
    }

    private void read(final RecordEditing editing) {
        final var reference = "Contact".equals(editing.ref().recordType()) ? "contact" : "account";
        Background.of(table, Messages.text("classification.job"), progress -> Segments.of(editing.store(), reference, editing.ref().id()))
                .then(this::show).quiet().start();
    }

    private void show(final List<Label> labels) {
        final var format = FieldFormat.current();
        table.removeAll();
        for (final var label : labels) {
            new TableItem(table, SWT.NONE).setText(new String[] {label.scheme(), label.label(), label.score().map(score -> format.number(score, 0, 4)).orElse(""),
                format.instant(label.from()), label.to().map(format::instant).orElseGet(() -> Messages.text("classification.now"))});
        }
        if (labels.isEmpty()) {
            new TableItem(table, SWT.NONE).setText(new String[] {Messages.text("classification.none")});
        }
        for (final var column : table.getColumns()) {
            column.pack();
        }
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
