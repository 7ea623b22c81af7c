// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.Family;
import org.kontor.analytics.Findings;
import org.kontor.analytics.Method;
import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;
import org.kontor.analytics.algorithms.segments.Keys;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.IntegerParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.parameter.SearchRange;
import org.kontor.analytics.parameter.RealParameter;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/**
 * What all recommenders have in common: they read who chose or rated what, are judged by what is held out, learn from everything, and recommend
 * to each user the best items that the user does not know yet.
 */
abstract class Recommender extends Method {

    static final String RELEASE = "1.0.0";

    static final ChoiceParameter FEEDBACK = new ChoiceParameter("feedback", "automatic", List.of("automatic", "explicit", "implicit"));
    static final IntegerParameter TOP = new IntegerParameter("top", 10L, 1, 100);
    static final IntegerParameter LIST_USERS = new IntegerParameter("list-users", 10_000L, 0, 1_000_000);
    static final RealParameter HOLDOUT = new RealParameter("holdout", .2, 0, .9);

    private static final int STEPS = 4;
    private static final List<RoleNeed> NEEDS = List.of(RoleNeed.one(Role.USER, RoleNeed.ANY), RoleNeed.one(Role.ITEM, RoleNeed.ANY),
            RoleNeed.optional(Role.RATING, RoleNeed.AMOUNTS), RoleNeed.optional(Role.TIME, RoleNeed.TEMPORAL),
            RoleNeed.optional(Role.SEGMENT, RoleNeed.ANY), RoleNeed.several(Role.FEATURES, 0, RoleNeed.ANY),
            RoleNeed.optional(Role.TEXT, Set.of(ColumnType.TEXT)));

    Recommender(final String name, final List<String> literature, final String cost, final List<Parameter<?>> own,
            final SearchRange... searched) {
        super(new AlgorithmDescriptor(name, RELEASE, Family.RECOMMENDATION, Messages.TEXTS, literature, cost, NEEDS,
                Stream.concat(own.stream(), Stream.of(FEEDBACK, TOP, LIST_USERS, HOLDOUT)).toList(),
                Set.of(Capability.LEARNS, Capability.EXPLAINS, Capability.MISSING_VALUES, Capability.CATEGORIES, Capability.RANDOM))
                .searching(searched));
    }

    /**
     * What is known beside ratings.
     *
     * @param biases  how users rate and items are rated
     * @param content answers by what items are like; null where nothing is known of them
     */
    record Known(Biases biases, Content content) {
    }

    /** {@return what the method learns of ratings} */
    abstract Predictor learn(Ratings ratings, Known known, Parameters parameters, RunContext context);

    /** {@return how many bytes the method takes at most} */
    abstract long memory(long users, long items, long entries, Parameters parameters);

    /** {@return whether items may be recommended by what they are like where the method has no answer} */
    boolean isHelpedByAttributes() {
        return true;
    }

    /** {@return what the method says of what items are like} */
    Content content(final Ratings ratings, final Attributes space, final Vector[] vectors, final Biases biases, final Parameters parameters,
            final RunContext context) {
        return space.isEmpty() || !isHelpedByAttributes() ? null : new Content(ratings, space, vectors, false, true, biases, context);
    }

    /** Adds pictures that only this method has. */
    void illustrate(final Result.Builder result, final Learned learned, final RunContext context) {
        // most have none
    }

    /** {@return what cannot be learned again from ratings alone} */
    Map<String, Frame> tables(final Predictor predictor) {
        return Map.of();
    }

    /** {@return what was learned, from its tables and ratings} */
    Predictor restore(final Map<String, Frame> tables, final Ratings ratings, final Known known, final Parameters parameters, final RunContext context) {
        return learn(ratings, known, parameters, context);
    }

    @Override
    protected final void examine(final Findings found) {
        final var data = found.data();
        if (data.rows() == 0) {
            found.obstacle("recommendation.empty");
        }
        for (final var role : List.of(Role.USER, Role.ITEM, Role.RATING)) {
            data.find(role).filter(column -> data.rows() > 0 && column.missing() == data.rows())
                    .ifPresent(column -> found.obstacle("recommendation.all-missing", column.name()));
        }
        if (found.parameters().get(FEEDBACK).equals("explicit") && data.find(Role.RATING).isEmpty()) {
            found.obstacle("recommendation.no-rating");
        }
    }

