// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.recommendation.Learned.Ranked;
import org.kontor.analytics.algorithms.recommendation.Learned.Source;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns what was learned and how it was judged into a result. */
final class RecommendationReport {

    private static final int USERS_PER_TASK = 8;
    private static final int REASONS = 3;
    private static final int BARS = 20;
    private static final List<String> ALL = List.of("rmse", "mae", "precision", "recall", "ndcg", "coverage", "popularity-bias");

    private final Interactions all;
    private final Parameters parameters;
    private final RunContext context;
    private final int top;
    private final Result.Builder result = Result.builder();
    private Map<String, Double> own = Map.of();
    private Map<String, Double> base = Map.of();
    private final double[][] recalls;
    private Judgement judgement;

    RecommendationReport(final Interactions all, final Parameters parameters, final RunContext context) {
        this.all = all;
        this.parameters = parameters;
        this.context = context;
        top = parameters.get(Recommender.TOP).intValue();
        recalls = new double[2][top];
    }

    /** Compares the method with the baseline on what was held out. */
    void judge(final Judgement how, final Learned trained) {
        judgement = how;
        own = how.of(trained, top, recalls[0]);
        base = how.of(trained.baseline(), top, recalls[1]);
    }

    Result.Builder of(final Learned learned, final Model model) {
        say(learned);
        metric("users", all.users().count());
        metric("items", all.items().count());
        metric("ratings", all.size());
        result.metric("density", (double) all.size() / ((double) all.users().count() * all.items().count()), Messages.of("recommendation.metric.density"),
                Trail.NONE, Meaning.SHARE);
        own.forEach((name, value) -> result.metric(name, value, Messages.of("recommendation.metric." + name), Trail.NONE, Judgement.meaning(name)));
        base.forEach((name, value) -> {
            if (!name.equals("users-judged")) {
                result.metric("baseline-" + name, value, Messages.of("recommendation.metric.baseline", Messages.of("recommendation.metric." + name)),
                        Trail.NONE, Judgement.meaning(name));
            }
        });
        warn();
        recommend(learned);
        if (!own.isEmpty()) {
            result.part(evaluation(learned));
            if (own.containsKey("recall")) {
                result.part(recalls(learned));
            }
        }
        result.part(popular(learned));
        return result.model(model);
    }

    private void metric(final String name, final double value) {
        result.metric(name, value, Messages.of("recommendation.metric." + name), Trail.NONE);
    }

    private void say(final Learned learned) {
        final var ratings = learned.ratings;
        result.say(Messages.of(all.rated() ? "recommendation.summary.rated" : "recommendation.summary.done", all.users().count(), all.items().count(), all.size(),
                (double) all.size() / ((double) ratings.users * ratings.items)));
        if (own.containsKey("precision")) {
            result.say(Messages.of("recommendation.summary.judged", top, own.get("precision"), base.get("precision"), own.get("users-judged"),
                    own.get("coverage")));
        }
        if (own.containsKey("rmse")) {
            result.say(Messages.of("recommendation.summary.errors", own.get("rmse"), own.get("mae"), base.get("rmse"), judgement.heldOut()));
        }
    }

    private void warn() {
        if (all.left() > 0) {
            result.warn("recommendation.left", Messages.of("recommendation.left", all.left()));
        }
        if (all.repeated() > 0) {
            result.warn("recommendation.repeated", Messages.of(all.rated() ? "recommendation.repeated.rated" : "recommendation.repeated.done", all.repeated()));
        }
        if (judgement != null && !judgement.isTimely()) {
            result.warn("recommendation.by-chance", Messages.of("recommendation.by-chance"));
        }
        final boolean less = own.getOrDefault("ndcg", 1.0) < base.getOrDefault("ndcg", 0.0);
        if (less && !own.equals(base)) {
            result.warn("recommendation.no-better", Messages.of("recommendation.no-better", own.get("ndcg"), base.get("ndcg")));
        }
        if (own.isEmpty()) {
            result.warn("recommendation.not-judged", Messages.of("recommendation.not-judged"));
        }
    }

