// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import java.util.Optional;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.store.query.Filter;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.RecordTableView;

/** All opportunities as a table; or, for as long as a strip above it says so, those behind a number of a chart. */
public final class OpportunitiesView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.sales.ui.opportunities";

    @Inject
    private RecordTableView table;

    private Composite root;
    private Composite strip;
    private Label title;
    private Runnable back = () -> { };

    @PostConstruct
    void create(final Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        createStrip();
        final var rows = new Composite(root, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        table.withViews(SalesListViews.opportunities()).create(rows, Opportunity.class);
    }

    private void createStrip() {
        strip = WidgetKeys.named(Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_INFO_STRIP), "drill");
        GridLayoutFactory.fillDefaults().numColumns(4).margins(10, 4).spacing(10, 0).applyTo(strip);
        final var icon = new Label(strip, SWT.NONE);
        icon.setImage(Icons.FUNNEL.image());
        title = WidgetKeys.named(new Label(strip, SWT.NONE), "drill.title");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
        button("drill.back", Messages.text("drill.back"), Icons.FUNNEL, () -> back.run());
        button("drill.all", Messages.text("drill.all"), Icons.CLEAR, this::showAll);
        setStripVisible(false);
    }

    private void button(final String key, final String text, final Icons icon, final Runnable action) {
        final var button = WidgetKeys.named(new Button(strip, SWT.PUSH | SWT.FLAT), key);
        button.setText(text);
        button.setImage(icon.image());
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void setStripVisible(final boolean visible) {
        GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(strip);
        strip.setVisible(visible);
        root.layout();
    }

    /**
     * Shows certain records only, until the person wants to see all of them again.
     *
     * @param words  which ones they are, in the person's language
     * @param filter which ones they are
     * @param origin shows what the number was read from
     */
    public void show(final String words, final Filter filter, final Runnable origin) {
        back = origin;
        title.setText(words.replace("&", "&&"));
        table.show(DefaultViews.all(Catalogue.standard().type(Opportunity.class)));
        restrict(Optional.of(filter));
        setStripVisible(true);
        table.setFocus();
    }

    private void showAll() {
        restrict(Optional.empty());
        setStripVisible(false);
        table.setFocus();
    }

    private void restrict(final Optional<Filter> filter) {
        table.table().ifPresent(shown -> shown.model().setBase(filter));
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
