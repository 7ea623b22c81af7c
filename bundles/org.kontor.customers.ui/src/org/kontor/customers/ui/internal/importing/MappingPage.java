// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.Imports.SavedMapping;
import org.kontor.ui.Availability;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The second page: which column fills which field, and what holds for all rows. */
final class MappingPage extends WizardPage {

    private static final int WIDTH = 820;
    private static final int ROWS_HEIGHT = 280;

    private final ImportSession session;
    private Text filter;
    private Button unmapped;
    private Combo saved;
    private Button keep;
    private MappingRows rows;
    private ImportRules rules;
    private ImportDraft shown;
    private List<SavedMapping> mappings = List.of();

    MappingPage(final ImportSession session) {
        super("mapping");
        this.session = session;
        setTitle(Messages.text("mapping.title"));
        setPageComplete(false);
    }

    @Override
    public void createControl(final Composite parent) {
        final var area = WidgetKeys.named(new Composite(parent, SWT.NONE), "import.page.mapping");
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 8).applyTo(area);
        createBar(area);
        rows = new MappingRows(area, this::changed);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, ROWS_HEIGHT).applyTo(rows.control());
        FilePage.heading(area, "rules.title");
        rules = new ImportRules(area, session.store(), this::changed);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(rules.control());
        setControl(area);
    }

    private void createBar(final Composite area) {
        final var bar = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(10, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        filter = WidgetKeys.named(new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "import.columns.filter");
        filter.setMessage(Messages.text("mapping.filter"));
        GridDataFactory.fillDefaults().hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(filter);
        filter.addListener(SWT.Modify, event -> showRows());
        unmapped = WidgetKeys.named(new Button(bar, SWT.CHECK), "import.columns.unmapped");
        unmapped.setText(Messages.text("mapping.unmapped"));
        unmapped.addListener(SWT.Selection, event -> showRows());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).applyTo(unmapped);
        new Label(bar, SWT.NONE).setText(Messages.text("mapping.saved"));
        saved = WidgetKeys.named(new Combo(bar, SWT.DROP_DOWN), "import.mapping");
        saved.setToolTipText(Messages.text("mapping.saved.help"));
        saved.setTextLimit(120);
        saved.addListener(SWT.Selection, event -> load(saved.getSelectionIndex()));
        saved.addListener(SWT.Modify, event -> Availability.set(keep, !saved.getText().isBlank()));
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(saved);
        keep = WidgetKeys.named(new Button(bar, SWT.PUSH), "import.mapping.save");
        keep.setText(Messages.text("mapping.save"));
        Availability.set(keep, false);
        keep.addListener(SWT.Selection, event -> save(saved.getText().strip()));
    }

    @Override
    public void setVisible(final boolean visible) {
        super.setVisible(visible);
        if (!visible) {
            return;
        }
        final var draft = session.draft().orElseThrow();
        if (draft != shown) {
            shown = draft;
            filter.setText("");
            unmapped.setSelection(false);
            saved.setText("");
            readMappings();
        }
        showRows();
        rules.show(draft);
        ((Composite) getControl()).layout(true, true);
        examine();
        rows.setFocus();
    }

    private void showRows() {
        if (shown != null) {
            rows.show(shown, filter.getText(), unmapped.getSelection());
        }
    }

    private void changed() {
        session.changed();
        rules.show(shown);
        examine();
    }

    /** Says what keeps the import from starting, or what deserves a look. */
    private void examine() {
        final var obstacles = shown.obstacles();
        setPageComplete(obstacles.isEmpty());
        if (!obstacles.isEmpty()) {
            setErrorMessage(obstacles.getFirst().happened() + ' ' + obstacles.getFirst().nextStep());
            return;
        }
        setErrorMessage(null);
        final var columns = shown.columns();
        final long left = columns.stream().filter(column -> shown.target(column.index()).isEmpty()).count();
        final var unsure = shown.evidence().stream().filter(each -> !each.certain() && !each.subject().isEmpty()).findFirst();
        if (unsure.isPresent()) {
            setMessage(Messages.text("mapping.unsure", unsure.get().subject(), unsure.get().reason()), WARNING);
        } else if (left > 0) {
            setMessage(Messages.text("mapping.left", columns.size() - left, left), INFORMATION);
        } else {
            setMessage(Messages.text("mapping.complete", columns.size()));
        }
    }

    private void readMappings() {
        final var kind = shown.kind().key();
        final var store = session.store();
        Background.of(saved, Messages.text("mapping.reading"), progress -> session.imports().mappings(store, kind)).then(found -> {
            mappings = found;
            final var text = saved.getText();
            saved.setItems(found.stream().map(SavedMapping::name).toArray(String[]::new));
            saved.setText(text);
        }).quiet().start();
    }

    private void load(final int place) {
        if (place < 0 || place >= mappings.size()) {
            return;
        }
        final var draft = shown;
        final var mapping = mappings.get(place);
        Background.of(saved, Messages.text("mapping.loading", mapping.name()), progress -> {
            draft.load(mapping.definition());
            return mapping.name();
        }).then(this::loaded).otherwise(this::refused).quiet().start();
    }

    private void loaded(final String name) {
        session.changed();
        session.decisions().clear();
        showRows();
        rules.show(shown);
        examine();
        if (isPageComplete()) {
            setMessage(Messages.text("mapping.loaded", name), INFORMATION);
        }
    }

    private boolean refused(final RuntimeException thrown) {
        final var problem = Background.problem(thrown);
        setErrorMessage(problem.happened() + ' ' + problem.nextStep());
        return true;
    }

    private void save(final String name) {
        final var draft = shown;
        final var store = session.store();
        Background.of(saved, Messages.text("mapping.saving", name), progress -> {
            draft.save(store, name);
            return name;
        }).then(done -> {
            readMappings();
            setMessage(Messages.text("mapping.kept", done), INFORMATION);
        }).otherwise(this::refused).quiet().start();
    }
}
