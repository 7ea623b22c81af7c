// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.indices;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns spending and its response into a result. */
final class MediaReport {

    private static final double CHANCE = .05;
    private static final int FEW = 30;

    private final Dataset data;
    private final Media media;
    private final Parameters parameters;
    private final RunContext context;
    private final List<String> names;
    private final Result.Builder result = Result.builder();

    MediaReport(final Dataset data, final Media media, final Parameters parameters, final RunContext context) {
        this.data = data;
        this.media = media;
        this.parameters = parameters;
        this.context = context;
        names = data.names(Role.FEATURES);
    }

    private static TableBuilder table() {
        return new TableBuilder(Messages.TEXTS, AdvertisingMix.NAME);
    }

    private void metric(final String name, final double value) {
        metric(name, value, Meaning.PLAIN);
    }

    private void metric(final String name, final double value, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("advertising-mix.metric." + name), Trail.NONE, meaning);
        }
    }

    Result result() {
        final int rows = data.rows();
        result.say(Messages.of("advertising-mix.summary", media.total(), media.width(), rows));
        final int first = IntStream.range(0, media.width()).reduce(0, (one, two) -> media.totals()[two] > media.totals()[one] ? two : one);
        if (media.total() > 0) {
            result.say(Messages.of("advertising-mix.summary.largest", Message.column(names.get(first)), media.totals()[first] / media.total()));
        }
        metric("sum", media.total());
        metric("index", Arrays.stream(media.index()).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN));
        metric("evenness", media.evenness());
        if (media.missing() > 0) {
            result.warn("advertising-mix.missing", Messages.of("advertising-mix.missing", media.missing()));
        }
        result.part(spending());
        result.part(new BarsPart("mix", Messages.of("advertising-mix.mix"), names.stream().map(Message::column).toList(),
                List.of(Messages.of("advertising-mix.column.spent")), Messages.of("advertising-mix.column.spent"), new double[][] {media.totals()}));
        result.part(rows());
        data.find(Role.TARGET).ifPresent(this::respond);
        return result.build();
    }

    private TablePart spending() {
        final var shares = Arrays.stream(media.totals()).map(each -> media.total() > 0 ? each / media.total() : Double.NaN).toArray();
        return table().columns("medium", names).numbers("spent", Meaning.MONEY, media.totals()).numbers("share", Meaning.SHARE, shares)
                .numbers("largest", Meaning.MONEY, media.most()).numbers("weight", Meaning.SHARE, media.weights()).build("media");
    }

    private TablePart rows() {
        final Column ids = data.find(Role.ID).orElse(null);
        final Column times = data.find(Role.TIME).orElse(null);
        final var row = IntStream.range(0, data.rows()).filter(i -> !Double.isNaN(media.sums()[i]) && (ids == null || !ids.isMissing(i))).toArray();
        context.checkCancelled();
        final var table = table();
        if (ids != null) {
            table.add(ids.take(row).named("id"), Meaning.ID);
        }
        if (times != null) {
            table.add(times.take(row).named("time"), Meaning.TIME);
        }
        return table.add(NumberColumn.of("sum", Arrays.stream(row).mapToDouble(i -> media.sums()[i]).toArray()), Meaning.MONEY)
                .add(NumberColumn.of("index", Arrays.stream(row).mapToDouble(i -> media.index()[i]).toArray()), Meaning.SCORE).build("rows");
    }

    private void respond(final Column sales) {
        final boolean diminishing = parameters.get(AdvertisingMix.RESPONSE).equals(AdvertisingMix.LOGARITHM);
        final var response = Response.of(media, sales, diminishing, parameters.get(AdvertisingMix.CARRY_OVER), context);
        if (response == null) {
            result.warn("advertising-mix.too-few", Messages.of("advertising-mix.too-few", media.width() + 3));
            return;
        }
        metric("r2", response.r2(), Meaning.SHARE);
        metric("adjusted-r2", response.adjusted(), Meaning.SHARE);
        metric("base", response.coefficients()[0]);
        if (!Double.isNaN(response.r2())) {
            result.say(Messages.of("advertising-mix.summary.response", response.r2(), Message.column(sales.name())));
        }
        if (response.rows() < FEW) {
            result.warn("advertising-mix.few", Messages.of("advertising-mix.few", response.rows(), FEW));
        }
        if (response.rows() < data.rows()) {
            result.warn("advertising-mix.incomplete", Messages.of("advertising-mix.incomplete", data.rows() - response.rows()));
        }
        final int width = media.width();
        final var marginal = new double[width];
        final var elasticity = new double[width];
        final var brings = new double[width];
        for (int j = 0; j < width; j++) {
            final double own = response.coefficients()[j + 1];
            // with carry-over a unit works on in later rows as well
            final double lasting = 1 / (1 - parameters.get(AdvertisingMix.CARRY_OVER));
            marginal[j] = diminishing ? own / (1 + response.spending()[j] * lasting) * lasting : own * lasting;
            elasticity[j] = finite(marginal[j] * response.spending()[j] / response.mean());
            brings[j] = own * response.means()[j];
            if (Double.isNaN(own)) {
                result.warn("advertising-mix.same", Messages.of("advertising-mix.same", Message.column(names.get(j))));
            } else if (response.chances()[j + 1] < CHANCE && own > 0) {
                result.say(Messages.of("advertising-mix.summary.works", Message.column(names.get(j)), marginal[j],
                        Message.column(sales.name())));
            } else if (response.chances()[j + 1] >= CHANCE) {
                result.say(Messages.of("advertising-mix.summary.unclear", Message.column(names.get(j))));
            } else if (own < 0) {
                result.say(Messages.of("advertising-mix.summary.against", Message.column(names.get(j)), Message.column(sales.name())));
            }
        }
        result.part(effects(response, marginal, elasticity, brings));
        result.part(new BarsPart("brings", Messages.of("advertising-mix.brings"), names.stream().map(Message::column).toList(),
                List.of(Messages.of("advertising-mix.column.brings")), Messages.of("advertising-mix.column.brings"), new double[][] {brings}));
    }

    private static double finite(final double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private TablePart effects(final Response response, final double[] marginal, final double[] elasticity, final double[] brings) {
        final var lower = new double[marginal.length];
        final var upper = new double[marginal.length];
        for (int j = 0; j < lower.length; j++) {
            lower[j] = response.coefficients()[j + 1] - response.half()[j + 1];
            upper[j] = response.coefficients()[j + 1] + response.half()[j + 1];
        }
        return table().columns("medium", names).numbers("coefficient", tail(response.coefficients())).numbers("standard-error", tail(response.errors()))
                .numbers("lower", lower).numbers("upper", upper).numbers("p-value", Meaning.PROBABILITY, tail(response.chances()))
                .numbers("marginal", marginal).numbers("elasticity", elasticity).numbers("brings", brings)
                .build("response", Messages.of("advertising-mix.effects"));
    }

    private static double[] tail(final double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }
}
