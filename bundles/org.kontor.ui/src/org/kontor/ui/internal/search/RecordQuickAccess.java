// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.search;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.IQuickAccessComputerExtension;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import org.kontor.model.Catalogue;
import org.kontor.store.Store;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.internal.record.ReferenceSearch;

/** Lets quick access find accounts, contacts, leads and opportunities by name. */
public final class RecordQuickAccess implements IQuickAccessComputer, IQuickAccessComputerExtension {

    private static final List<String> TYPES = List.of("Account", "Contact", "Opportunity", "Lead", "Product");
    private static final int EACH = 5;
    private static final int SHORTEST = 2;

    private final ServiceTracker<Store, Store> stores;
    private final ServiceTracker<IWorkbench, IWorkbench> workbenches;

    /** Made by the workbench. */
    public RecordQuickAccess() {
        final var bundles = FrameworkUtil.getBundle(RecordQuickAccess.class).getBundleContext();
        stores = new ServiceTracker<>(bundles, Store.class, null);
        stores.open();
        workbenches = new ServiceTracker<>(bundles, IWorkbench.class, null);
        workbenches.open();
    }

    @Override
    public QuickAccessElement[] computeElements() {
        return new QuickAccessElement[0];
    }

    @Override
    public QuickAccessElement[] computeElements(final String query, final IProgressMonitor monitor) {
        final var store = stores.getService();
        if (store == null || query == null
                || query.strip().length() < (query.codePoints().anyMatch(Character::isIdeographic) ? 1 : SHORTEST)) {
            return new QuickAccessElement[0];
        }
        return store.read(session -> TYPES.stream().takeWhile(type -> !monitor.isCanceled()).flatMap(name -> {
            final var type = Catalogue.standard().type(name);
            return ReferenceSearch.find(session, type, query, EACH).stream()
                    .map(hit -> (QuickAccessElement) new Found(new RecordRef(name, hit.id()), type.label(), hit));
        }).toArray(QuickAccessElement[]::new));
    }

    @Override
    public void resetState() {
        // nothing is kept between two searches
    }

    @Override
    public boolean needsRefresh() {
        return false;
    }

    /** A record that was found; choosing it opens its editor. */
    private final class Found extends QuickAccessElement {

        private final RecordRef ref;
        private final String label;

        Found(final RecordRef ref, final String type, final ReferenceSearch.Hit hit) {
            this.ref = ref;
            this.label = hit.title() + (hit.detail().isEmpty() ? "" : " · " + hit.detail()) + " (" + type + ')';
        }

        @Override
        public String getLabel() {
            return label;
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return Icons.of(ref.recordType()).descriptor();
        }

        @Override
        public String getId() {
            return ref.toString();
        }

        @Override
        public void execute() {
            Commands.open(workbenches.getService().getApplication().getContext().getActiveLeaf(), ref);
        }
    }
}
