// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.kontor.ui.Colours;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordPage;
import org.kontor.ui.editor.RecordSection;
import org.kontor.ui.internal.field.ColumnsLayout;
import org.kontor.ui.internal.field.FieldRow;
import org.kontor.ui.internal.field.FormContext;
import org.kontor.ui.internal.record.RecordDraft;

/** The details page: every field of the record in groups, generated from the catalogue, and below it the contributed sections. */
final class FieldsPage implements RecordPage, RecordDraft.Listener {

    private static final int LINE_STEP = 40;

    private final FormContext form;
    private final Map<String, FieldRow> rows = new LinkedHashMap<>();
    private final List<Control> systemGroup = new ArrayList<>();
    private ScrolledComposite scroller;
    private Composite body;
    private Font headingFont;

    FieldsPage(final FormContext form) {
        this.form = form;
    }

    @Override
    public Control create(final Composite parent, final RecordEditing editing) {
        scroller = Colours.styled(new ScrolledComposite(parent, SWT.V_SCROLL), Colours.CSS_SURFACE);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.getVerticalBar().setIncrement(LINE_STEP);
        body = Colours.styled(new Composite(scroller, SWT.NONE), Colours.CSS_SURFACE);
        body.setLayout(new ColumnsLayout());
        scroller.setContent(body);
        final var resources = new LocalResourceManager(JFaceResources.getResources(), body);
        headingFont = resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).increaseHeight(1));
        for (final var group : FormGroup.of(form.draft().type())) {
            final var heading = heading(Messages.TEXTS.get("group." + group.key()));
            final var controls = new ArrayList<Control>(List.of(heading));
            for (final var field : group.fields()) {
                final var row = new FieldRow(body, form, field);
                rows.put(field.name(), row);
                controls.add(row.control());
                reveal(row.editor().focusControl());
            }
            if (group.isSystem()) {
                systemGroup.addAll(controls);
            }
        }
        createSections(editing);
        final int line = lineHeight();
        rows.values().forEach(row -> row.setLineHeight(line));
        final int labels = rows.values().stream().mapToInt(FieldRow::labelWidth).max().orElse(0);
        rows.values().forEach(row -> row.setLabelWidth(labels));
        rows.values().forEach(FieldRow::refresh);
        showSystemGroup();
        form.draft().addListener(this);
        scroller.addDisposeListener(gone -> form.draft().removeListener(this));
        scroller.addListener(SWT.Resize, event -> fit());
        fit();
        return scroller;
    }

    /** A list is the tallest widget of one line on most platforms; every field takes its height, so that texts stand on one line. */
    private int lineHeight() {
        final var sample = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
        try {
            return sample.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        } finally {
            sample.dispose();
        }
    }

    private void createSections(final RecordEditing editing) {
        for (final var section : Extensions.of(Platform.getExtensionRegistry(), "section", editing.type().name())) {
            heading(section.label());
            final var area = new Composite(body, SWT.NONE);
            GridLayoutFactory.fillDefaults().applyTo(area);
            area.setLayoutData(ColumnsLayout.WIDE);
            final var control = ((RecordSection) section.make(editing.context())).create(area, editing);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(control);
        }
    }

    private Composite heading(final String text) {
        final var heading = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 0).extendedMargins(0, 0, 12, 2).spacing(0, 4).applyTo(heading);
        heading.setLayoutData(ColumnsLayout.WIDE);
        final var label = new Label(heading, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        label.setFont(headingFont);
        final var line = Colours.styled(new Composite(heading, SWT.NONE), Colours.CSS_LINE);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 1).applyTo(line);
        return heading;
    }

    /** Scrolls so far that a field which takes the focus is seen. */
    private void reveal(final Control control) {
        control.addListener(SWT.FocusIn, event -> {
            final Rectangle area = control.getDisplay().map(control.getParent(), body, control.getBounds());
            final int top = scroller.getOrigin().y;
            final int height = scroller.getClientArea().height;
            if (area.y < top) {
                scroller.setOrigin(0, Math.max(0, area.y - LINE_STEP));
            } else if (area.y + area.height > top + height) {
                scroller.setOrigin(0, area.y + area.height + LINE_STEP - height);
            }
        });
    }

    private void showSystemGroup() {
        systemGroup.forEach(control -> control.setVisible(form.draft().isStored()));
    }

    private void fit() {
        final int width = scroller.getClientArea().width;
        if (width > 0) {
            scroller.setMinSize(body.computeSize(width, SWT.DEFAULT));
        }
    }

    @Override
    public void changed(final String field) {
        boolean room = false;
        for (final var row : rows.values()) {
            if (row.field().name().equals(field)) {
                room |= row.refresh();
            } else {
                row.editor().otherChanged(field);
            }
        }
        if (!systemGroup.isEmpty() && systemGroup.getFirst().getVisible() != form.draft().isStored()) {
            showSystemGroup();
            room = true;
        }
        if (room) {
            body.layout(true, true);
            fit();
        }
    }

    /** What stands in the fields is what is stored. */
    void settled() {
        rows.values().forEach(row -> row.editor().settled());
    }

    @Override
    public void setFocus() {
        rows.values().stream().filter(row -> !row.field().system()).findFirst().ifPresent(row -> row.editor().focusControl().setFocus());
    }

    /** @param field the name of the field to take the focus */
    void focus(final String field) {
        final var row = rows.get(field);
        if (row != null) {
            row.editor().focusControl().setFocus();
        }
    }
}
