// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.run.RunContext;

/**
 * Grows one tree by looking at every possible split. Rows are put in order by each feature once; nodes keep their rows in these orders. Of
 * splits that gain the same, the one of the feature that comes first counts, then that with the lowest threshold.
 */
final class Cart implements Learner {

    /** Below, the work is not worth handing out. */
    private static final int SMALL = 20_000;

    /**
     * When a tree ends.
     *
     * @param entropy    whether entropy counts instead of Gini
     * @param depth      how deep it is at most
     * @param least      how many rows each leaf has at least
     * @param leaves     how many leaves it has at most, the best ones first; 0 for any number
     * @param complexity how much purer each leaf must make the whole, as a share; 0 for no pruning
     */
    record Limits(boolean entropy, int depth, int least, int leaves, double complexity) {
    }

    private final Limits limits;
    private Examples ordered;
    private int[][] orders;

    Cart(final Limits limits) {
        this.limits = limits;
    }

    @Override
    public Predictor learn(final Examples examples, final int[] rows, final RunContext context) {
        return new TreePredictor(List.of(grow(examples, rows, context)), new double[examples.target().outputs()], 1, TreePredictor.Link.IDENTITY);
    }

    /** {@return the tree} */
    Tree grow(final Examples examples, final int[] rows, final RunContext context) {
        order(examples, context);
        return new Growth(examples, rows, context).tree();
    }

    private void order(final Examples examples, final RunContext context) {
        if (ordered == examples) {
            return;
        }
        final var features = examples.features();
        final var found = new int[features.width()][];
        context.parallel(found.length, j -> {
            if (!examples.encoding().isCategory(j)) {
                found[j] = Order.ascending(features.columns()[j], context::checkCancelled);
            }
        });
        orders = found;
        ordered = examples;
    }

    private final class Growth {

        private final Examples examples;
        private final double[][] columns;
        private final RunContext context;
        private final int width;
        private final int[][] rows;
        private final Tree tree;
        private final List<double[]> sums = new ArrayList<>();
        private final boolean[] left;
        private final Supplier<Impurity> impurities;
        private final double total;

        Growth(final Examples examples, final int[] some, final RunContext context) {
            this.examples = examples;
            this.context = context;
            columns = examples.features().columns();
            width = columns.length;
            left = new boolean[examples.count()];
            int count = 0;
            for (final int row : some) {
                left[row] = examples.weight(row) > 0;
                count += left[row] ? 1 : 0;
            }
            final int size = count;
            rows = new int[width][];
            context.parallel(width, j -> {
                final var kept = new int[size];
                int next = 0;
                for (int i = 0; i < left.length; i++) {
                    final int row = orders[j] == null ? i : orders[j][i];
                    if (left[row]) {
                        kept[next++] = row;
                    }
                }
                rows[j] = kept;
            });
            tree = new Tree(examples.target().outputs());
            impurities = impurities(some);
            final var all = impurities.get().sums(rows[0], 0, size);
            total = impurities.get().weight(all);
            leaf(all);
        }

        private Supplier<Impurity> impurities(final int[] some) {
            if (examples.target().isClasses()) {
                return () -> new Impurity.Classes(examples, limits.entropy());
            }
            final double middle = examples.baseline(some)[0];
            double most = 0;
            for (final int row : some) {
                most = Math.max(most, Math.abs(examples.target().values()[row] - middle));
            }
            final double scale = most > 0 ? most : 1;
            return () -> new Impurity.Numbers(examples, middle, scale);
        }

        private int leaf(final double[] sum) {
            final var impurity = impurities.get();
            sums.add(sum);
            return tree.leaf(impurity.weight(sum), impurity.answer(sum));
        }

        /** A leaf that can be split, and how. */
        private record Open(int node, int from, int until, int depth, int feature, CartSplit split) {
        }

