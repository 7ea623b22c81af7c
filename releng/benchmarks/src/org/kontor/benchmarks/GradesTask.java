// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.kontor.analytics.algorithms.segments.Rfm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;

/** Grades customers by their orders. */
final class GradesTask {

    private static final int DAYS = 730;

    private GradesTask() {
    }

    /** Order lines of customers, some of whom buy far more often than others. */
    static void orders(final Path folder, final int rows, final int customers) throws IOException {
        final var random = new SplittableRandom(11);
        try (var ids = DataFile.in(folder, "customers.bin"); var days = DataFile.in(folder, "days.bin"); var amounts = DataFile.in(folder, "amounts.bin")) {
            for (int i = 0; i < rows; i++) {
                final double skew = random.nextDouble();
                ids.write(i < customers ? i : (int) (customers * skew * skew));
                days.write(19_000 + random.nextInt(DAYS));
                amounts.write(random.nextInt(100, 20_000) / 100.0);
            }
        }
    }

    static Work<Result> work(final Path folder) throws IOException {
        final int[] codes = DataFile.integers(folder.resolve("customers.bin"));
        final int customers = Arrays.stream(codes).max().orElse(-1) + 1;
        final var dictionary = new Dictionary() {
            @Override
            public int size() {
                return customers;
            }

            @Override
            public String text(final int code) {
                return "C" + code;
            }
        };
        final var data = new Dataset(
                Frame.of(TextColumn.of("customer", codes, dictionary), DateColumn.of("day", DataFile.integers(folder.resolve("days.bin")), Missing.NONE),
                        NumberColumn.of("amount", DataFile.numbers(folder.resolve("amounts.bin")))),
                Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("day"), Role.VALUE, List.of("amount")));
        return Work.of(new Rfm(), data, Map.of("scoring", "tiles"), GradesTask::tell);
    }

    private static void tell(final Result result) {
        final var table = result.table("customers").orElseThrow().frame();
        final var segments = result.table("segments").orElseThrow();
        long best = 0;
        long times = 0;
        for (int i = 0; i < table.rows(); i++) {
            best += table.column("rfm").text(i).equals("555") ? 1 : 0;
            times += (long) table.column("frequency").number(i);
        }
        Measured.value("customers", table.rows());
        Measured.value("total", result.metric("money-total"));
        Measured.value("days", times);
        Measured.value("best", best);
        Measured.value("champions", segments.column(Meaning.COUNT).orElseThrow().text(0));
    }
}
