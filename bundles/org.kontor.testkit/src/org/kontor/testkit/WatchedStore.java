// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;

import org.kontor.store.History;
import org.kontor.store.Store;

/** A store as the workbench sees it, which notes who lets the user interface wait for the database. */
final class WatchedStore implements InvocationHandler {

    private static final Set<String> WITHOUT_DATABASE = Set.of("info", "history", "subscribe", "whenWanted", "close", "equals", "hashCode", "toString");
    private static final int FRAMES = 3;

    private final Object real;
    private final List<String> onUserInterfaceThread;
    private final AtomicInteger elsewhere;

    private WatchedStore(final Object real, final List<String> onUserInterfaceThread, final AtomicInteger elsewhere) {
        this.real = real;
        this.onUserInterfaceThread = onUserInterfaceThread;
        this.elsewhere = elsewhere;
    }

    /** What was seen. */
    record Calls(List<String> onUserInterfaceThread, AtomicInteger elsewhere) {
        Calls() {
            this(new CopyOnWriteArrayList<>(), new AtomicInteger());
        }
    }

    static Store of(final Store real, final Calls calls) {
        return watch(Store.class, real, new WatchedStore(real, calls.onUserInterfaceThread, calls.elsewhere));
    }

    private static <T> T watch(final Class<T> type, final T real, final WatchedStore watch) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, watch));
    }

    @Override
    public Object invoke(final Object proxy, final Method method, final Object[] arguments) throws Throwable {
        if (method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        if (!WITHOUT_DATABASE.contains(method.getName())) {
            note(method);
        }
        try {
            final var result = method.invoke(real, arguments);
            return result instanceof final History history ? watch(History.class, history, new WatchedStore(history, onUserInterfaceThread, elsewhere)) : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private void note(final Method method) {
        if (Display.findDisplay(Thread.currentThread()) == null) {
            elsewhere.incrementAndGet();
        } else {
            onUserInterfaceThread.add(method.getName() + StackWalker.getInstance().walk(frames -> frames.map(Object::toString)
                    .filter(frame -> frame.startsWith("org.kontor.") && !frame.startsWith(WatchedStore.class.getName())).limit(FRAMES)
                    .collect(Collectors.joining(" < ", " by ", ""))));
        }
    }
}
