// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.DistributionPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns scores and answers into a result. */
final class ScoreReport {

    private static final int FEW = 30;
    private static final int BINS = 10;
    private static final double DAY = 86_400_000_000.0;

    private final Dataset data;
    private final Scores scores;
    private final String id;
    private final Parameters parameters;
    private final RunContext context;
    private final Result.Builder result = Result.builder();

    ScoreReport(final Dataset data, final Scores scores, final String id, final Parameters parameters, final RunContext context) {
        this.data = data;
        this.scores = scores;
        this.id = id;
        this.parameters = parameters;
        this.context = context;
    }

    private static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, "index");
    }

    private void metric(final String name, final double value, final Message title, final Trail trail) {
        if (Double.isFinite(value)) {
            result.metric(name, value, title, trail);
        }
    }

    private void metric(final String name, final double value) {
        metric(name, value, Messages.of("index.metric." + name), Trail.NONE);
    }

    Result result() {
        if (scores != null) {
            scored();
        }
        surveys();
        return result.build();
    }

    private void scored() {
        final var names = data.names(Role.FEATURES);
        final var title = Messages.of(id + ".name");
        result.say(Messages.of("index.summary", title, scores.mean(), scores.rows()));
        if (names.size() > 1) {
            final int[] order = IntStream.range(0, names.size()).filter(j -> !Double.isNaN(scores.means()[j])).boxed()
                    .sorted((one, two) -> Double.compare(scores.means()[two], scores.means()[one])).mapToInt(Integer::intValue).toArray();
            if (order.length > 1) {
                result.say(Messages.of("index.summary.parts", Message.column(names.get(order[0])), scores.means()[order[0]],
                        Message.column(names.get(order[order.length - 1])),
                        scores.means()[order[order.length - 1]]));
            }
        }
        result.say(Messages.of("index.summary.sum", scores.sumOfMeans()));
        final var steps = new ArrayList<Trail.Step>();
        for (int j = 0; j < names.size(); j++) {
            if (!Double.isNaN(scores.means()[j])) {
                steps.add(new Trail.Step(Messages.of("index.step", Message.column(names.get(j)), scores.weights()[j]), scores.means()[j]));
            }
        }
        metric("index", scores.mean(), Messages.of("index.metric.index"), new Trail(steps));
        metric("sum", scores.sumOfMeans());
        metric("rows", scores.rows());
        metric("standard-error", scores.spread());
        if (scores.incomplete() > 0) {
            result.warn("index.incomplete", Messages.of("index.incomplete", scores.incomplete()));
        }
        if (scores.outside() > 0) {
            result.warn("index.outside", Messages.of("index.outside", scores.outside(), parameters.get(ScoreIndex.SCALE_FROM),
                    parameters.get(ScoreIndex.SCALE_TO)));
        }
        result.part(parts(names));
        result.part(new BarsPart("part-means", Messages.of("index.part-means"), names.stream().map(Message::column).toList(), List.of(title),
                Messages.of("index.column.mean"), new double[][] {scores.means()}));
        result.part(rows());
        if (scores.rows() > 1) {
            result.part(spread());
        }
        overTime().ifPresent(result::part);
    }

    /** The weights in sight, and what each part adds. */
    private TablePart parts(final List<String> names) {
        final double there = IntStream.range(0, names.size()).filter(j -> scores.answers()[j] > 0).mapToDouble(j -> scores.weights()[j]).sum();
        final var added = new double[names.size()];
        Arrays.setAll(added, j -> there > 0 ? scores.weights()[j] / there * scores.means()[j] : Double.NaN);
        return table().columns("part", names).numbers("weight", Meaning.SHARE, scores.weights()).counts("answers", scores.answers())
                .numbers("score", scores.sums()).numbers("mean", scores.means()).numbers("adds", added).build("parts");
    }

    /** The index of each row that has one. */
    private TablePart rows() {
        final Column ids = data.find(Role.ID).orElse(null);
        final var kept = new int[scores.rows()];
        int size = 0;
        for (int i = 0; i < data.rows(); i++) {
            if (!Double.isNaN(scores.index()[i]) && (ids == null || !ids.isMissing(i))) {
                kept[size++] = i;
            }
        }
        final var row = Arrays.copyOf(kept, size);
        final var table = table();
        if (ids != null) {
            table.add(ids.take(row).named("id"), Meaning.ID);
        } else {
            table.ids(data, row);
        }
        return table.add(NumberColumn.of("index", Arrays.stream(row).mapToDouble(i -> scores.index()[i]).toArray()), Meaning.SCORE)
                .add(NumberColumn.of("sum", Arrays.stream(row).mapToDouble(i -> scores.sum()[i]).toArray()), Meaning.PLAIN).build("rows");
    }

    private DistributionPart spread() {
        final var counts = new double[1][BINS];
        for (final double value : scores.index()) {
            if (!Double.isNaN(value)) {
                counts[0][Math.max(0, Math.min(BINS - 1, (int) (value * BINS / 100)))]++;
            }
        }
        return new DistributionPart("spread", Messages.of("index.spread"), Messages.of("index.column.index"),
                IntStream.rangeClosed(0, BINS).mapToDouble(i -> 100.0 * i / BINS).toArray(), List.of(Messages.of("index.answers")), counts);
    }

    /** The index of each month. */
    private Optional<SeriesPart> overTime() {
        final Column time = data.find(Role.TIME).orElse(null);
        if (time == null) {
            return Optional.empty();
        }
        final Column weights = data.find(Role.WEIGHT).orElse(null);
        final var months = new TreeMap<Long, double[]>();
        for (int i = 0; i < data.rows(); i++) {
            if (i % Frame.BLOCK == 0) {
                context.checkCancelled();
            }
            if (!time.isMissing(i) && !Double.isNaN(scores.index()[i])) {
                final var day = LocalDate.ofEpochDay((long) Math.floor(time.number(i) / (time instanceof InstantColumn ? DAY : 1)));
                final var sums = months.computeIfAbsent(day.withDayOfMonth(1).toEpochDay(), unseen -> new double[2]);
                sums[0] += Scores.weight(weights, i) * scores.index()[i];
                sums[1] += Scores.weight(weights, i);
            }
        }
        if (months.size() < 2) {
            return Optional.empty();
        }
        final var positions = months.keySet().stream().mapToDouble(Long::doubleValue).toArray();
        final var values = months.values().stream().mapToDouble(sums -> sums[0] / sums[1]).toArray();
        return Optional.of(new SeriesPart("over-time", Messages.of("index.over-time"),
                new SeriesPart.Axis(Messages.of("index.month"), SeriesPart.AxisType.DATE), Messages.of("index.column.index"),
                List.of(new SeriesPart.Line(Messages.of("index.column.index"), positions, values, Optional.empty())), List.of()));
    }

    /** CSAT, NPS and CES with the ranges that so many answers allow. */
    private void surveys() {
        final var columns = data.names(Role.RATING);
        final var questions = List.of(parameters.get(ScoreIndex.FIRST), parameters.get(ScoreIndex.SECOND), parameters.get(ScoreIndex.THIRD));
        final Column weights = data.find(Role.WEIGHT).orElse(null);
        final var names = new ArrayList<String>();
        final var found = new ArrayList<Survey>();
        for (int j = 0; j < columns.size(); j++) {
            final var question = questions.get(j);
            final double from = parameters.get(question.equals(ScoreIndex.EFFORT) ? ScoreIndex.EASY_FROM : ScoreIndex.SATISFIED_FROM);
            final var survey = Survey.of(data.frame().column(columns.get(j)), weights, question, from, context);
            if (survey.wrong() > 0) {
                result.warn("index.wrong", Messages.of("index.wrong", survey.wrong(), Message.column(columns.get(j))));
            }
            final var shortly = name(question);
            if (survey.answers() == 0 || names.contains(shortly)) {
                result.warn("index.no-answers", Messages.of("index.no-answers", Message.column(columns.get(j))));
                continue;
            }
            names.add(shortly);
            found.add(survey);
            final double[] range = survey.range();
            result.say(Messages.of("index.summary." + shortly, survey.value(), survey.answers(), range[0], range[1], survey.mean()));
            metric(shortly, survey.value());
            if (question.equals(ScoreIndex.EFFORT)) {
                metric("ces-mean", survey.mean());
            }
            if (survey.answers() < FEW) {
                result.warn("index.few", Messages.of("index.few", survey.answers(), Message.column(columns.get(j))));
            }
        }
        if (scores == null && found.isEmpty()) {
            throw Messages.problem("index.nothing-counts").asException();
        }
        if (!found.isEmpty()) {
            answers(names, found);
        }
    }

    private static String name(final String question) {
        return switch (question) {
            case ScoreIndex.RECOMMENDATION -> "nps";
            case ScoreIndex.EFFORT -> "ces";
            default -> "csat";
        };
    }

    private void answers(final List<String> names, final List<Survey> found) {
        result.part(table().texts("question", names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList())
                .counts("answers", found.stream().mapToLong(Survey::answers).toArray())
                .numbers("value", found.stream().mapToDouble(Survey::value).toArray())
                .numbers("lower", found.stream().mapToDouble(each -> each.range()[0]).toArray())
                .numbers("upper", found.stream().mapToDouble(each -> each.range()[1]).toArray())
                .numbers("mean-answer", found.stream().mapToDouble(Survey::mean).toArray()).build("answers", Messages.of("index.questions")));
        final var values = new double[3][names.size()];
        for (int j = 0; j < names.size(); j++) {
            values[0][j] = found.get(j).good();
            values[1][j] = Math.max(0, 1 - found.get(j).good() - found.get(j).bad());
            values[2][j] = found.get(j).bad();
        }
        result.part(new BarsPart("answer-shares", Messages.of("index.answer-shares"),
                names.stream().map(name -> Message.name(name.toUpperCase(Locale.ROOT))).toList(),
                List.of(Messages.of("index.good"), Messages.of("index.neither"), Messages.of("index.bad")), Messages.of("index.share"), values, Meaning.SHARE,
                List.of(BarsPart.Judgement.GOOD, BarsPart.Judgement.NEUTRAL, BarsPart.Judgement.BAD)));
    }
}
