// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.editor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.contexts.RunAndTrack;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.part.EditorPart;

import org.kontor.store.Store;
import org.kontor.ui.HelpContext;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.internal.editor.EditorSession;

/**
 * The one editor for records of every type. Its pages come from the extension point {@code org.kontor.ui.recordPages}, its header actions
 * from menu contributions at {@code toolbar:org.kontor.ui.record.TYPE}, where TYPE is the record type's name. What it selects is its
 * {@link RecordRef}.
 *
 * @since 0.1
 */
public final class RecordEditor extends EditorPart {

    /** The identifier of the editor in the workbench. */
    public static final String ID = "org.kontor.ui.recordEditor";

    private EditorSession session;
    private Composite root;
    private static final int LONGEST_NAME = 40;

    private boolean wantsFocus;

    @Override
    public void init(final IEditorSite site, final IEditorInput input) throws PartInitException {
        if (!(input instanceof final RecordEditorInput record)) {
            throw new PartInitException("not a record: " + input);
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleImage(Icons.of(record.ref().recordType()).image());
        final var selection = new RecordSelection(new StructuredSelection(record.ref()));
        site.setSelectionProvider(selection);
    }

    @Override
    public void createPartControl(final Composite parent) {
        root = HelpContext.of(parent, HelpContext.EDITOR);
        final var context = getSite().getService(IEclipseContext.class);
        // a workbench that restores its editors may have no open store yet
        context.runAndTrack(new RunAndTrack() {
            @Override
            public boolean changed(final IEclipseContext tracked) {
                final var store = tracked.get(Store.class);
                if (store == null) {
                    return true;
                }
                root.getDisplay().asyncExec(() -> begin(store, context));
                return false;
            }
        });
    }

    private void begin(final Store store, final IEclipseContext context) {
        if (!root.isDisposed()) {
            final var input = (RecordEditorInput) getEditorInput();
            session = new EditorSession(root, store, context, input, new EditorSession.Part() {
                @Override
                public void dirtyChanged() {
                    firePropertyChange(PROP_DIRTY);
                }

                @Override
                public void titleChanged(final String title) {
                    setPartName(title.length() > LONGEST_NAME ? title.substring(0, LONGEST_NAME - 1).stripTrailing() + '…' : title);
                    setTitleToolTip(title);
                }

                @Override
                public void save() {
                    getSite().getPage().saveEditor(RecordEditor.this, false);
                }

                @Override
                public void close() {
                    getSite().getPage().closeEditor(RecordEditor.this, false);
                }

                @Override
                public IMenuService menus() {
                    return getSite().getService(IMenuService.class);
                }
            });
            if (wantsFocus) {
                session.setFocus();
            }
        }
    }

    @Override
    public void setFocus() {
        if (session == null) {
            wantsFocus = true;
            root.setFocus();
        } else {
            session.setFocus();
        }
    }

    @Override
    public void doSave(final IProgressMonitor monitor) {
        if (session != null && !session.save(monitor)) {
            monitor.setCanceled(true);
        }
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isDirty() {
        return session != null && session.isDirty();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public <A> A getAdapter(final Class<A> adapter) {
        return adapter == RecordRef.class ? adapter.cast(((RecordEditorInput) getEditorInput()).ref()) : super.getAdapter(adapter);
    }
}
