// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.analytics.ui.internal.Segments.Segment;
import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.RecordTableView;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;

/** Customers behind a number, a point or a segment, in the table of accounts with all that it can do. */
public final class CustomersView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.customers";

    private final RecordTableView table;
    private Optional<Store> store = Optional.empty();
    private Composite bar;
    private Label title;
    private Combo segment;
    private List<Segment> segments = List.of();

    @Inject
    CustomersView(final RecordTableView table) {
        this.table = table;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        store = Optional.ofNullable(opened);
        if (bar != null && !bar.isDisposed()) {
            bar.getDisplay().asyncExec(this::readSegments);
        }
    }

    @PostConstruct
    void create(final Composite parent) {
        final var root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        bar = WidgetKeys.named(Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_INFO_STRIP), "customers.bar");
        GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 4).spacing(10, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        title = WidgetKeys.named(Colours.styled(new Label(bar, SWT.NONE), Colours.CSS_INFO_STRIP), "customers.title");
        title.setText(Messages.text("customers.all"));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
        final var label = Colours.styled(new Label(bar, SWT.NONE), Colours.CSS_INFO_STRIP);
        label.setText(Messages.text("customers.segment"));
        segment = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), "customers.segment");
        segment.addListener(SWT.Selection, event -> chooseSegment());
        final var rows = new Composite(root, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        table.create(rows, Account.class);
        readSegments();
    }

    private void readSegments() {
        if (store.isEmpty() || bar.isDisposed()) {
            return;
        }
        final var from = store.get();
        Background.of(bar, Messages.text("customers.job"), progress -> Segments.current(from)).then(found -> {
            segments = found;
            final var lines = new ArrayList<String>();
            lines.add(Messages.text("customers.everybody"));
            found.stream().map(one -> Messages.text("customers.line", one.scheme(), one.label(), one.customers())).forEach(lines::add);
            segment.setItems(lines.toArray(String[]::new));
            segment.select(0);
            bar.layout(true, true);
        }).otherwise(thrown -> store.orElse(null) != from).quiet().start();
        if (bar.getData() != from) {
            bar.setData(from);
            Commits.listen(bar, from, Segments.SHOWN, commit -> readSegments());
        }
    }

    private void chooseSegment() {
        final int index = segment.getSelectionIndex();
        if (index <= 0) {
            restrict(Optional.empty(), Messages.text("customers.all"));
        } else {
            restrict(Optional.of(segments.get(index - 1).filter()), segments.get(index - 1).scheme() + ": " + segments.get(index - 1).label());
        }
    }

    private void restrict(final Optional<Filter> filter, final String words) {
        title.setText(words.replace("&", "&&"));
        table.show(DefaultViews.all(Catalogue.standard().type(Account.class)));
        table.table().ifPresent(shown -> shown.model().setBase(filter));
    }

    /**
     * Shows certain customers.
     *
     * @param parts opens the view
     * @param ids   their identifiers; what is none is passed over
     * @param words which ones they are, in the person's language
     */
    public static void show(final EPartService parts, final List<String> ids, final String words) {
        final List<UUID> accounts = ids.stream().map(CustomerNames::id).flatMap(Optional::stream).toList();
        view(parts).ifPresent(view -> view.restrict(Optional.of(new Filter.In("id", accounts)), words));
    }

    /**
     * Shows the customers of a segment.
     *
     * @param parts  opens the view
     * @param wanted the segment
     */
    static void show(final EPartService parts, final Segment wanted) {
        view(parts).ifPresent(view -> view.restrict(Optional.of(wanted.filter()), wanted.scheme() + ": " + wanted.label()));
    }

    private static Optional<CustomersView> view(final EPartService parts) {
        final var part = parts.showPart(ID, PartState.ACTIVATE);
        return part != null && part.getObject() instanceof final CustomersView view ? Optional.of(view) : Optional.empty();
    }

    @Focus
    void focus() {
        table.setFocus();
    }
}
