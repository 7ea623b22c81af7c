// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

import org.kontor.exchange.Evidence;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** How the file is read: what was found out and why, each to be changed. */
final class ReadSettings {

    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "Shift_JIS", "windows-1252",
            "ISO-8859-15",
            "windows-1250", "windows-1251");
    private static final String QUOTES = "\"'";
    private static final int MOST_LINES = 1000;

    private final Composite control;
    private final Combo encoding;
    private final CLabel encodingWhy;
    private final Combo separator;
    private final CLabel separatorWhy;
    private final Button header;
    private final CLabel headerWhy;
    private final Spinner skip;
    private final Combo quote;
    private final Consumer<ReadOptions> changed;
    private final List<Charset> charsets = new ArrayList<>();
    private ReadOptions shown;

    /**
     * @param parent  where
     * @param changed receives what a person changed
     */
    ReadSettings(final Composite parent, final Consumer<ReadOptions> changed) {
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 5).applyTo(control);
        encoding = combo(control, "import.encoding", Messages.text("read.encoding"));
        encodingWhy = why("import.encoding.why");
        separator = combo(control, "import.separator", Messages.text("read.separator"));
        for (final var each : Separator.values()) {
            separator.add(Messages.text("separator." + each.name()));
        }
        separatorWhy = why("import.separator.why");
        new Label(control, SWT.NONE).setText(Messages.text("read.header"));
        header = WidgetKeys.named(new Button(control, SWT.CHECK), "import.header");
        header.setText(Messages.text("read.header.check"));
        header.addListener(SWT.Selection, event -> change());
        headerWhy = why("import.header.why");
        new Label(control, SWT.NONE).setText(Messages.text("read.skip"));
        final var row = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
        skip = WidgetKeys.named(new Spinner(row, SWT.BORDER), "import.skip");
        skip.setMaximum(MOST_LINES);
        skip.addListener(SWT.Selection, event -> change());
        quote = combo(row, "import.quote", Messages.text("read.quote"));
        for (final char each : QUOTES.toCharArray()) {
            quote.add(String.valueOf(each));
        }
    }

    Composite control() {
        return control;
    }

    private Combo combo(final Composite parent, final String key, final String label) {
        new Label(parent, SWT.NONE).setText(label);
        final var combo = WidgetKeys.named(new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN), key);
        combo.addListener(SWT.Selection, event -> change());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(combo);
        return combo;
    }

    private CLabel why(final String key) {
        final var label = WidgetKeys.named(Colours.styled(new CLabel(control, SWT.NONE), Colours.CSS_MUTED), key);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(label);
        return label;
    }

    void setEnabled(final boolean enabled) {
        for (final var each : List.of(encoding, separator, header, skip, quote)) {
            each.setEnabled(enabled);
        }
    }

    void show(final ImportDraft draft) {
        shown = draft.read();
        charsets.clear();
        ENCODINGS.stream().filter(Charset::isSupported).map(Charset::forName).forEach(charsets::add);
        if (!charsets.contains(shown.charset())) {
            charsets.addFirst(shown.charset());
        }
        encoding.setItems(charsets.stream().map(ReadSettings::label).toArray(String[]::new));
        encoding.select(charsets.indexOf(shown.charset()));
        separator.select(shown.separator().ordinal());
        header.setSelection(shown.header());
        skip.setSelection(shown.skipLines());
        final int place = QUOTES.indexOf(shown.quote());
        if (place < 0) {
            quote.add(String.valueOf(shown.quote()));
        }
        quote.select(place < 0 ? quote.getItemCount() - 1 : place);
        quote.setEnabled(shown.separator() != Separator.BLANKS);
        explain(draft, "encoding", encodingWhy);
        explain(draft, "separator", separatorWhy);
        explain(draft, "header", headerWhy);
        control.layout(true, true);
    }

    private static String label(final Charset charset) {
        final var key = "encoding." + charset.name();
        return Messages.TEXTS.has(key) ? charset.name() + " (" + Messages.text(key) + ')' : charset.name();
    }

    private static void explain(final ImportDraft draft, final String option, final CLabel label) {
        final var evidence = draft.evidence().stream().filter(each -> each.option().equals(option)).findFirst();
        label.setText(evidence.map(Evidence::reason).orElseGet(() -> Messages.text("read.chosen")));
        label.setToolTipText(label.getText());
        label.setImage(evidence.filter(each -> !each.certain()).isPresent() ? Icons.WARNING.image() : null);
    }

    private void change() {
        if (shown == null) {
            return;
        }
        var now = shown;
        final var charset = charsets.get(Math.max(0, encoding.getSelectionIndex()));
        final var mark = Separator.values()[Math.max(0, separator.getSelectionIndex())];
        final char quoted = quote.getText().isEmpty() ? shown.quote() : quote.getText().charAt(0);
        now = charset.equals(now.charset()) ? now : now.withCharset(charset);
        now = mark == now.separator() ? now : now.withSeparator(mark);
        now = quoted == now.quote() ? now : now.withQuote(quoted);
        now = skip.getSelection() == now.skipLines() ? now : now.withSkipLines(skip.getSelection());
        now = header.getSelection() == now.header() ? now : now.withHeader(header.getSelection());
        if (!now.equals(shown)) {
            shown = now;
            changed.accept(now);
        }
    }
}
