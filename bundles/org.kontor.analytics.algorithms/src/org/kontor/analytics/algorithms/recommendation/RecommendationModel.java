// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.ArrayList;
import java.util.List;

import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;
import org.kontor.analytics.algorithms.recommendation.Learned.Source;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.RunContext;
import org.kontor.core.progress.Progress;

/** Says what a user is expected to give an item, for every user and item: whoever or whatever is not known gets the next best answer. */
final class RecommendationModel implements Model {

    private static final int ROWS_PER_TASK = 1_024;
    private static final int TOLD = 10;
    private static final double ROUNDING = 1e-12;

    private final Recommender provider;
    private final Learned learned;
    private final Parameters parameters;

    RecommendationModel(final Recommender provider, final Learned learned, final Parameters parameters) {
        this.provider = provider;
        this.learned = learned;
        this.parameters = parameters;
    }

    /** The columns of rows that are asked about, in the numbers of what was learned. */
    private final class Question {
        private final Dataset data;
        private final int[] users;
        private final int[] items;
        private final int[] segments;

        Question(final Dataset data, final RunContext context) {
            this.data = data;
            users = learned.users.find(data.column(Role.USER), context);
            items = learned.items.find(data.column(Role.ITEM), context);
            segments = data.find(Role.SEGMENT).map(column -> learned.segments.names().find(column, context)).orElse(null);
        }

        int segment(final int row) {
            return users[row] >= 0 && learned.segments.of(users[row]) >= 0 || segments == null ? learned.segments.of(users[row]) : segments[row];
        }

        Learned.Answer answer(final int row) {
            return learned.answer(users[row], items[row], segment(row), items[row] < 0 ? learned.space.vector(data.frame(), row) : Vector.NOTHING);
        }
    }

    @Override
    public TablePart apply(final Dataset data, final RunContext context) {
        final int rows = data.rows();
        context.requireMemory(40L * rows);
        final var question = new Question(data, context);
        final var scores = new double[rows];
        final var sources = new int[rows];
        context.parallel(Math.ceilDiv(rows, ROWS_PER_TASK), task -> {
            for (int row = task * ROWS_PER_TASK; row < Math.min(rows, (task + 1) * ROWS_PER_TASK); row++) {
                if (row % 64 == 0) {
                    context.checkCancelled();
                }
                final var answer = question.answer(row);
                scores[row] = answer.value();
                sources[row] = answer.source().ordinal();
            }
        });
        return RecommendationReport.table().add(data.column(Role.USER).named("user"), Meaning.PLAIN).valuesOf(data.names(Role.USER).getFirst())
                .add(data.column(Role.ITEM).named("item"), Meaning.PLAIN).valuesOf(data.names(Role.ITEM).getFirst())
                .add(NumberColumn.of("score", scores), Meaning.SCORE).add(sources(learned.id, sources), Meaning.REASON).build("predictions");
    }

    /** Who answered, under the stable names that files use. */
    static TextColumn sources(final String method, final int[] sources) {
        final var names = new ArrayList<String>();
        final var codes = new int[Source.values().length];
        for (final var source : Source.values()) {
            final var name = source.key(method);
            if (!names.contains(name)) {
                names.add(name);
            }
            codes[source.ordinal()] = names.indexOf(name);
        }
        final var coded = new int[sources.length];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = codes[sources[i]];
        }
        return TextColumn.of("source", coded, Dictionary.of(names.toArray(String[]::new)));
    }

    @Override
    public List<Contribution> explain(final Dataset data, final int row) {
        final var context = new LocalRun(Progress.NONE, 0, 1, Long.MAX_VALUE, Runnable::run);
        final var question = new Question(data.on(data.frame().take(new int[] {row})), context);
        final int user = question.users[0];
        final int item = question.items[0];
        final var answer = question.answer(0);
        if (answer.source() != Source.METHOD) {
            return List.of(new Contribution("", answer.value(), Messages.of("recommendation.because." + answer.source().key(learned.id))));
        }
        final var found = new ArrayList<Contribution>();
        double open = answer.value();
        final double base = learned.method.base(user, item);
        if (base != 0) {
            found.add(new Contribution("", base, Messages.of("recommendation.because.usual", base)));
            open -= base;
        }
        for (final var reason : learned.method.reasons(user, item).stream().limit(TOLD).toList()) {
            open -= reason.amount();
            found.add(contribution(data, user, reason));
        }
        if (Math.abs(open) > ROUNDING || found.isEmpty()) {
            found.add(new Contribution("", open, Messages.of("recommendation.because.others")));
        }
        found.sort((one, other) -> Double.compare(Math.abs(other.amount()), Math.abs(one.amount())));
        return found;
    }

    private Contribution contribution(final Dataset data, final int user, final Predictor.Reason reason) {
        return switch (reason.kind()) {
            case ITEM -> {
                final int at = learned.ratings.find(user, reason.number());
                yield new Contribution(data.names(Role.ITEM).getFirst(), reason.amount(), Messages.of("recommendation.because.item",
                        Message.value(data.names(Role.ITEM).getFirst(), learned.items.name(reason.number())),
                        at < 0 ? 0 : learned.ratings.valueByUser[at], reason.weight()));
            }
            case USER -> new Contribution(data.names(Role.USER).getFirst(), reason.amount(),
                    Messages.of("recommendation.because.user",
                            Message.value(data.names(Role.USER).getFirst(), learned.users.name(reason.number())), reason.weight()));
            case ATTRIBUTE -> new Contribution("", reason.amount(), Messages.of("recommendation.because.attribute", learned.space.said(reason.number())));
        };
    }

    @Override
    public ModelState state() {
        return StoredModel.state(learned, parameters, provider.tables(learned.method));
    }
}
