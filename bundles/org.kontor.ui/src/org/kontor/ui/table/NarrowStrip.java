// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.ui.Colours;
import org.kontor.ui.FittingText;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Says above the rows that only some records are shown, and which; leads back to where they were counted, and to all records. */
final class NarrowStrip {

    private static final int LEAST_TITLE = 60;

    private final Composite control;
    private final Label icon;
    private final Label title;
    private final Button back;
    private Runnable origin = () -> { };

    /**
     * @param parent a grid
     * @param plural what the records are called
     * @param all    shows all of them again
     */
    NarrowStrip(final Composite parent, final String plural, final Runnable all) {
        control = WidgetKeys.named(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_INFO_STRIP), "drill");
        GridLayoutFactory.fillDefaults().numColumns(4).margins(10, 4).spacing(10, 0).applyTo(control);
        icon = new Label(control, SWT.NONE);
        title = WidgetKeys.named(new Label(control, SWT.NONE), "drill.title");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(LEAST_TITLE, SWT.DEFAULT).applyTo(title);
        back = button("drill.back", "");
        back.addListener(SWT.Selection, event -> origin.run());
        final var every = button("drill.all", Messages.TEXTS.get("narrow.all", Messages.inSentence(plural)));
        every.setImage(Icons.CLEAR.image());
        every.addListener(SWT.Selection, event -> {
            hide();
            all.run();
        });
        hide();
    }

    private Button button(final String key, final String text) {
        final var button = WidgetKeys.named(new Button(control, SWT.PUSH | SWT.FLAT), key);
        button.setText(text);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
        return button;
    }

    void show(final RecordTableView.Extract extract) {
        icon.setImage(extract.icon().image());
        FittingText.cut(title, extract.words());
        extract.origin().ifPresent(from -> {
            back.setText(from.label());
            back.setImage(extract.icon().image());
            origin = from.show();
        });
        GridDataFactory.createFrom((GridData) back.getLayoutData()).exclude(extract.origin().isEmpty()).applyTo(back);
        back.setVisible(extract.origin().isPresent());
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    private void setVisible(final boolean visible) {
        GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(control);
        control.setVisible(visible);
        control.getParent().layout(true, true);
    }
}
