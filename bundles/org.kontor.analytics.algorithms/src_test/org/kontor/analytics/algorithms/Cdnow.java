// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;

/** Purchases at CDNOW, where the data folder is there. */
public final class Cdnow {

    private Cdnow() {
    }

    /** The orders of 2,357 customers in 78 weeks, with or without their money. */
    public static Dataset sample(final boolean money) throws IOException {
        return orders(SharedData.lines("cdnow/CDNOW_sample.txt"), money);
    }

    /** The orders of all 23,570 customers. */
    public static Dataset master() throws IOException {
        return orders(SharedData.lines("cdnow/CDNOW_master.txt"), true);
    }

    private static Dataset orders(final List<String> lines, final boolean money) {
        final var ids = new ArrayList<String>();
        final var days = new ArrayList<Integer>();
        final var amounts = new ArrayList<Double>();
        for (final var line : lines) {
            final var cells = line.strip().split("\\s+");
            if (cells.length >= 4 && !cells[0].equals("customer_id")) {
                ids.add(cells[0]);
                days.add((int) LocalDate.parse(cells[cells.length - 3], DateTimeFormatter.BASIC_ISO_DATE).toEpochDay());
                amounts.add(Double.parseDouble(cells[cells.length - 1]));
            }
        }
        final var id = TextColumn.of("customer", ids);
        final var day = DateColumn.of("date", days.stream().mapToInt(Integer::intValue).toArray(), Missing.NONE);
        final var amount = NumberColumn.of("amount", amounts.stream().mapToDouble(Double::doubleValue).toArray());
        return money ? new Dataset(Frame.of(id, day, amount), Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("date"), Role.VALUE, List.of("amount")))
                : new Dataset(Frame.of(id, day), Map.of(Role.ID, List.of("customer"), Role.TIME, List.of("date")));
    }

    /** One row for each customer: frequency, recency, age in weeks of two decimals, and the mean of later purchases. */
    public static Frame summary() throws IOException {
        final var rows = SharedData.lines("cdnow/cdnow_customers_summary_with_transactions.csv").stream().skip(1).map(line -> line.split(",")).toList();
        final var names = List.of("id", "frequency", "recency", "age", "mean");
        return Frame.of(IntStream.range(0, names.size())
                .mapToObj(j -> NumberColumn.of(names.get(j), rows.stream().mapToDouble(row -> Double.parseDouble(row[j])).toArray())).toList());
    }
}
