// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.apache.derby.iapi.store.raw.ContainerHandle;
import org.apache.derby.iapi.store.raw.ContainerKey;
import org.apache.derby.iapi.store.raw.LockingPolicy;
import org.apache.derby.iapi.store.raw.data.RawContainerHandle;
import org.apache.derby.iapi.store.raw.xact.RawTransaction;
import org.apache.derby.impl.store.raw.data.BaseDataFileFactoryJ4;
import org.apache.derby.impl.store.raw.xact.InternalXact;
import org.apache.derby.shared.common.error.StandardException;

/**
 * Derby's storage, mended in one place. A transaction of the engine's own removes deleted rows from a page of an index and has to keep that
 * page latched until its end is in the log: where somebody else puts rows into the freed space before, and the process is killed then, the
 * recovery cannot put the removed rows back and the database does not start any more. But Derby's B-trees close the container before they
 * commit, and that gives the page away. Here such a container stays open, and its pages stay latched, until the transaction ends; heaps
 * always did it that way.
 * <p>
 * Derby finds this class by its name, see {@link DerbyEngine}. Public for that reason only.
 *
 * @since 0.1
 */
public final class PurgeSafeStorage extends BaseDataFileFactoryJ4 {

    /** Derby's name for transactions of its own; those in which it allocates pages have another one and their containers another type. */
    private static final String INTERNAL = "InternalTransaction";

    /** For Derby, which makes one for each database. */
    public PurgeSafeStorage() {
        // Derby calls boot
    }

    @Override
    public ContainerHandle openContainer(final RawTransaction transaction, final ContainerKey container, final LockingPolicy locking,
            final int mode) throws StandardException {
        final ContainerHandle handle = super.openContainer(transaction, container, locking, mode);
        return handle instanceof RawContainerHandle raw && purges(transaction, mode) ? openUntilTheEnd(raw) : handle;
    }

    /** Internal transactions that wait for no lock are those that remove rows, and nothing else. */
    private static boolean purges(final RawTransaction transaction, final int mode) {
        return (mode & ContainerHandle.MODE_LOCK_NOWAIT) != 0 && transaction instanceof InternalXact internal
                && INTERNAL.equals(internal.getContextId());
    }

    /** The transaction closes the container itself when it ends. */
    private static RawContainerHandle openUntilTheEnd(final RawContainerHandle handle) {
        return (RawContainerHandle) Proxy.newProxyInstance(PurgeSafeStorage.class.getClassLoader(), new Class<?>[] {RawContainerHandle.class},
                (proxy, method, arguments) -> {
                    if ("close".equals(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(handle, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