    /** A table whose columns have the texts that recommenders share. */
    static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, "recommendation");
    }

    /** The best items of each user. */
    private void recommend(final Learned learned) {
        final int listed = (int) Math.min(learned.users.count(), parameters.get(Recommender.LIST_USERS));
        final var best = new Ranked[listed][];
        final var reasons = new Message[listed][];
        if (listed > 0) {
            learned.method.prepare(context);
        }
        context.parallel(Math.ceilDiv(listed, USERS_PER_TASK), task -> {
            for (int user = task * USERS_PER_TASK; user < Math.min(listed, (task + 1) * USERS_PER_TASK); user++) {
                context.checkCancelled();
                final int who = user;
                best[user] = learned.best(user, learned.segments.of(user), top);
                final var reasoner = learned.method.reasoner(user);
                reasons[user] = Arrays.stream(best[user]).map(each -> reason(learned, who, each, reasoner)).toArray(Message[]::new);
            }
        });
        if (listed < learned.users.count()) {
            result.warn("recommendation.users-cut", Messages.of("recommendation.users-cut", listed, learned.users.count()));
        }
        result.part(recommendations(learned, best, reasons));
        result.part(firsts(learned, best, reasons));
    }

    /** Why, in names and numbers that need no translation. */
    private static Message reason(final Learned learned, final int user, final Ranked ranked, final IntFunction<List<Predictor.Reason>> reasoner) {
        return switch (ranked.answer().source()) {
            case METHOD -> {
                final var names = new ArrayList<Message>();
                for (final var reason : reasoner.apply(ranked.item())) {
                    if (names.size() < REASONS && (reason.amount() > 0 || reason.kind() == Predictor.Reason.Kind.USER)) {
                        names.add(name(learned, reason));
                    }
                }
                yield Message.join("; ", names);
            }
            case ATTRIBUTES -> Message.join("; ", Arrays.stream(learned.vectors[ranked.item()].dimension()).limit(REASONS)
                    .mapToObj(learned.space::said).toList());
            case SEGMENT -> Message.join("", List.of(learned.segments.names().said(learned.segments.of(user)), Message.name(": "
                    + learned.segments.likes(learned.segments.of(user), ranked.item()) + '/' + learned.segments.size(learned.segments.of(user)))));
            case POPULARITY -> Message.name(learned.likes(ranked.item()) + "/" + learned.ratings.users);
        };
    }

    private static Message name(final Learned learned, final Predictor.Reason reason) {
        final var name = switch (reason.kind()) {
            case ITEM -> learned.items.said(reason.number());
            case USER -> learned.users.said(reason.number());
            case ATTRIBUTE -> learned.space.said(reason.number());
        };
        return Message.join("", List.of(name, Message.name(String.format(Locale.ROOT, " (%.2f)", reason.weight()))));
    }

    private static TableBuilder named(final TableBuilder table, final String name, final Names names, final int[] numbers, final Meaning meaning) {
        table.add(TextColumn.of(name, numbers, Dictionary.of(names.all().toArray(String[]::new))), meaning);
        names.column().ifPresent(table::valuesOf);
        return table;
    }

    private TablePart recommendations(final Learned learned, final Ranked[][] best, final Message[][] reasons) {
        final int size = Arrays.stream(best).mapToInt(each -> each.length).sum();
        final var users = new int[size];
        final var ranks = new long[size];
        final var items = new int[size];
        final var scores = new double[size];
        final var shares = new double[size];
        final var sources = new int[size];
        final var why = new ArrayList<Message>(size);
        int at = 0;
        for (int user = 0; user < best.length; user++) {
            for (int rank = 0; rank < best[user].length; rank++) {
                final var answer = best[user][rank].answer();
                users[at] = user;
                ranks[at] = rank + 1;
                items[at] = best[user][rank].item();
                scores[at] = answer.value();
                shares[at] = normalized(learned, answer.value(), best[user]);
                sources[at++] = answer.source().ordinal();
                why.add(reasons[user][rank]);
            }
        }
        final var table = named(table(), "user", learned.users, users, Meaning.PLAIN).counts("rank", ranks);
        return named(table, "item", learned.items, items, Meaning.PLAIN)
                .add(NumberColumn.of("score", scores), Meaning.SCORE).add(NumberColumn.of("normalized", shares), Meaning.SHARE)
                .add(RecommendationModel.sources(learned.id, sources), Meaning.PLAIN).messages("reason", Meaning.REASON, why)
                .build("recommendations");
    }

    /** A rating's place between the least and the largest rating; a score's part of the user's largest from the same source. */
    private static double normalized(final Learned learned, final double value, final Ranked[] all) {
        final var ratings = learned.ratings;
        if (ratings.rated) {
            return ratings.most > ratings.least ? (value - ratings.least) / (ratings.most - ratings.least) : 1;
        }
        double largest = 0;
        for (final var each : all) {
            largest = Math.max(largest, each.answer().value());
        }
        return largest > 0 ? Math.max(0, value / largest) : 0;
    }

    /** The first recommendation of each user, as a label that can be written back. */
    private TablePart firsts(final Learned learned, final Ranked[][] best, final Message[][] reasons) {
        final int[] users = IntStream.range(0, best.length).filter(user -> best[user].length > 0).toArray();
        final int[] items = Arrays.stream(users).map(user -> best[user][0].item()).toArray();
        final var scores = Arrays.stream(users).mapToDouble(user -> best[user][0].answer().value()).toArray();
        final var why = Arrays.stream(users).mapToObj(user -> reasons[user][0]).toList();
        return named(named(table(), "user", learned.users, users, Meaning.ID), "item", learned.items, items, Meaning.LABEL)
                .add(NumberColumn.of("score", scores), Meaning.SCORE).messages("reason", Meaning.REASON, why)
                .build("first-recommendations", Messages.of("recommendation.firsts"));
    }

    private TablePart evaluation(final Learned learned) {
        final var table = table().texts("source", Arrays.asList(learned.id, Source.POPULARITY.key(null)));
        for (final var name : ALL) {
            if (own.containsKey(name) || base.containsKey(name)) {
                table.add(NumberColumn.of(name, own.getOrDefault(name, Double.NaN), base.getOrDefault(name, Double.NaN)),
                        Messages.of("recommendation.metric." + name), Messages.of("recommendation.metric." + name + ".help"), Meaning.PLAIN);
            }
        }
        return table.build("evaluation");
    }

    private SeriesPart recalls(final Learned learned) {
        final var positions = IntStream.rangeClosed(1, top).asDoubleStream().toArray();
        return new SeriesPart("recalls", Messages.of("recommendation.recalls"),
                new SeriesPart.Axis(Messages.of("recommendation.recalls.axis"), SeriesPart.AxisType.NUMBER), Messages.of("recommendation.metric.recall"),
                List.of(new SeriesPart.Line(Messages.of(learned.id + ".name"), positions, recalls[0], Optional.empty()),
                        new SeriesPart.Line(Messages.of("recommendation.baseline"), positions, recalls[1], Optional.empty())),
                List.of(), Meaning.SHARE);
    }

    private BarsPart popular(final Learned learned) {
        final int[] first = Arrays.copyOf(learned.byLikes(), Math.min(BARS, learned.byLikes().length));
        final var value = Messages.of(all.rated() ? "recommendation.likes.rated" : "recommendation.likes.done");
        return new BarsPart("popular-items", Messages.of("recommendation.popular"), Arrays.stream(first).mapToObj(item -> learned.items.said(item))
                .toList(), List.of(value), value, new double[][] {Arrays.stream(first).mapToDouble(learned::likes).toArray()});
    }
}
