// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.ui.Colours;
import org.kontor.ui.FittingText;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.internal.field.FormContext;

/** The head of the record editor: what it is, what people ask first, what can be done, and what stands in the way of saving. */
final class RecordHeader {

    private static final int LEAST_TITLE = 120;

    private final FormContext form;
    private final Composite head;
    private final Label title;
    private final Composite facts;
    private final Map<Field, Control> factValues = new LinkedHashMap<>();
    private final ToolItem save;
    private final ToolItem revert;
    private final ToolBarManager actions;
    private final Composite strip;
    private final Label stripIcon;
    private final Link stripText;

    /**
     * @param parent the editor
     * @param form   the record
     * @param save   runs when a person asks to save
     * @param follow receives what a link in the strip names
     */
    RecordHeader(final Composite parent, final FormContext form, final Runnable save, final Consumer<String> follow) {
        this.form = form;
        head = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_RAISED);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(20, 12).spacing(14, 6).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        final var icon = new Label(head, SWT.NONE);
        icon.setImage(LargeIcons.of(Icons.of(form.draft().type().name())));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(icon);
        final var names = new Composite(head, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(names);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(names);
        final var kind = Colours.styled(new Label(names, SWT.NONE), Colours.CSS_MUTED);
        kind.setText(form.draft().type().label().replace("&", "&&"));
        title = WidgetKeys.named(new Label(names, SWT.NONE), "record.title");
        final var resources = new LocalResourceManager(JFaceResources.getResources(), head);
        title.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD).increaseHeight(5)));
        // the width is what is left; a long name must not push the actions out of the window
        GridDataFactory.fillDefaults().grab(true, false).hint(LEAST_TITLE, SWT.DEFAULT).applyTo(title);

        final var bar = new Composite(head, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
        actions = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        actions.createControl(bar);
        final var own = new ToolBar(bar, SWT.FLAT | SWT.RIGHT);
        this.save = item(own, Icons.SAVE, "save", save);
        this.revert = item(own, Icons.UNDO, "revert", form.draft()::revert);

        facts = new Composite(head, SWT.NONE);
        final var row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.marginTop = 2;
        row.spacing = 28;
        facts.setLayout(row);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(facts);
        KeyFacts.of(form.draft().type()).forEach(this::createFact);

        strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(20, 8).spacing(10, 0).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(strip);
        stripIcon = new Label(strip, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(stripIcon);
        stripText = WidgetKeys.named(new Link(strip, SWT.WRAP), "record.message");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(stripText);
        stripText.addListener(SWT.Selection, event -> follow.accept(event.text));
        strip.setVisible(false);
    }

    private static ToolItem item(final ToolBar bar, final Icons icon, final String key, final Runnable action) {
        final var item = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), "record." + key);
        item.setImage(icon.image());
        item.setDisabledImage(icon.disabledImage());
        item.setText(Messages.TEXTS.get(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void createFact(final Field field) {
        final var fact = new Composite(facts, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(fact);
        final var name = Colours.styled(new Label(fact, SWT.NONE), Colours.CSS_MUTED);
        name.setText(field.label().replace("&", "&&"));
        final boolean opens = field.kind() == FieldKind.REFERENCE && KeyFacts.opens(field);
        final Control value;
        if (opens) {
            final var link = new Link(fact, SWT.NONE);
            link.addListener(SWT.Selection, event -> {
                if (form.draft().value(field.name()) instanceof final UUID id) {
                    form.opener().accept(RecordRef.of(field.target().orElseThrow(), id));
                }
            });
            value = link;
        } else {
            value = new Label(fact, SWT.NONE);
        }
        factValues.put(field, WidgetKeys.named(value, "fact." + field.name()));
    }

    /** @return what menu contributions add their actions to */
    ToolBarManager actions() {
        return actions;
    }

    /** Makes room for the actions, or none where there are none. */
    void showActions() {
        actions.update(true);
        final var control = actions.getControl();
        control.setLayoutData(GridDataFactory.fillDefaults().exclude(control.getItemCount() == 0).create());
        control.setVisible(control.getItemCount() > 0);
        head.layout(true, true);
    }

    /**
     * @param name what people call the record
     * @param why  why it cannot be saved now; empty where it can
     */
    void refresh(final String name, final String why) {
        final var draft = form.draft();
        FittingText.cut(title, name);
        factValues.forEach((field, control) -> {
            final var value = draft.value(field.name());
            final var currency = field.currencyPath().isEmpty() ? null : (String) draft.value(field.currencyPath());
            final var text = draft.titleOf(value).orElseGet(() -> form.format().text(field, value, currency));
            if (control instanceof final Link link) {
                link.setText(text.isEmpty() ? "–" : "<a>" + text.replace("&", "&&").replace("<", "‹").replace(">", "›") + "</a>");
            } else if (control instanceof final Label label) {
                label.setText(text.isEmpty() ? "–" : text.replace("&", "&&"));
            }
        });
        save.setEnabled(draft.isDirty() && why.isEmpty());
        save.setToolTipText(why.isEmpty() ? Messages.TEXTS.get("save.hint") : why);
        revert.setEnabled(draft.isDirty() && draft.isStored());
        revert.setToolTipText(Messages.TEXTS.get("revert.hint"));
        facts.layout(true, true);
        head.layout(true, true);
    }

    /**
     * Shows a strip below the head.
     *
     * @param icon     what kind of message it is
     * @param cssClass the strip's ground
     * @param text     the message with links
     */
    void showStrip(final Icons icon, final String cssClass, final String text) {
        stripIcon.setImage(icon.image());
        stripText.setText(text);
        Colours.styled(strip, cssClass);
        // the class of a widget that is already shown takes effect when the widget is styled again
        strip.reskin(SWT.ALL);
        setStripVisible(true);
    }

    void hideStrip() {
        if (strip.getVisible()) {
            stripText.setText("");
            setStripVisible(false);
        }
    }

    private void setStripVisible(final boolean visible) {
        ((GridData) strip.getLayoutData()).exclude = !visible;
        strip.setVisible(visible);
        strip.getParent().layout(true, true);
    }
}
