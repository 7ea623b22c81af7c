// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.TreePart;

/** A tree as a picture and as rules in words. */
final class TreeParts {

    private static final int LISTED = 6;
    private static final String OR_MISSING = " | ?";

    private final Tree tree;
    private final Encoding encoding;
    private final Target target;
    private final int[] parents;

    TreeParts(final Tree tree, final Encoding encoding, final Target target) {
        this.tree = tree;
        this.encoding = encoding;
        this.target = target;
        parents = new int[tree.size()];
        parents[0] = -1;
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isLeaf(node)) {
                parents[tree.left(node)] = node;
                parents[tree.right(node)] = node;
            }
        }
    }

    /** {@return what rows have that come from the parent of a node to it; the same in every language} */
    private Message condition(final int node) {
        final int parent = parents[node];
        final int feature = tree.feature(parent);
        final boolean left = node == tree.left(parent);
        final var name = encoding.title(feature);
        if (tree.set(parent) != null) {
            return categories(name, feature, parent, left);
        }
        if (tree.threshold(parent) == Tree.KNOWN) {
            return then(name, left ? " ≠ ?" : " = ?");
        }
        return then(name, (left ? " ≤ " : " > ") + encoding.text(feature, tree.threshold(parent)) + (left == tree.missingLeft(parent) ? OR_MISSING : ""));
    }

    private static Message then(final Message name, final String text) {
        return Message.join("", List.of(name, Message.name(text)));
    }

    private Message categories(final Message name, final int feature, final int parent, final boolean left) {
        final var inside = new ArrayList<Message>();
        final var outside = new ArrayList<Message>();
        final var known = encoding.categories(feature);
        for (int code = 0; code < known.size(); code++) {
            (Tree.contains(tree.set(parent), code + 2) == left ? inside : outside).add(encoding.said(feature, code));
        }
        if (Tree.contains(tree.set(parent), 0) == left) {
            inside.add(Message.name("?"));
        } else {
            outside.add(Message.name("?"));
        }
        return inside.size() <= Math.max(outside.size(), 1) ? listed(name, " ∈ {", inside) : listed(name, " ∉ {", outside);
    }

    private static Message listed(final Message name, final String sign, final List<Message> texts) {
        return Message.join("", List.of(name, Message.name(sign), Message.join(", ", texts.subList(0, Math.min(LISTED, texts.size()))),
                Message.name(texts.size() > LISTED ? ", …}" : "}")));
    }

    private Message answer(final int node) {
        if (!target.isClasses()) {
            return Message.name(Shown.number(tree.value(node, 0)));
        }
        final int chosen = chosen(node);
        return Messages.of("learning.tree.answer", target.said(chosen), tree.value(node, chosen));
    }

    private int chosen(final int node) {
        final var shares = new double[target.outputs()];
        Arrays.setAll(shares, k -> tree.value(node, k));
        return Quality.chosen(shares, 0, shares.length);
    }

    TreePart picture() {
        final var labels = new ArrayList<Message>();
        final var heights = new double[tree.size()];
        final var sizes = new double[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            final var condition = node == 0 ? Messages.of("learning.tree.root") : condition(node);
            labels.add(Messages.of("learning.tree.node", condition, answer(node)));
            heights[node] = node == 0 ? 0 : heights[parents[node]] + 1;
            sizes[node] = tree.cover(node);
        }
        return new TreePart("tree", Messages.of("learning.tree"), parents.clone(), labels, heights, Messages.of("learning.tree.depth"), sizes);
    }

    /** {@return one row for each leaf: the conditions on the way to it, what it answers, and for how many rows} */
    TablePart rules() {
        final var rules = new ArrayList<Message>();
        final var answers = new ArrayList<Message>();
        final var rows = new ArrayList<Double>();
        final var shares = new ArrayList<Double>();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                final var steps = new ArrayList<Message>();
                for (int at = node; at > 0; at = parents[at]) {
                    steps.add(0, condition(at));
                }
                rules.add(steps.isEmpty() ? Message.name("…") : Message.join("; ", steps));
                answers.add(target.isClasses() ? target.said(chosen(node)) : Message.name(Shown.number(tree.value(node, 0))));
                shares.add(target.isBinary() ? tree.value(node, 1) : target.isClasses() ? tree.value(node, chosen(node)) : tree.value(node, 0));
                rows.add(tree.cover(node));
            }
        }
        final var value = target.isBinary() ? Messages.of("learning.column.probability", target.said(1))
                : Messages.of(target.isClasses() ? "learning.column.share" : "learning.column.prediction");
        return LearnedModel.table().messages("rule", rules).messages("answer", answers)
                .add(number("value", shares), value, Messages.of("learning.column.share.help"), Meaning.PLAIN)
                .add(number("rows", rows), Meaning.COUNT).build("rules");
    }

    private static NumberColumn number(final String name, final List<Double> values) {
        return NumberColumn.of(name, values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
