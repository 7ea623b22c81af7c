// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** A small window below a part of another one, that goes away with Escape or when another window is used. */
final class PopupShell {

    private final Shell shell;
    private final Composite content;

    PopupShell(final Control owner, final String key) {
        shell = WidgetKeys.named(new Shell(owner.getShell(), SWT.TOOL | SWT.ON_TOP), key);
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(shell);
        Colours.styled(shell, Colours.CSS_LINE);
        shell.setBackground(Colours.LINE.color());
        content = Colours.styled(new Composite(shell, SWT.NONE), Colours.CSS_SURFACE);
        content.setBackground(Colours.SURFACE.color());
        content.setBackgroundMode(SWT.INHERIT_FORCE);
        content.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
        shell.addListener(SWT.Deactivate, event -> close());
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close();
            }
        });
    }

    Composite content() {
        return content;
    }

    Shell shell() {
        return shell;
    }

    /** Opens below a place, or above it where there is no room below. */
    void open(final Control owner, final Rectangle below, final Control first) {
        shell.pack();
        final var size = shell.getSize();
        final var screen = owner.getMonitor().getClientArea();
        final Point at = owner.toDisplay(below.x, below.y + below.height);
        final int x = Math.max(screen.x, Math.min(at.x, screen.x + screen.width - size.x));
        final int y = at.y + size.y > screen.y + screen.height ? Math.max(screen.y, at.y - below.height - size.y) : at.y;
        shell.setLocation(x, y);
        shell.open();
        first.setFocus();
    }

    void close() {
        if (!shell.isDisposed()) {
            shell.getDisplay().asyncExec(() -> {
                if (!shell.isDisposed()) {
                    shell.dispose();
                }
            });
        }
    }
}
