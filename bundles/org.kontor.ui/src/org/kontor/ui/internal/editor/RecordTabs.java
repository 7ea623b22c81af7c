// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordPage;
import org.kontor.ui.internal.field.FormContext;
import org.kontor.model.Catalogue;

/** The pages of an open editor; each is made when it is first shown. */
final class RecordTabs {

    private static final int HISTORY_ORDER = 10_000;

    private record Tab(String id, String label, Image image, int order, boolean forNew, Supplier<RecordPage> maker) {
    }

    private final RecordEditing editing;
    private final CTabFolder folder;
    private final FieldsPage fields;
    private final List<Tab> tabs = new ArrayList<>();

    /**
     * @param parent  the editor
     * @param form    the record
     * @param editing the record, as pages see it
     */
    RecordTabs(final Composite parent, final FormContext form, final RecordEditing editing) {
        this.editing = editing;
        fields = new FieldsPage(form);
        folder = WidgetKeys.named(new CTabFolder(parent, SWT.TOP | SWT.FLAT), "record.pages");
        folder.setMinimizeVisible(false);
        folder.setMaximizeVisible(false);
        folder.setTabHeight(28);
        collect(Platform.getExtensionRegistry());
        folder.addListener(SWT.Selection, event -> reveal());
        update();
        folder.setSelection(0);
        reveal();
    }

    private void collect(final IExtensionRegistry registry) {
        final var type = editing.type().name();
        tabs.add(new Tab("details", Messages.TEXTS.get("page.details"), Icons.of(type).image(), -1, true, () -> fields));
        for (final var page : Extensions.of(registry, "page", type)) {
            final var icon = page.icon().map(found -> JFaceResources.getResources().get(found)).orElse(null);
            tabs.add(new Tab(page.id(), page.label(), icon, page.order(), false, () -> (RecordPage) page.make(editing.context())));
        }
        for (final var related : Extensions.of(registry, "related", type)) {
            final var target = related.attribute("targetType");
            final var label = related.label() == null ? Catalogue.standard().type(target).pluralLabel() : related.label();
            tabs.add(new Tab(related.id(), label, Icons.of(target).image(), related.order(), false, () -> new RelatedPage(related)));
        }
        tabs.add(new Tab("history", Messages.TEXTS.get("page.history"), Icons.HISTORY.image(), HISTORY_ORDER, false, HistoryPage::new));
        tabs.sort(Comparator.comparingInt(Tab::order));
    }

    /** Adds the pages that only a stored record has, once it is. */
    void update() {
        for (final var tab : tabs) {
            final boolean there = List.of(folder.getItems()).stream().anyMatch(item -> item.getData() == tab);
            if (!there && (tab.forNew() || !editing.isNew())) {
                final var item = new CTabItem(folder, SWT.NONE);
                item.setText(tab.label());
                item.setImage(tab.image());
                item.setData(tab);
                WidgetKeys.named(item, "page." + tab.id());
            }
        }
    }

    private RecordPage page(final CTabItem item) {
        return (RecordPage) item.getData(RecordPage.class.getName());
    }

    private void reveal() {
        final var item = folder.getSelection();
        if (item != null && item.getControl() == null) {
            final var page = ((Tab) item.getData()).maker().get();
            item.setData(RecordPage.class.getName(), page);
            item.setControl(page.create(folder, editing));
        }
    }

    /** @param id the page to show */
    void show(final String id) {
        for (final var item : folder.getItems()) {
            if (((Tab) item.getData()).id().equals(id)) {
                folder.setSelection(item);
                reveal();
            }
        }
    }

    CTabFolder control() {
        return folder;
    }

    FieldsPage fields() {
        return fields;
    }

    void setFocus() {
        final var item = folder.getSelection();
        if (item != null && page(item) != null) {
            page(item).setFocus();
        }
    }

    /** @param field the name of a field to bring forward */
    void focusField(final String field) {
        show("details");
        fields.focus(field);
    }
}
