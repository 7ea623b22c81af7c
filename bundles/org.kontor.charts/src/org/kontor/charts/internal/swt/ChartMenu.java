// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import org.kontor.charts.Chart;
import org.kontor.charts.ChartExport;

/** What every chart offers in its context menu: to be written to a file, and to be copied. */
public final class ChartMenu {

    /** The key under which tests and scripts find an item. */
    public static final String KEY = "org.kontor.key";

    private static final int LONGEST_NAME = 60;

    private final Control control;
    private final Menu menu;

    /**
     * @param control the chart on the screen
     * @param title   the chart's title, for the name of the file
     * @param export  writes a picture with its numbers
     * @param numbers writes the numbers alone
     * @param picture copies the picture
     * @param table   copies the numbers
     */
    public ChartMenu(final Control control, final Supplier<String> title, final BiConsumer<ChartExport.Format, Path> export,
            final Consumer<Path> numbers, final Runnable picture, final Runnable table) {
        this.control = control;
        this.menu = new Menu(control);
        for (final var format : ChartExport.Format.values()) {
            item("export." + format.extension(), () -> ask(title.get(), format.extension(), file -> export.accept(format, file)));
        }
        item("export.csv", () -> ask(title.get(), "csv", numbers));
        new MenuItem(menu, SWT.SEPARATOR);
        item("copy.picture", picture);
        item("copy.numbers", table);
        control.setMenu(menu);
        control.addListener(SWT.Dispose, event -> menu.dispose());
    }

    private void item(final String key, final Runnable action) {
        final var item = new MenuItem(menu, SWT.PUSH);
        item.setText(Messages.TEXTS.get("menu." + key));
        item.setData(KEY, "chart." + key);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void ask(final String title, final String extension, final Consumer<Path> then) {
        final var dialog = new FileDialog(control.getShell(), SWT.SAVE);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*." + extension});
        dialog.setFileName(fileName(title.isEmpty() ? Messages.TEXTS.get("name.untitled") : title, extension));
        final var chosen = dialog.open();
        if (chosen != null) {
            then.accept(Path.of(chosen.toLowerCase(Locale.ROOT).endsWith('.' + extension) ? chosen : chosen + '.' + extension));
        }
    }

    /** A name that every file system takes. */
    static String fileName(final String title, final String extension) {
        final var name = title.replaceAll("[^\\p{L}\\p{N} _-]+", " ").strip().replaceAll("\\s+", " ");
        final var cut = name.codePointCount(0, name.length()) <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip();
        return (cut.isEmpty() ? "chart" : cut) + '.' + extension;
    }

    /** What stands over a problem of an export. */
    public static String problemTitle() {
        return Messages.TEXTS.get("problem.title");
    }

    /** Puts a picture where other programs take it from. */
    public void copy(final ImageData picture) {
        copy(picture, ImageTransfer.getInstance());
    }

    /** Puts the numbers where spreadsheets take them from. */
    public void copy(final Chart chart) {
        final var table = chart.table();
        final var text = new StringBuilder(String.join("\t", table.header())).append('\n');
        table.formatted(Locale.getDefault()).forEach(row -> text.append(String.join("\t", row)).append('\n'));
        copy(text.toString(), TextTransfer.getInstance());
    }

    private void copy(final Object content, final Transfer transfer) {
        final var clipboard = new Clipboard(control.getDisplay());
        try {
            clipboard.setContents(new Object[] {content}, new Transfer[] {transfer});
        } finally {
            clipboard.dispose();
        }
    }
}
