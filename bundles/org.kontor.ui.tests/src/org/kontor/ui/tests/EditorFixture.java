// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.tests;

import java.time.LocalDate;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.model.Status;
import org.kontor.model.StoredRecord;
import org.kontor.testkit.Samples;
import org.kontor.testkit.ThrowAwayStore;
import org.kontor.testkit.swt.Ui;
import org.kontor.ui.RecordRef;
import org.kontor.ui.editor.RecordEditor;
import org.kontor.ui.editor.RecordEditorInput;
import org.kontor.ui.work.Background;

/** A workbench on a throw-away store with one customer, one contact and one opportunity. */
final class EditorFixture implements AutoCloseable {

    final Ui ui = Ui.here();
    final ThrowAwayStore store = ThrowAwayStore.inWorkbench();
    final Account acme = Samples.account("Acme & Söhne GmbH");
    final Account globex = Samples.account("环球科技有限公司");
    final Contact contact = Samples.contact("伟", "王", globex);
    final Stage first;
    final Stage second;
    final Status newLead = Samples.status("Lead", "new", "New", 1);
    final Opportunity deal;

    EditorFixture() {
        final var pipeline = Samples.pipeline("Direct sales");
        first = Samples.stage(pipeline, "prospecting", "Prospecting", 1, 10);
        second = Samples.stage(pipeline, "proposal", "Proposal", 2, 50);
        deal = Samples.opportunity("Acme line 4", acme, first, "120000", LocalDate.of(2026, 6, 30));
        acme.setPhone("+49 30 1234567");
        acme.setIndustry("Machinery");
        store.add(newLead, pipeline, first, second, acme, globex, contact, deal);
    }

    IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    IEditorPart open(final StoredRecord record) {
        return open(RecordEditorInput.of(RecordRef.of(record.getClass(), record.getId())));
    }

    IEditorPart create(final Class<? extends StoredRecord> type, final Map<String, Object> values) {
        return open(RecordEditorInput.create(Catalogue.standard().type(type), values));
    }

    private IEditorPart open(final RecordEditorInput input) {
        try {
            final var editor = page().openEditor(input, RecordEditor.ID);
            ui.find(Label.class, "record.title");
            return editor;
        } catch (PartInitException broken) {
            throw new AssertionError(broken);
        }
    }

    void save(final IEditorPart editor) {
        page().saveEditor(editor, false);
        ui.settle();
    }

    void closeAll() {
        page().closeAllEditors(false);
        ui.settle();
    }

    void idle() {
        // what a job brings back may start the next one
        for (int round = 0; round < 3; round++) {
            ui.settle();
            ui.until("the background is idle", () -> Job.getJobManager().find(Background.class).length == 0);
        }
        ui.settle();
    }

    @Override
    public void close() {
        closeAll();
        idle();
        store.close();
    }
}
