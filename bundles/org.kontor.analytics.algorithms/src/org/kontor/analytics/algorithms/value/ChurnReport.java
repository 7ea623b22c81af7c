// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.algorithms.segments.Total;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.BarsPart;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.SeriesPart;
import org.kontor.analytics.result.TableBuilder;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.run.RunContext;

/** Turns probabilities to be active into states of customers. */
final class ChurnReport {

    private static final List<String> STATES = List.of("active", "at-risk", "gone");
    private static final int POINTS = 41;
    /** The end of the year 9999. */
    private static final int LAST_DAY = (int) LocalDate.of(9_999, 12, 31).toEpochDay();
    private static final int[] BOUGHT = {0, 1, 3, 10};

    private final Dataset data;
    private final Histories histories;
    private final Groups groups;
    private final ProcessFit fit;
    private final RunContext context;
    private final String unit;
    private final Locale language;
    private final double goneBelow;
    private final Silence silence;
    private final Result.Builder result = Result.builder();
    private final double[] alive;
    private final int[] state;
    private final double[] customersOf = new double[Silence.STATES];
    private final double[] moneyOf = new double[Silence.STATES];
    private final double[] boughtOf = new double[Silence.STATES];
    private final double[] money;

    ChurnReport(final Dataset data, final Parameters parameters, final Histories histories, final Groups groups, final ProcessFit fit,
            final RunContext context) {
        this.data = data;
        this.histories = histories;
        this.groups = groups;
        this.fit = fit;
        this.context = context;
        unit = parameters.get(PurchaseMethod.UNIT);
        language = Locale.of(parameters.get(ChurnNoContract.LANGUAGE));
        goneBelow = parameters.get(ChurnNoContract.GONE_BELOW);
        silence = new Silence(groups, fit.process(), parameters.get(ChurnNoContract.ACTIVE_FROM), goneBelow, context);
        alive = new Answers(groups, fit.process(), context).alive();
        state = new int[alive.length];
        money = histories.orders() == null || data.names(Role.VALUE).isEmpty() ? null : money();
        final var totals = new Total[] {new Total(), new Total(), new Total()};
        for (int i = 0; i < state.length; i++) {
            pause(i);
            state[i] = silence.state(alive[i]);
            customersOf[state[i]] += histories.weight(i);
            if (money != null) {
                totals[state[i]].add(money[i]);
            }
            if (histories.actual() != null) {
                boughtOf[state[i]] += histories.actual()[i] > 0 ? histories.weight(i) : 0;
            }
        }
        for (int s = 0; s < Silence.STATES; s++) {
            moneyOf[s] = totals[s].value();
        }
    }

    private void pause(final int done) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    /** {@return what each customer paid up to the end of observation} */
    private double[] money() {
        final var orders = histories.orders();
        final var paid = new double[histories.size()];
        int i = 0;
        for (int c = 0; c < orders.customers; c++) {
            pause(c);
            if (orders.firstDay(c) > histories.end()) {
                continue;
            }
            final var total = new Total();
            for (int j = orders.start[c]; j < orders.start[c] + orders.count[c] && orders.days[j] <= histories.end(); j++) {
                total.add(orders.money[j]);
            }
            paid[i++] = total.value();
        }
        return paid;
    }

    private static Message name(final int of) {
        return Messages.of("churn-no-contract.state." + STATES.get(of));
    }

    private void metric(final String name, final double value) {
        metric(name, value, Meaning.PLAIN);
    }

    private void metric(final String name, final double value, final Meaning meaning) {
        if (Double.isFinite(value)) {
            result.metric(name, value, Messages.of("churn-no-contract.metric." + name), Trail.NONE, meaning);
        }
    }

