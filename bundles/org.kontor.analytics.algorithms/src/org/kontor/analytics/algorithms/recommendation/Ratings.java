// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;

/** Users and items against each other, most of them empty: by users with their items increasing, and by items with their users increasing. */
final class Ratings {

    final int users;
    final int items;
    /** Whether values are ratings; else they say how much somebody did. */
    final boolean rated;
    final int[] userStarts;
    final int[] itemOf;
    final double[] valueByUser;
    final int[] itemStarts;
    final int[] userOf;
    final double[] valueByItem;
    /** The mean of all values. */
    final double mean;
    final double least;
    final double most;

    /**
     * @param user  the user of each entry, increasing
     * @param item  the item of each entry, increasing for each user
     * @param value the value of each entry
     */
    Ratings(final int users, final int items, final boolean rated, final int[] user, final int[] item, final double[] value) {
        this.users = users;
        this.items = items;
        this.rated = rated;
        itemOf = item;
        valueByUser = value;
        userStarts = starts(user, users);
        itemStarts = starts(item, items);
        userOf = new int[user.length];
        valueByItem = new double[user.length];
        final var next = itemStarts.clone();
        double sum = 0;
        for (int i = 0; i < user.length; i++) {
            final int to = next[item[i]]++;
            userOf[to] = user[i];
            valueByItem[to] = value[i];
            sum += value[i];
        }
        mean = value.length == 0 ? 0 : sum / value.length;
        least = Arrays.stream(value).min().orElse(0);
        most = Arrays.stream(value).max().orElse(0);
    }

    private static int[] starts(final int[] keys, final int count) {
        final var starts = new int[count + 1];
        for (final int key : keys) {
            starts[key + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    /**
     * The matrix from one side.
     *
     * @param count  how many users or items
     * @param starts where the entries of each begin
     * @param others the items of each user, or the users of each item, increasing
     * @param values their values
     */
    record Side(int count, int[] starts, int[] others, double[] values) {
    }

    Side byUser() {
        return new Side(users, userStarts, itemOf, valueByUser);
    }

    Side byItem() {
        return new Side(items, itemStarts, userOf, valueByItem);
    }

    int size() {
        return itemOf.length;
    }

    int ofUser(final int user) {
        return userStarts[user + 1] - userStarts[user];
    }

    int ofItem(final int item) {
        return itemStarts[item + 1] - itemStarts[item];
    }

    /** {@return the place of a user's value for an item in {@link #valueByUser}, negative where there is none} */
    int find(final int user, final int item) {
        return Arrays.binarySearch(itemOf, userStarts[user], userStarts[user + 1], item);
    }

    /** {@return how many users like an item: who rated it no less than the mean, or did anything with it} */
    int likes(final int item) {
        if (!rated) {
            return ofItem(item);
        }
        int count = 0;
        for (int i = itemStarts[item]; i < itemStarts[item + 1]; i++) {
            count += valueByItem[i] >= mean ? 1 : 0;
        }
        return count;
    }
}
