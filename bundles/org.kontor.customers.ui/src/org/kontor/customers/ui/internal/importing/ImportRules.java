// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.exchange.BadValueChoice;
import org.kontor.exchange.DuplicateChoice;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.ImportOption;
import org.kontor.exchange.MatchingKey;
import org.kontor.model.Catalogue;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Query;
import org.kontor.ui.Availability;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.TextUndo;
import org.kontor.ui.work.Background;

/** What holds for all rows: how existing records are found and what becomes of them, of bad values and of repeated lines. */
final class ImportRules {

    private final Composite control;
    private final Store store;
    private final Runnable changed;
    private final Combo key;
    private final Combo mode;
    private final Combo bad;
    private final Button duplicates;
    private final Button blanks;
    private final Composite options;
    private List<MatchingKey> keys = List.of();
    private final List<Control> optionFields = new ArrayList<>();
    private ImportDraft draft;

    /**
     * @param parent  where
     * @param store   where the records are that a setting may name
     * @param changed hears that something was chosen
     */
    ImportRules(final Composite parent, final Store store, final Runnable changed) {
        this.store = store;
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(12, 6).applyTo(control);
        key = combo("import.key", "rules.key");
        mode = combo("import.mode", "rules.mode");
        for (final var each : ImportMode.values()) {
            mode.add(Messages.text("mode." + each.name()));
        }
        bad = combo("import.bad", "rules.bad");
        for (final var each : BadValueChoice.values()) {
            bad.add(Messages.text("bad." + each.name()));
        }
        final var checks = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(18, 0).applyTo(checks);
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.FILL, SWT.CENTER).applyTo(checks);
        duplicates = check(checks, "import.duplicates", "rules.duplicates");
        blanks = check(checks, "import.blanks", "rules.blanks");
        options = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(12, 6).applyTo(options);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).applyTo(options);
    }

    Composite control() {
        return control;
    }

    private Combo combo(final String name, final String label) {
        new Label(control, SWT.NONE).setText(Messages.text(label));
        final var combo = WidgetKeys.named(new Combo(control, SWT.READ_ONLY | SWT.DROP_DOWN), name);
        combo.addListener(SWT.Selection, event -> change());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(150, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Button check(final Composite parent, final String name, final String label) {
        final var check = WidgetKeys.named(new Button(parent, SWT.CHECK), name);
        check.setText(Messages.text(label));
        check.setToolTipText(Messages.text(label + ".help"));
        check.addListener(SWT.Selection, event -> change());
        return check;
    }

    /** Shows what is chosen; the fields of the kind's own settings only where they are of another kind than before. */
    void show(final ImportDraft shown) {
        final boolean anew = draft == null || draft != shown;
        draft = shown;
        final var choices = draft.choices();
        keys = draft.possibleKeys();
        key.setItems(keys.stream().map(MatchingKey::label).toArray(String[]::new));
        key.add(Messages.text("rules.key.none"));
        key.select(choices.key.map(name -> keys.stream().map(MatchingKey::name).toList().indexOf(name)).filter(place -> place >= 0)
                .orElse(keys.size()));
        mode.select(choices.mode.ordinal());
        mode.setEnabled(choices.key.isPresent() || choices.mode != ImportMode.CREATE_OR_UPDATE);
        bad.select(choices.badValues.ordinal());
        duplicates.setSelection(choices.duplicates == DuplicateChoice.SKIP);
        blanks.setSelection(choices.blankOverwrites);
        Availability.set(blanks, choices.key.isPresent() && choices.mode != ImportMode.CREATE_ONLY);
        if (anew) {
            optionFields.clear();
            for (final var old : options.getChildren()) {
                old.dispose();
            }
            draft.kind().options().forEach(this::option);
            ((GridData) options.getLayoutData()).exclude = draft.kind().options().isEmpty();
            options.setVisible(!draft.kind().options().isEmpty());
            options.layout(true, true);
            control.layout(true, true);
        }
    }

    private void option(final ImportOption option) {
        final var label = new Label(options, SWT.NONE);
        label.setText(Messages.text("rules.option", option.label()));
        label.setToolTipText(option.help());
        final var value = draft.choices().options().getOrDefault(option.key(), option.standard());
        final Control field;
        if (option.values().isEmpty()) {
            final var text = new Text(options, SWT.BORDER | SWT.SINGLE);
            text.setText(value);
            TextUndo.install(text);
            text.addListener(SWT.Modify, event -> choose(option, text.getText().strip()));
            field = text;
        } else {
            final var combo = new Combo(options, SWT.READ_ONLY | SWT.DROP_DOWN);
            final var values = new ArrayList<>(option.values());
            values.forEach(each -> combo.add(Messages.text("option." + option.key() + '.' + each)));
            if (!values.contains(value)) {
                values.add(value);
                combo.add(value);
            }
            combo.select(values.indexOf(value));
            combo.addListener(SWT.Selection, event -> choose(option, values.get(combo.getSelectionIndex())));
            option.names().ifPresent(type -> offer(combo, values, type));
            field = combo;
        }
        WidgetKeys.named(field, "import.option." + option.key());
        field.setToolTipText(option.help());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
                .hint(new PixelConverter(field).convertWidthInCharsToPixels(14), SWT.DEFAULT).applyTo(field);
        optionFields.add(field);
    }

    /** Adds the records of the store, as soon as they are read. */
    private void offer(final Combo combo, final List<String> values, final Class<? extends StoredRecord> type) {
        Background.of(combo, Messages.text("rules.reading"), progress -> store.read(session -> titles(session, Catalogue.standard().type(type)))).then(titles ->
                titles.stream().filter(title -> !values.contains(title)).forEach(title -> {
                    values.add(title);
                    combo.add(title);
                })).quiet().start();
    }

    private static <T extends StoredRecord> List<String> titles(final Session session, final RecordType<T> type) {
        return session.list(Query.of(type.javaType())).stream().map(type::title).sorted(Collator.getInstance()).toList();
    }

    private void choose(final ImportOption option, final String value) {
        if (value.isEmpty() || value.equals(option.standard())) {
            draft.choices().options().remove(option.key());
        } else {
            draft.choices().options().put(option.key(), value);
        }
        changed.run();
    }

    private void change() {
        final var choices = draft.choices();
        choices.key = key.getSelectionIndex() < keys.size() ? Optional.of(keys.get(key.getSelectionIndex()).name()) : Optional.empty();
        choices.mode = ImportMode.values()[mode.getSelectionIndex()];
        choices.badValues = BadValueChoice.values()[bad.getSelectionIndex()];
        choices.duplicates = duplicates.getSelection() ? DuplicateChoice.SKIP : DuplicateChoice.KEEP;
        choices.blankOverwrites = blanks.getSelection();
        show(draft);
        changed.run();
    }
}
