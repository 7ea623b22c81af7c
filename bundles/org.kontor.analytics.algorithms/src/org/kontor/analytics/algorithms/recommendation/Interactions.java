// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.run.RunContext;

/**
 * Who chose or rated what: one entry for each pair of a user and an item, by users and then items. Of several rows of a pair ratings are
 * averaged, and strengths are added up; the last time counts.
 *
 * @param users    the users
 * @param items    the items
 * @param rated    whether values are ratings, which say how much somebody likes something; else they say how much somebody did
 * @param user     the user of each entry
 * @param item     the item of each entry
 * @param value    the rating or strength of each entry
 * @param time     when it was; empty where the data does not say
 * @param row      a row of the data for each entry, the last of the pair
 * @param left     rows without user, item or rating
 * @param repeated rows beyond the first of a pair
 */
record Interactions(Names users, Names items, boolean rated, int[] user, int[] item, double[] value, long[] time, int[] row, int left, int repeated) {

    /** Larger ratings cannot be told apart from mistakes. */
    static final double LARGEST = 1e9;

    static Interactions of(final Dataset data, final boolean rated, final RunContext context) {
        final int rows = data.rows();
        final var userColumn = data.column(Role.USER);
        final var itemColumn = data.column(Role.ITEM);
        final var rating = data.find(Role.RATING);
        final var counts = new boolean[rows];
        int left = 0;
        for (int row = 0; row < rows; row++) {
            pause(row, context);
            counts[row] = !userColumn.isMissing(row) && !itemColumn.isMissing(row) && (rating.isEmpty() || !rating.get().isMissing(row));
            left += counts[row] ? 0 : 1;
            if (counts[row] && rating.isPresent()) {
                check(rating.get(), row, rated);
            }
        }
        final var users = Names.of(userColumn, counts, context);
        final var items = Names.of(itemColumn, counts, context);
        final var order = order(users, items, counts, rows - left, context);
        return joined(data, users, items, rated, order, left, context);
    }

    private static void pause(final int done, final RunContext context) {
        if (done % Frame.BLOCK == 0) {
            context.checkCancelled();
        }
    }

    private static void check(final Column rating, final int row, final boolean rated) {
        final double value = rating.number(row);
        if (!(Math.abs(value) <= LARGEST)) {
            throw Messages.problem("recommendation.too-large", rating.name()).asException();
        }
        if (!rated && value < 0) {
            throw Messages.problem("recommendation.negative", rating.name()).asException();
        }
    }

    /** Rows by users, items and their own order: sorted by items first, then by users, each time without changing the order of those alike. */
    private static int[] order(final Names.Numbered users, final Names.Numbered items, final boolean[] counts, final int size, final RunContext context) {
        final var rows = new int[size];
        int at = 0;
        for (int row = 0; row < counts.length; row++) {
            if (counts[row]) {
                rows[at++] = row;
            }
        }
        return sorted(sorted(rows, items.rows(), items.names().count(), context), users.rows(), users.names().count(), context);
    }

    private static int[] sorted(final int[] rows, final int[] keys, final int count, final RunContext context) {
        final var starts = new int[count + 1];
        for (final int row : rows) {
            starts[keys[row] + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        final var sorted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            pause(i, context);
            sorted[starts[keys[rows[i]]]++] = rows[i];
        }
        return sorted;
    }

    private static Interactions joined(final Dataset data, final Names.Numbered users, final Names.Numbered items, final boolean rated, final int[] order,
            final int left, final RunContext context) {
        final var rating = data.find(Role.RATING);
        final var moments = data.find(Role.TIME);
        final var user = new int[order.length];
        final var item = new int[order.length];
        final var value = new double[order.length];
        final var time = new long[moments.isPresent() ? order.length : 0];
        final var last = new int[order.length];
        int size = 0;
        for (int i = 0; i < order.length;) {
            final int first = order[i];
            double sum = 0;
            int count = 0;
            long moment = Long.MIN_VALUE;
            int row = first;
            while (i < order.length && users.rows()[order[i]] == users.rows()[first] && items.rows()[order[i]] == items.rows()[first]) {
                pause(i, context);
                final int next = order[i++];
                sum += rating.isPresent() ? rating.get().number(next) : 1;
                count++;
                if (moments.isPresent() && !moments.get().isMissing(next)) {
                    moment = Math.max(moment, (long) moments.get().number(next));
                }
                row = next;
            }
            // nothing bought no times is no sign of anything
            if (rated || sum > 0) {
                user[size] = users.rows()[first];
                item[size] = items.rows()[first];
                value[size] = rated ? sum / count : sum;
                if (moments.isPresent()) {
                    time[size] = moment;
                }
                last[size++] = row;
            }
        }
        return new Interactions(users.names(), items.names(), rated, Arrays.copyOf(user, size), Arrays.copyOf(item, size), Arrays.copyOf(value, size),
                moments.isPresent() ? Arrays.copyOf(time, size) : time, Arrays.copyOf(last, size), left, order.length - size);
    }

    int size() {
        return user.length;
    }

    /** {@return some of the entries as a matrix} */
    Ratings ratings(final boolean[] some) {
        int size = 0;
        for (final boolean taken : some) {
            size += taken ? 1 : 0;
        }
        final var ofUser = new int[size];
        final var ofItem = new int[size];
        final var values = new double[size];
        int at = 0;
        for (int i = 0; i < some.length; i++) {
            if (some[i]) {
                ofUser[at] = user[i];
                ofItem[at] = item[i];
                values[at++] = value[i];
            }
        }
        return new Ratings(users.count(), items.count(), rated, ofUser, ofItem, values);
    }

    Ratings ratings() {
        return new Ratings(users.count(), items.count(), rated, user, item, value);
    }
}
