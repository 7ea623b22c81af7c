// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit.swt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/**
 * Drives widgets as a person would and waits as a person would: widgets are found by the stable key that the product gives them, and the
 * event loop runs until a condition holds. For tests on the user-interface thread. What does not come about within the patience fails with
 * a list of what is on the screen, and of what labels say.
 *
 * @since 0.1
 */
public final class Ui {

    private static final String KEY = "org.kontor.key";
    private static final int PATIENCE_MILLIS = 120_000;
    private static final int LOOK_MILLIS = 20;

    private final Display display;

    private Ui(final Display display) {
        this.display = display;
    }

    /** @return a driver of the display of the calling thread */
    public static Ui here() {
        final var display = Display.getCurrent();
        if (display == null) {
            throw new IllegalStateException("not on the user-interface thread");
        }
        return new Ui(display);
    }

    /** @return the display */
    public Display display() {
        return display;
    }

    /**
     * Runs the event loop until something holds.
     *
     * @param what      what is waited for, for the failure
     * @param condition asked again and again
     */
    public void until(final String what, final BooleanSupplier condition) {
        final boolean[] late = new boolean[1];
        final Runnable tooLate = () -> late[0] = true;
        display.timerExec(PATIENCE_MILLIS, tooLate);
        final Runnable look = new Runnable() {
            @Override
            public void run() {
                display.timerExec(LOOK_MILLIS, this);
            }
        };
        look.run();
        try {
            while (!condition.getAsBoolean()) {
                if (late[0]) {
                    throw new AssertionError("waited in vain until " + what + "; on the screen: " + screen());
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.timerExec(-1, look);
            display.timerExec(-1, tooLate);
        }
    }

    /**
     * Runs the event loop until something is there.
     *
     * @param what   what is waited for
     * @param source asked again and again
     * @param <T>    what it is
     * @return it
     */
    public <T> T await(final String what, final Supplier<Optional<T>> source) {
        final var found = new ArrayList<T>(1);
        until(what, () -> {
            source.get().ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /** Runs everything that waits to be run. */
    public void settle() {
        while (display.readAndDispatch()) {
            // until there is nothing left
        }
    }

    /**
     * Waits for a widget.
     *
     * @param type its class
     * @param key  its key
     * @param <T>  its class
     * @return the newest visible widget of that key in any open window
     */
    public <T extends Widget> T find(final Class<T> type, final String key) {
        return await("there is a " + type.getSimpleName() + " " + key, () -> look(type, key));
    }

    /**
     * Looks for a widget without waiting.
     *
     * @param type its class
     * @param key  its key
     * @param <T>  its class
     * @return the widget, or empty where there is none on the screen
     */
    public <T extends Widget> Optional<T> look(final Class<T> type, final String key) {
        final var shells = new ArrayList<>(Arrays.asList(display.getShells()));
        for (final var shell : shells.reversed()) {
            if (!shell.isDisposed() && shell.isVisible()) {
                final var found = search(shell, widget -> type.isInstance(widget) && key.equals(widget.getData(KEY)));
                if (found.isPresent()) {
                    return found.map(type::cast);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Widget> search(final Widget widget, final Predicate<Widget> wanted) {
        if (widget instanceof final Control control && !control.getVisible()) {
            return Optional.empty();
        }
        if (wanted.test(widget)) {
            return Optional.of(widget);
        }
        for (final var child : children(widget)) {
            final var found = search(child, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Widget> children(final Widget widget) {
        final var children = new ArrayList<Widget>();
        switch (widget) {
            case final CTabFolder folder -> {
                children.addAll(List.of(folder.getItems()));
                children.addAll(List.of(folder.getChildren()));
            }
            case final ToolBar bar -> {
                children.addAll(List.of(bar.getItems()));
                children.addAll(List.of(bar.getChildren()));
            }
            case final Composite composite -> children.addAll(List.of(composite.getChildren()));
            case final Menu menu -> children.addAll(List.of(menu.getItems()));
            default -> {
                // has no children that a test asks for
            }
        }
        return children;
    }

    /**
     * Types into a text field as if it had been empty.
     *
     * @param key  the field's key
     * @param text what to type
     */
    public void type(final String key, final String text) {
        final var field = find(Text.class, key);
        field.setFocus();
        field.selectAll();
        field.insert(text);
        settle();
    }

    /**
     * Chooses a line of a list.
     *
     * @param key  the list's key
     * @param line the line
     */
    public void choose(final String key, final String line) {
        final var combo = find(Combo.class, key);
        final int index = combo.indexOf(line);
        if (index < 0) {
            throw new AssertionError(key + " offers " + Arrays.toString(combo.getItems()) + ", not " + line);
        }
        combo.setFocus();
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
        settle();
    }

    /**
     * Clicks a button, a tool item or a tab.
     *
     * @param key its key
     */
    public void click(final String key) {
        final var widget = find(Widget.class, key);
        switch (widget) {
            case final Button button -> {
                require(button.isEnabled(), key + " is disabled");
                if ((button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
                    button.setSelection(!button.getSelection());
                } else if ((button.getStyle() & SWT.RADIO) != 0) {
                    for (final var brother : button.getParent().getChildren()) {
                        if (brother instanceof final Button other && (other.getStyle() & SWT.RADIO) != 0) {
                            other.setSelection(other == button);
                        }
                    }
                }
                button.notifyListeners(SWT.Selection, new Event());
            }
            case final ToolItem item -> {
                require(item.isEnabled(), key + " is disabled");
                item.notifyListeners(SWT.Selection, new Event());
            }
            case final CTabItem tab -> {
                tab.getParent().setSelection(tab);
                final var event = new Event();
                event.item = tab;
                tab.getParent().notifyListeners(SWT.Selection, event);
            }
            default -> throw new AssertionError(key + " is no button but " + widget);
        }
        settle();
    }

    private static void require(final boolean condition, final String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }

    /**
     * Presses a key on the real keyboard of the display, so that key bindings hear it. Needs a window manager that gives the window the
     * focus.
     *
     * @param modifiers {@code SWT.MOD1} and so on, or 0
     * @param key       a character or {@code SWT.ARROW_DOWN} and so on
     */
    public void press(final int modifiers, final int key) {
        for (final int modifier : new int[] {SWT.CTRL, SWT.SHIFT, SWT.ALT}) {
            if ((modifiers & modifier) != 0) {
                post(SWT.KeyDown, modifier);
            }
        }
        post(SWT.KeyDown, key);
        post(SWT.KeyUp, key);
        for (final int modifier : new int[] {SWT.ALT, SWT.SHIFT, SWT.CTRL}) {
            if ((modifiers & modifier) != 0) {
                post(SWT.KeyUp, modifier);
            }
        }
        settle();
    }

    /**
     * Gives a key to one control, where no key binding is to hear of it or where a popup window would take it.
     *
     * @param control the control
     * @param key     a character or {@code SWT.ARROW_DOWN} and so on
     */
    public void give(final Control control, final int key) {
        final var event = new Event();
        event.keyCode = key;
        event.character = key <= Character.MAX_VALUE ? (char) key : 0;
        control.notifyListeners(SWT.KeyDown, event);
        settle();
    }

    private void post(final int type, final int key) {
        final var event = new Event();
        event.type = type;
        // escape, tab, return and delete are keys, although they have characters
        if (key >= ' ' && key != SWT.DEL && key <= Character.MAX_VALUE) {
            event.character = (char) key;
        } else {
            event.keyCode = key;
        }
        require(display.post(event), "the display takes no keys");
    }

    /**
     * Takes a picture of what a control shows.
     *
     * @param control a control, such as a shell
     * @param file    the PNG file; folders are made
     */
    public void picture(final Control control, final Path file) {
        settle();
        final var size = control.getSize();
        final var image = new Image(display, size.x, size.y);
        final var gc = new GC(control);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            gc.copyArea(image, 0, 0);
            final var loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private String screen() {
        final var lines = new ArrayList<String>();
        for (final var shell : display.getShells()) {
            if (shell.isVisible()) {
                lines.add("[" + shell.getText() + ": " + String.join(" ", keys(shell)) + "]");
            }
        }
        return String.join(" ", lines);
    }

    private static List<String> keys(final Shell shell) {
        final var keys = new ArrayList<String>();
        search(shell, widget -> {
            if (widget.getData(KEY) != null) {
                keys.add(widget.getData(KEY) + (widget instanceof final Label label ? "='" + label.getText() + "'" : ""));
            }
            return false;
        });
        return keys;
    }
}