    Result result() {
        say();
        PurchaseReport.warn(result, histories);
        PurchaseReport.warn(result, fit, groups);
        result.part(customers());
        context.checkCancelled();
        result.part(states());
        final double all = histories.customers();
        final var shares = new double[money == null ? 1 : 2][Silence.STATES];
        final double paid = Arrays.stream(moneyOf).sum();
        for (int s = 0; s < Silence.STATES; s++) {
            shares[0][s] = customersOf[s] / all;
            if (money != null) {
                shares[1][s] = paid == 0 ? Double.NaN : moneyOf[s] / paid;
            }
        }
        final var ofCustomers = Messages.of("churn-no-contract.share-of-customers");
        result.part(new BarsPart("state-shares", Messages.of("churn-no-contract.states"), IntStream.range(0,
                Silence.STATES).mapToObj(ChurnReport::name).toList(),
                money == null ? List.of(ofCustomers) : List.of(ofCustomers, Messages.of("churn-no-contract.share-of-money")),
                Messages.of("churn-no-contract.share"), shares, Meaning.SHARE));
        result.part(fading());
        result.part(new PurchaseParts(histories, groups, fit.process(), unit, context).spread(alive));
        return result.build();
    }

    private void say() {
        final double all = histories.customers();
        result.say(Messages.of("churn-no-contract.summary", all, customersOf[0], customersOf[0] / all, customersOf[1], customersOf[1] / all, customersOf[2],
                customersOf[2] / all));
        if (money != null) {
            result.say(Messages.of("churn-no-contract.summary.money", moneyOf[1]));
        }
        metric("customers", all);
        for (int s = 0; s < Silence.STATES; s++) {
            metric(STATES.get(s), customersOf[s]);
        }
        metric("churn-rate", customersOf[2] / all, Meaning.SHARE);
        for (int j = 0; j < fit.process().names().size(); j++) {
            result.metric(fit.process().names().get(j), fit.process().values()[j], Messages.of("nbd.metric." + fit.process().names().get(j)), Trail.NONE);
        }
        if (histories.actual() != null) {
            result.say(Messages.of("churn-no-contract.summary.hold-out", histories.ahead(), Messages.of("nbd.unit." + unit), share(0), share(1), share(2)));
            for (int s = 0; s < Silence.STATES; s++) {
                metric("bought-again-" + STATES.get(s), customersOf[s] > 0 ? boughtOf[s] / customersOf[s] : Double.NaN, Meaning.SHARE);
            }
            metric("auc", area());
        }
    }

    private Object share(final int of) {
        return customersOf[of] > 0 ? Messages.of("churn-no-contract.percent", boughtOf[of] / customersOf[of]) : Messages.of("churn-no-contract.none");
    }

    /** {@return how well the probability tells those who bought again from those who did not: the area under the ROC curve} */
    private double area() {
        final double[] sorted = alive.clone();
        Arrays.sort(sorted);
        context.checkCancelled();
        final var bought = new double[sorted.length];
        final var not = new double[sorted.length];
        for (int i = 0; i < alive.length; i++) {
            pause(i);
            int place = Arrays.binarySearch(sorted, alive[i]);
            // of equal ones any is found; their first stands for all
            place = place > 0 && sorted[place - 1] == alive[i] ? first(sorted, alive[i]) : place;
            (histories.actual()[i] > 0 ? bought : not)[place]++;
        }
        double area = 0;
        double below = 0;
        double positives = 0;
        for (int i = 0; i < sorted.length; i++) {
            area += bought[i] * (below + not[i] / 2);
            below += not[i];
            positives += bought[i];
        }
        return positives > 0 && below > 0 ? area / (positives * below) : Double.NaN;
    }

