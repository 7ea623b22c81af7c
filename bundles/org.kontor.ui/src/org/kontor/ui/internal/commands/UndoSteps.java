// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

import org.kontor.store.ChangeSet;
import org.kontor.store.History;
import org.kontor.store.Store;

/**
 * What undo and redo would do now and what was stored last: read after each commit on another thread, so that menus never wait for the
 * store.
 */
@Component(service = UndoSteps.class)
public final class UndoSteps {

    private final EventAdmin events;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Job refresh = Job.createSystem("undo", (ICoreRunnable) monitor -> read());
    private volatile Store store;
    private volatile boolean stale;
    private volatile Runnable end = () -> { };
    private volatile Optional<History.Operation> undo = Optional.empty();
    private volatile Optional<History.Operation> redo = Optional.empty();
    private volatile Optional<ChangeSet> last = Optional.empty();

    @Activate
    public UndoSteps(@Reference final EventAdmin events) {
        this.events = events;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "closed")
    void opened(final Store opened) {
        end.run();
        store = opened;
        end = opened.subscribe(commit -> {
            stale = true;
            refresh.schedule();
        });
        stale = true;
        refresh.schedule();
    }

    void closed(final Store closing) {
        if (store == closing) {
            end.run();
            end = () -> { };
            store = null;
            undo = Optional.empty();
            redo = Optional.empty();
            last = Optional.empty();
            changed();
        }
    }

    @Deactivate
    void deactivate() {
        end.run();
        refresh.cancel();
    }

    private void read() {
        final var now = store;
        if (now == null) {
            return;
        }
        try {
            stale = false;
            undo = now.history().undoable();
            redo = now.history().redoable();
            last = now.history().operations(0, 1).stream().findFirst().map(History.Operation::first);
        } catch (RuntimeException closing) {
            if (store == now) {
                ILog.of(UndoSteps.class).error("cannot read what may be undone", closing);
            }
            return;
        }
        changed();
    }

    /** Tool bars look again at what they offer: nothing that a person did need have come before. */
    private void changed() {
        listeners.forEach(Runnable::run);
        events.postEvent(new Event(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, Map.of(IEventBroker.DATA, UIEvents.ALL_ELEMENT_ID)));
    }

    /** @return whether something was stored that is not known here yet, so that undo and redo may find more than is said here */
    public boolean isStale() {
        return stale;
    }

    /** @return what undo would take back; empty where there is nothing or it is not known yet */
    public Optional<History.Operation> undo() {
        return undo;
    }

    /** @return what redo would do again */
    public Optional<History.Operation> redo() {
        return redo;
    }

    /** @return what was stored last */
    public Optional<ChangeSet> last() {
        return last;
    }

    /**
     * @param listener runs on any thread after each change of the above
     * @return ends it
     */
    public Runnable onChange(final Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