        Tree tree() {
            // by gain with a limit of leaves, since the best come first; else in the order of nodes
            final Comparator<Open> byNode = Comparator.comparingInt(Open::node);
            final var open = new PriorityQueue<Open>(limits.leaves() > 0
                    ? Comparator.comparingDouble((Open each) -> -each.split().gain()).thenComparing(byNode) : byNode);
            if (rows[0].length == 0) {
                return tree;
            }
            offer(open, 0, 0, rows[0].length, 0);
            int leaves = 1;
            while (!open.isEmpty() && (limits.leaves() == 0 || leaves < limits.leaves())) {
                context.checkCancelled();
                final var next = open.poll();
                final int middle = divide(next);
                final var impurity = impurities.get();
                final int at = leaf(impurity.sums(rows[0], next.from(), middle));
                leaf(impurity.sums(rows[0], middle, next.until()));
                final var split = next.split();
                final boolean more = middle - next.from() >= next.until() - middle;
                tree.split(next.node(), next.feature(), split.threshold(), anyMissing(next, middle) ? split.missingLeft() : more, split.set(), at);
                leaves++;
                offer(open, at, next.from(), middle, next.depth() + 1);
                offer(open, at + 1, middle, next.until(), next.depth() + 1);
            }
            return limits.complexity() > 0 ? new Pruning(tree, sums.stream().mapToDouble(impurities.get()::mixed).toArray(),
                    total).tree(limits.complexity()) : tree;
        }

        /** Whether the feature has missing values among the rows: they are last in the order of either side. */
        private boolean anyMissing(final Open node, final int middle) {
            final var order = rows[node.feature()];
            return node.split().set() != null || columns[node.feature()][order[middle - 1]] != columns[node.feature()][order[middle - 1]]
                    || columns[node.feature()][order[node.until() - 1]] != columns[node.feature()][order[node.until() - 1]];
        }

        private void offer(final PriorityQueue<Open> open, final int node, final int from, final int until, final int depth) {
            if (depth >= limits.depth() || until - from < 2L * limits.least() || impurities.get().mixed(sums.get(node)) <= 0) {
                return;
            }
            final var found = new CartSplit[width];
            if (until - from >= SMALL / Math.max(1, width)) {
                context.parallel(width, j -> found[j] = find(node, j, from, until));
            } else {
                Arrays.setAll(found, j -> find(node, j, from, until));
            }
            final double scale = new CartSplit.Finder(impurities.get(), sums.get(node), limits.least(), context).scale();
            var best = CartSplit.NONE;
            int feature = -1;
            for (int j = 0; j < width; j++) {
                if (found[j].isBetter(best, scale)) {
                    best = found[j];
                    feature = j;
                }
            }
            // a split that gains nothing may still lead to one that does, but rounding alone does not
            if (feature >= 0 && best.gain() > -1e-9 * scale) {
                open.add(new Open(node, from, until, depth, feature, best));
            }
        }

        private CartSplit find(final int node, final int feature, final int from, final int until) {
            final var finder = new CartSplit.Finder(impurities.get(), sums.get(node), limits.least(), context);
            return examples.encoding().isCategory(feature)
                    ? finder.categories(columns[feature], rows[feature], from, until, examples.encoding().categories(feature).size() + 2)
                    : finder.numbers(columns[feature], rows[feature], from, until);
        }

        /** Puts the rows that go left before the others in each order, and returns where these begin. */
        private int divide(final Open open) {
            final var split = open.split();
            final var values = columns[open.feature()];
            int count = 0;
            for (int i = open.from(); i < open.until(); i++) {
                final int row = rows[open.feature()][i];
                final double value = values[row];
                left[row] = split.set() != null ? Tree.contains(split.set(), Tree.slot(value)) : value != value ? split.missingLeft()
                        : value <= split.threshold();
                count += left[row] ? 1 : 0;
            }
            final int middle = open.from() + count;
            if (open.until() - open.from() >= SMALL / Math.max(1, width)) {
                context.parallel(width, j -> divide(rows[j], open, middle));
            } else {
                for (int j = 0; j < width; j++) {
                    divide(rows[j], open, middle);
                }
            }
            return middle;
        }

        private void divide(final int[] order, final Open open, final int middle) {
            final var others = new int[open.until() - middle];
            int next = open.from();
            int other = 0;
            for (int i = open.from(); i < open.until(); i++) {
                if ((i - open.from()) % (16 * Frame.BLOCK) == 0) {
                    context.checkCancelled();
                }
                final int row = order[i];
                if (left[row]) {
                    order[next++] = row;
                } else {
                    others[other++] = row;
                }
            }
            System.arraycopy(others, 0, order, middle, other);
        }
    }
}
