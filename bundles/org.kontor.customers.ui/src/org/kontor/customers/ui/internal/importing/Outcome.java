// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportReport;
import org.kontor.model.Catalogue;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;

/** What an import did, in numbers: the records it made beside the sums of its columns, what was decided and what was found. */
final class Outcome {

    private final Composite control;
    private final Table records;
    private final Table findings;

    Outcome(final Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(16, 5).applyTo(control);
        FilePage.heading(control, "outcome.records");
        FilePage.heading(control, "outcome.findings");
        records = table("import.outcome.records", 15);
        findings = table("import.outcome.findings", 9);
    }

    Control control() {
        return control;
    }

    private Table table(final String key, final int characters) {
        final var table = WidgetKeys.named(new Table(control, SWT.BORDER | SWT.FULL_SELECTION), key);
        final int character = new PixelConverter(table).convertWidthInCharsToPixels(1);
        final var number = new TableColumn(table, SWT.RIGHT);
        number.setWidth((characters + 4) * character);
        final var text = new TableColumn(table, SWT.LEFT);
        table.addListener(SWT.Resize, event -> text.setWidth(Math.max(20 * character, table.getClientArea().width - number.getWidth())));
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 80).applyTo(table);
        return table;
    }

    void show(final ImportReport report, final ImportKind kind, final Decisions decisions) {
        records.removeAll();
        findings.removeAll();
        final var own = kind.recordType().name();
        report.records().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>, Boolean>comparing(entry -> !entry.getKey().equals(own))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .forEach(entry -> line(records, Icons.of(entry.getKey()), Messages.number(entry.getValue()), Messages.text("outcome.made",
                        Catalogue.standard().find(entry.getKey()).map(type -> type.pluralLabel()).orElse(entry.getKey()))));
        report.sums().forEach((name, sum) -> kind.targets().stream().filter(target -> target.name().equals(name)).findFirst()
                .ifPresent(target -> line(records, Icons.MONEY, number(sum), Messages.text("outcome.sum", target.label()))));
        for (final var item : decisions.items()) {
            if (item.sort() != Decisions.Sort.BLANK && (item.decided() || !item.suggestion().isEmpty())) {
                line(findings, item.decided() ? Icons.DONE : Icons.INFO, Messages.number(item.rows()), Messages.text("outcome.decided",
                        item.target().label(), item.value(),
                        FindingsTable.decision(item)));
            }
        }
        report.blanks().forEach((name, count) -> kind.targets().stream().filter(target -> target.name().equals(name)).findFirst()
                .ifPresent(target -> line(findings, Icons.INFO, Messages.number(count), Messages.text("outcome.blank", target.label()))));
        report.problemCounts().entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> line(findings, Icons.WARNING, Messages.number(entry.getValue()), ProblemsTable.label(entry.getKey())));
        if (findings.getItemCount() == 0) {
            line(findings, Icons.DONE, "", Messages.text("outcome.nothing"));
        }
    }

    private static String number(final BigDecimal sum) {
        return FieldFormat.current().number(sum, sum.stripTrailingZeros().scale() > 0 ? 2 : 0, 2);
    }

    private static void line(final Table table, final Icons icon, final String number, final String text) {
        final var item = new TableItem(table, SWT.NONE);
        item.setImage(icon.image());
        item.setText(new String[] {number, text});
    }
}
