// SPDX-License-Identifier: EPL-2.0

package org.kontor.charts.internal.swt;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Paints the pictures of one canvas beside the user interface thread, one at a time: while one is being painted only the latest wish
 * is kept, so dragging a window's edge never queues up work. All methods belong to the user interface thread.
 */
public final class PictureLoader {

    private static final System.Logger LOG = System.getLogger(PictureLoader.class.getName());

    /** All canvases share one thread, which goes away when nothing is left to paint. */
    private static final Executor BACKGROUND = background();

    private final Executor painter;
    private final Executor userInterface;
    private final Consumer<Picture> onPainted;
    private Picture.Request running;
    private Picture.Request waiting;

    /**
     * @param userInterface runs something on the user interface thread, later, or drops it where there is none any more
     * @param onPainted     takes the finished pictures there
     */
    public PictureLoader(final Executor userInterface, final Consumer<Picture> onPainted) {
        this(BACKGROUND, userInterface, onPainted);
    }

    PictureLoader(final Executor painter, final Executor userInterface, final Consumer<Picture> onPainted) {
        this.painter = painter;
        this.userInterface = userInterface;
        this.onPainted = onPainted;
    }

    private static Executor background() {
        final var pool = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            final var thread = new Thread(task, "Kontor charts");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Asks for a picture; an older wish that is not being painted yet is dropped.
     *
     * @param request what to paint
     */
    public void load(final Picture.Request request) {
        if (running == null) {
            running = request;
            waiting = null;
            painter.execute(() -> paint(request));
        } else {
            waiting = request.equals(running) ? null : request;
        }
    }

    /**
     * Does something beside the user interface thread, after the pictures that are being painted.
     *
     * @param task touches no widget
     */
    public void later(final Runnable task) {
        painter.execute(task);
    }

    private void paint(final Picture.Request request) {
        Picture picture = null;
        try {
            picture = Picture.of(request);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Chart not painted: " + request.chart().heading().title(), failure);
        }
        final var painted = picture;
        userInterface.execute(() -> finish(painted));
    }

    private void finish(final Picture painted) {
        running = null;
        if (painted != null) {
            onPainted.accept(painted);
        }
        if (waiting != null) {
            load(waiting);
        }
    }
}
