// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;

import org.kontor.customers.ui.internal.Navigation;
import org.kontor.exchange.Imports;
import org.kontor.store.Store;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.table.RecordTableView;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Question;

/**
 * Imports a file of comma-separated values in four steps: file, mapping, check, result. Nothing is written before the last one, which
 * can be stopped, continued and taken back.
 */
public final class ImportWizard extends Wizard implements IImportWizard {

    private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";
    private static final String SHOW_VIEW_ID = "org.eclipse.ui.views.showView.viewId";
    private static final int BANNER = 2;

    private IEclipseContext context;
    private Optional<String> kind = Optional.empty();
    private ImportSession session;
    private CheckPage check;
    private ResultPage result;
    private boolean closing;

    @Override
    public void init(final IWorkbench workbench, final IStructuredSelection selection) {
        init(workbench.getService(IEclipseContext.class), Optional.empty());
    }

    /**
     * @param workbench the context of the workbench
     * @param chosen    the key of the kind of import that is chosen from the beginning; empty to guess it from the file
     */
    void init(final IEclipseContext workbench, final Optional<String> chosen) {
        context = workbench;
        kind = chosen;
        setWindowTitle(Messages.text("wizard.window"));
        setDefaultPageImageDescriptor(ImageDescriptor.createFromImageDataProvider(ImportWizard::banner));
    }

    /** The icon, larger and with room around it. */
    private static ImageData banner(final int zoom) {
        final var icon = Icons.IMPORT.descriptor().getImageData(zoom * BANNER);
        final int room = icon.width / 4;
        final var framed = new ImageData(icon.width + 2 * room, icon.height + 2 * room, icon.depth, icon.palette);
        framed.alphaData = new byte[framed.width * framed.height];
        for (int y = 0; y < icon.height; y++) {
            for (int x = 0; x < icon.width; x++) {
                framed.setPixel(x + room, y + room, icon.getPixel(x, y));
                framed.setAlpha(x + room, y + room, icon.getAlpha(x, y));
            }
        }
        return framed;
    }

    @Override
    public void addPages() {
        session = new ImportSession(context.get(Imports.class), context.get(Store.class));
        check = new CheckPage(session);
        result = new ResultPage(session, this::showRecords);
        addPage(new FilePage(session, kind));
        addPage(new MappingPage(session));
        addPage(check);
        addPage(result);
    }

    @Override
    public IWizardPage getNextPage(final IWizardPage page) {
        return page == check ? null : super.getNextPage(page);
    }

    private IWizardPage current() {
        return getContainer() == null ? null : getContainer().getCurrentPage();
    }

    /** Whether the next thing to do is to close: everything is done. */
    boolean done() {
        return current() == result && result.finished();
    }

    @Override
    public boolean canFinish() {
        return current() == check && check.isPageComplete() || done();
    }

    @Override
    public boolean performFinish() {
        if (current() == result) {
            return result.finished();
        }
        getContainer().showPage(result);
        result.start();
        return false;
    }

    @Override
    public boolean performCancel() {
        if (closing || !result.running()) {
            return true;
        }
        askToStop();
        return false;
    }

    /** Asks without waiting; what was imported up to there stays and can be continued or undone. */
    private void askToStop() {
        Question.warn(getContainer().getShell(), "import.close", Messages.text("close.window"), Messages.text("close.text"),
                Messages.text("close.yes"), Messages.text("close.no"), result::stop);
    }

    /** Closes and shows what was imported, and nothing else, in the view of its type. */
    private void showRecords() {
        final var draft = session.draft().orElseThrow();
        final var view = Navigation.read(Platform.getExtensionRegistry()).viewOf(draft.kind().recordType().name());
        final var words = Messages.text("result.shown", draft.file().getFileName().toString());
        final var store = session.store();
        Background.of(getShell(), words, progress -> result.operation().flatMap(operation -> store.read(session -> ImportedRecords.of(session, operation))))
                .then(filter -> {
                    close();
                    view.ifPresent(id -> show(id, filter.map(found -> new RecordTableView.Extract(words, found, Icons.IMPORT, Optional.empty()))));
                }).quiet().start();
    }

    private void close() {
        closing = true;
        if (getContainer() instanceof final ImportDialog dialog) {
            dialog.close();
        } else {
            getContainer().getShell().close();
        }
    }

    private void show(final String view, final Optional<RecordTableView.Extract> extract) {
        final var window = context.getActiveLeaf();
        Commands.run(window, SHOW_VIEW, Map.of(SHOW_VIEW_ID, view));
        final var part = window.get(EPartService.class).findPart(view);
        if (part != null && part.getContext() != null && part.getContext().get(RecordTableView.class) instanceof final RecordTableView table) {
            extract.ifPresent(table::narrow);
        }
    }
}
