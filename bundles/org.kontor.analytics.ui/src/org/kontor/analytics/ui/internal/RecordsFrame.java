// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.EmptyState;
import org.kontor.ui.HelpContext;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;

/**
 * What views of records of the store share: a bar of actions above a place, where the records are or, while there are none, what to do about
 * that. Records are read beside the user interface, and again whenever some of them change or another store is open.
 *
 * @param <T> what one look at the store brings
 */
public final class RecordsFrame<T> {

    private final AnalyticsServices services;
    private final String view;
    private final UnaryOperator<String> texts;
    private final Composite root;
    private final Composite bar;
    private final Composite place;
    private final EmptyState nothing;
    private final Set<String> types;
    private final Function<Store, T> look;
    private final Consumer<T> shown;

    /**
     * What is read.
     *
     * @param types the record types whose changes make it look again
     * @param look  reads; not on the thread of the user interface
     * @param shown shows what was read
     * @param <T>   what one look at the store brings
     */
    public record Reading<T>(Set<String> types, Function<Store, T> look, Consumer<T> shown) {
    }

    /**
     * An empty frame.
     *
     * @param parent   where
     * @param services tell which store is open
     * @param view     what stable keys of widgets begin with
     * @param texts    of the view: {@code job}, {@code empty}, {@code empty.text}, {@code action.KEY} and {@code action.KEY.help}
     * @param reading  what is read
     */
    public RecordsFrame(final Composite parent, final AnalyticsServices services, final String view, final UnaryOperator<String> texts,
            final Reading<T> reading) {
        this.services = services;
        this.view = view;
        this.texts = texts;
        types = reading.types();
        look = reading.look();
        shown = reading.shown();
        root = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.ANALYTICS);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(root);
        bar = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        place = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        place.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(place);
        nothing = new EmptyState(place, view + ".empty");
    }

    /** {@return the whole of it, for what belongs to it} */
    public Composite root() {
        return root;
    }

    /** {@return where the records are} */
    public Composite place() {
        return place;
    }

    /**
     * Adds an action to the end of the bar.
     *
     * @param key    its stable key, under which its texts stand
     * @param icon   its picture
     * @param action what it does
     * @return its button
     */
    public Button action(final String key, final Icons icon, final Runnable action) {
        final var button = WidgetKeys.named(new Button(bar, SWT.PUSH | SWT.FLAT), view + '.' + key);
        button.setText(texts.apply("action." + key));
        button.setToolTipText(texts.apply("action." + key + ".help"));
        button.setImage(icon.image());
        button.addListener(SWT.Selection, event -> action.run());
        GridLayoutFactory.fillDefaults().numColumns(bar.getChildren().length).applyTo(bar);
        return button;
    }

    /**
     * Says what to do while there are no records.
     *
     * @param ways the ways out
     */
    public void whereNothingIs(final EmptyState.Way... ways) {
        nothing.say(texts.apply("empty"), texts.apply("empty.text"), List.of(ways));
    }

    /**
     * Shows the records, or what to do while there are none.
     *
     * @param any     whether there are any
     * @param records where they are, within {@link #place}
     */
    public void show(final boolean any, final Control records) {
        ((StackLayout) place.getLayout()).topControl = any ? records : nothing.control();
        place.layout();
    }

    /** Reads soon; may be called on any thread. */
    public void readSoon() {
        if (!root.isDisposed()) {
            root.getDisplay().asyncExec(this::read);
        }
    }

    /** Reads, where a store is open. */
    public void read() {
        final var from = services.store();
        if (from.isEmpty() || root.isDisposed()) {
            return;
        }
        Background.of(root, texts.apply("job"), progress -> look.apply(from.get())).then(shown).otherwise(thrown -> !services.store().equals(from)).quiet()
                .start();
        if (root.getData() != from.get()) {
            root.setData(from.get());
            Commits.listen(root, from.get(), types, commit -> read());
        }
    }
}
