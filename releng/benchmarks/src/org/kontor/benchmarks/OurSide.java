// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/**
 * Our side of a case, in a virtual machine of its own: reads the data, then does what it is asked on each line of its input ({@code tell},
 * {@code run} or {@code whole}), and says how long it took. The peers understand the first two as well, so that both sides can take turns.
 */
public final class OurSide {

    /** What the optional bundle of vectors publishes; it may not be there, so it is named and not used. */
    private static final String VECTORS = "org.kontor.analytics.simd.internal.SimdKernels";

    /** What is told beside what was found: whether there is a whole run, and whether kernels were asked for. */
    static final String WHOLE = "has-whole";
    static final String KERNELS = "asked-for-kernels";

    private final ExecutorService helpers;
    private final int threads;
    private final VectorKernels kernels;

    private OurSide(final ExecutorService helpers, final int threads, final VectorKernels kernels) {
        this.helpers = helpers;
        this.threads = threads;
        this.kernels = kernels;
    }

    /** {@return whether the bundle of vectors and the module that it needs are there} */
    static boolean hasVectors() {
        return OurSide.class.getClassLoader().getResource(VECTORS.replace('.', '/') + ".class") != null
                && ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
    }

    private static VectorKernels kernels(final String name) {
        if (name.equals(Contest.PLAIN)) {
            return VectorKernels.plain();
        }
        try {
            return (VectorKernels) Class.forName(VECTORS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("there are no kernels called " + name, missing);
        }
    }

    /**
     * @param arguments the number of threads, the kernels, the folder of the data, the task and its parameters
     * @throws IOException where the data cannot be read
     */
    public static void main(final String[] arguments) throws IOException {
        final int threads = Integer.parseInt(arguments[0]);
        try (var helpers = Executors.newFixedThreadPool(threads)) {
            new OurSide(helpers, threads, kernels(arguments[1])).obey(work(Path.of(arguments[2]), arguments[3], List.of(arguments).subList(4, arguments.length)));
        }
    }

    private static Work<?> work(final Path folder, final String task, final List<String> parameters) throws IOException {
        return switch (task) {
            case "kmeans" -> ClusteringTask.kmeans(folder, parameters);
            case "clusters" -> ClusteringTask.work(folder, parameters);
            case "rfm" -> GradesTask.work(folder);
            case "rules" -> RecommendationTask.rules(Path.of(parameters.get(0)), parameters.get(1));
            case "als" -> RecommendationTask.als(folder);
            case "item-knn" -> RecommendationTask.items(folder);
            case "learning" -> LearningTask.work(folder, parameters);
            case "pca" -> LearningTask.components(folder);
            case "value" -> ValueTask.work(folder);
            case "forecast" -> ForecastTask.work(folder, parameters);
            case "terms" -> TextTask.work(folder);
            case "duplicates" -> DuplicatesTask.work(folder);
            default -> throw new IllegalArgumentException(task);
        };
    }

    private WatchedRun context(final long seed) {
        return new WatchedRun(new LocalRun(Progress.NONE, seed, threads, Long.MAX_VALUE, helpers, kernels));
    }

    private <R> void obey(final Work<R> work) throws IOException {
        final var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long seed = 0;
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            final var context = context(++seed);
            final long before = System.nanoTime();
            final double processor = Measured.processor();
            if (order.equals("whole")) {
                work.whole().apply(context);
                Measured.seconds("whole", before);
            } else {
                final R found = work.compared().apply(context);
                Measured.seconds("seconds", before);
                Measured.value("processor", Measured.processor() - processor);
                if (order.equals("tell")) {
                    Measured.value(WHOLE, work.whole() != null);
                    Measured.value(KERNELS, context.isAsked());
                    work.tell().accept(found);
                }
            }
            Measured.done();
        }
    }
}
