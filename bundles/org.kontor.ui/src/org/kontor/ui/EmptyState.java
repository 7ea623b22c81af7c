// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * What stands in the middle of a view where its content would be when there is none: what is true, why, and what to do about it.
 *
 * @since 0.1
 */
public final class EmptyState {

    private static final int WIDTH = 420;

    /**
     * Something to press.
     *
     * @param key    the stable key of its button
     * @param label  what stands on it
     * @param icon   its picture, or null
     * @param action what it does
     */
    public record Way(String key, String label, Icons icon, Runnable action) {
    }

    private final Composite control;
    private final LocalResourceManager resources;

    /**
     * Says nothing yet.
     *
     * @param parent where
     * @param key    its stable key
     */
    public EmptyState(final Composite parent, final String key) {
        control = WidgetKeys.named(new Composite(parent, SWT.NONE), key);
        control.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().applyTo(control);
        resources = new LocalResourceManager(JFaceResources.getResources(), control);
    }

    /** @return the widget */
    public Composite control() {
        return control;
    }

    /**
     * Says something in the place of what was said before.
     *
     * @param title what is true
     * @param text  why, and what comes next; may be empty
     * @param ways  what can be done
     */
    public void say(final String title, final String text, final List<Way> ways) {
        for (final var old : control.getChildren()) {
            old.dispose();
        }
        final var middle = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(middle);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(middle);
        final var head = new Label(middle, SWT.CENTER | SWT.WRAP);
        head.setFont(resources.create(FontDescriptor.createFrom(head.getFont()).setStyle(SWT.BOLD).increaseHeight(2)));
        head.setText(title.replace("&", "&&"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(head);
        if (!text.isEmpty()) {
            final var words = Colours.styled(new Label(middle, SWT.CENTER | SWT.WRAP), Colours.CSS_MUTED);
            words.setText(text.replace("&", "&&"));
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(words);
        }
        buttons(middle, ways);
        control.layout(true, true);
    }

    private static void buttons(final Composite parent, final List<Way> ways) {
        if (ways.isEmpty()) {
            return;
        }
        final var row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(ways.size()).margins(0, 6).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(row);
        for (final var way : ways) {
            final var button = WidgetKeys.named(new Button(row, SWT.PUSH), way.key());
            button.setText(way.label());
            if (way.icon() != null) {
                button.setImage(way.icon().image());
            }
            button.addListener(SWT.Selection, event -> way.action().run());
        }
    }
}