    static boolean isRated(final Dataset data, final Parameters parameters) {
        return data.find(Role.RATING).isPresent() && !parameters.get(FEEDBACK).equals("implicit");
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        if (!data.against(descriptor().needs()).isEmpty()) {
            return 0;
        }
        final long rows = data.rows();
        final long users = different(data.column(Role.USER));
        final long items = different(data.column(Role.ITEM));
        final long entries = Math.min(rows, users * items);
        long attributes = 0;
        for (final var column : data.columns(Role.FEATURES)) {
            attributes += items * 64 + different(column) * 200;
        }
        attributes += data.find(Role.TEXT).isPresent() ? items * 8_000 : 0;
        final long listed = Math.min(users, parameters.get(LIST_USERS)) * Math.min(items, parameters.get(TOP));
        return (2L << 20) + rows * 32 + (users + items) * 400 + entries * 160 + attributes + listed * 200 + 8 * items * 80
                + 2 * memory(users, items, entries, parameters);
    }

    private static long different(final Column column) {
        if (column instanceof final TextColumn texts) {
            return Math.min(column.rows(), texts.dictionary().size());
        }
        return Keys.of(column, new LocalRun(Progress.NONE, 0, 1, Long.MAX_VALUE, Runnable::run)).count();
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        start(data, parameters, context, STEPS);
        final var all = Interactions.of(data, isRated(data, parameters), context);
        if (all.size() == 0) {
            throw Messages.problem("recommendation.nothing").asException();
        }
        final var attributes = Items.of(data, all, context);
        final var segments = Items.segments(data, all, context);
        context.progress().worked(1);
        final var report = new RecommendationReport(all, parameters, context);
        final var judgement = new Judgement(all, parameters.get(HOLDOUT), context);
        if (parameters.get(HOLDOUT) > 0 && judgement.isPossible()) {
            report.judge(judgement, learned(all, judgement.training(), attributes, segments, parameters, context));
        }
        context.progress().worked(1);
        final var learned = learned(all, all.ratings(), attributes, segments, parameters, context);
        context.progress().worked(1);
        final var result = report.of(learned, new RecommendationModel(this, learned, parameters));
        illustrate(result, learned, context);
        context.progress().worked(1);
        return result.build();
    }

    private Learned learned(final Interactions all, final Ratings ratings, final Items items, final Items.Grouped segments, final Parameters parameters,
            final RunContext context) {
        final var known = known(ratings, items, parameters, context);
        return learned(all.users(), all.items(), ratings, items, segments, known, learn(ratings, known, parameters, context));
    }

    private Known known(final Ratings ratings, final Items items, final Parameters parameters, final RunContext context) {
        final var biases = new Biases(ratings, context);
        return new Known(biases, content(ratings, items.space(), items.vectors(), biases, parameters, context));
    }

    private Learned learned(final Names users, final Names names, final Ratings ratings, final Items items, final Items.Grouped segments, final Known known,
            final Predictor predictor) {
        return new Learned(descriptor().id(), users, names, ratings, known.biases(), predictor, items.space(), items.vectors(), known.content(),
                new Segments(segments.names(), segments.segmentOf(), ratings, known.biases()));
    }

    @Override
    public Model restore(final ModelState state) {
        if (!state.algorithm().equals(descriptor().id())) {
            throw Messages.problem("recommendation.model").asException();
        }
        final var context = new LocalRun(Progress.NONE, 0, 1, Long.MAX_VALUE, Runnable::run);
        try {
            final var stored = StoredModel.of(state, descriptor().parameters());
            final var known = known(stored.ratings(), stored.items(), stored.parameters(), context);
            final var predictor = restore(state.tables(), stored.ratings(), known, stored.parameters(), context);
            return new RecommendationModel(this, learned(stored.users(), stored.names(), stored.ratings(), stored.items(), stored.segments(), known, predictor),
                    stored.parameters());
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException broken) {
            throw Messages.problem("recommendation.model").asException(broken);
        }
    }
}