    private static int first(final double[] sorted, final double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = low + high >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private TablePart customers() {
        final int size = histories.size();
        final var names = STATES.stream().map(each -> Messages.TEXTS.get(language, "churn-no-contract.state." + each)).toArray(String[]::new);
        final var table = PurchaseReport.customers(data.find(Role.ID).map(id -> id.take(histories.row()))).under(ChurnNoContract.NAME)
                .add(TextColumn.of("state", state.clone(), Dictionary.of(names)), Meaning.LABEL)
                .under("nbd").add(NumberColumn.of("alive", alive), Meaning.PROBABILITY).under(ChurnNoContract.NAME);
        final var silent = new double[size];
        final var rhythm = new double[size];
        for (int i = 0; i < size; i++) {
            pause(i);
            silent[i] = histories.age()[i] - histories.tx()[i];
            rhythm[i] = histories.x()[i] > 0 ? histories.tx()[i] / histories.x()[i] : Double.NaN;
        }
        final double[] patience = silence.patience();
        table.add(NumberColumn.of("silent", silent), Meaning.PLAIN).add(NumberColumn.of("rhythm", rhythm), Meaning.PLAIN)
                .add(NumberColumn.of("gone-after", patience), Meaning.PLAIN);
        if (histories.orders() != null) {
            table.add(goneOn(patience), Meaning.TIME);
        }
        if (money != null) {
            table.add(NumberColumn.of("money", money), Meaning.MONEY);
        }
        return table.add(silence.reasons(unit, language), Meaning.REASON).under("nbd").build("customers");
    }

    /** The day on which each customer counts, or has counted, as gone without another purchase. */
    private DateColumn goneOn(final double[] patience) {
        final var days = new int[patience.length];
        final var missing = new long[Math.ceilDiv(patience.length, Long.SIZE)];
        for (int i = 0; i < days.length; i++) {
            final double day = histories.end() - (histories.age()[i] - histories.tx()[i] - patience[i]) * histories.unit();
            if (day < LAST_DAY) {
                days[i] = (int) Math.ceil(day - 1e-6);
            } else {
                missing[i >> 6] |= 1L << i;
            }
        }
        return DateColumn.of("gone-on", days, Missing.of(missing));
    }

    private TablePart states() {
        final double all = histories.customers();
        final var counts = new long[Silence.STATES];
        final var shares = new double[Silence.STATES];
        for (int s = 0; s < Silence.STATES; s++) {
            counts[s] = Math.round(customersOf[s]);
            shares[s] = customersOf[s] / all;
        }
        final var table = new TableBuilder(Messages.TEXTS, ChurnNoContract.NAME).add(TextColumn.of("state", STATES), Meaning.LABEL)
                .counts("customers", counts).numbers("customer-share", Meaning.SHARE, shares);
        if (money != null) {
            table.numbers("money", Meaning.MONEY, moneyOf);
        }
        if (histories.actual() != null) {
            table.numbers("bought-again", Meaning.SHARE, IntStream.range(0, Silence.STATES).mapToDouble(s -> boughtOf[s] / customersOf[s]).toArray());
        }
        return table.build("states");
    }

    /** How the probability fades with silence for those who bought rarely and often within the same time. */
    private SeriesPart fading() {
        double age = 0;
        for (final double each : groups.age()) {
            age = Math.max(age, each);
        }
        final double length = age;
        final var positions = IntStream.range(0, POINTS).mapToDouble(i -> length * i / (POINTS - 1)).toArray();
        final var lines = new ArrayList<SeriesPart.Line>();
        for (final int times : BOUGHT) {
            final double tx = times == 0 ? 0 : length / 2;
            final var values = Arrays.stream(positions).map(silent -> fit.process().alive(times, tx, tx + silent)).toArray();
            lines.add(new SeriesPart.Line(Messages.of("churn-no-contract.bought", times), positions, values, Optional.empty()));
        }
        return new SeriesPart("fading", Messages.of("churn-no-contract.fading"),
                new SeriesPart.Axis(Messages.of("churn-no-contract.silent-axis", Messages.of("nbd.unit." + unit)), SeriesPart.AxisType.NUMBER),
                Messages.of("nbd.column.alive"), lines, List.of(), Meaning.PROBABILITY);
    }
}
