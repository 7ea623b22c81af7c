// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** What an editor shows whose record is not in the store any more: that it is gone, and what happened to it. */
final class AbsentRecord {

    AbsentRecord(final Composite root, final EditorSession session) {
        Colours.styled(root, Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        final var strip = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_INFO_STRIP);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(20, 12).spacing(10, 0).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        new Label(strip, SWT.NONE).setImage(Icons.INFO.image());
        final var text = WidgetKeys.named(new Label(strip, SWT.WRAP), "record.absent");
        text.setText(Messages.TEXTS.get("absent.text", session.type().label()));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(text);
        final var history = new HistoryPage().create(root, session);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(history);
        root.layout(true, true);
    }
}
