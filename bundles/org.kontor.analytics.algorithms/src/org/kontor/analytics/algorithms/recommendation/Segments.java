// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;

import org.kontor.analytics.frame.Column;

/** What each segment of users likes. */
final class Segments {

    /** How much a rating of a segment is drawn to what is usual: as if so many more had rated as usual. */
    private static final double DRAWN = 10;

    private final Names names;
    /** The segment of each user. */
    private final int[] segmentOf;
    private final int[] sizes;
    private final int[] starts;
    private final int[] segments;
    private final int[] likes;
    private final int[] counts;
    private final double[] distances;

    Segments(final Names names, final int[] segmentOf, final Ratings ratings, final Biases biases) {
        this.names = names;
        this.segmentOf = segmentOf;
        sizes = new int[names.count()];
        for (final int segment : segmentOf) {
            if (segment >= 0) {
                sizes[segment]++;
            }
        }
        final int most = names.count() == 0 ? 0 : ratings.size();
        starts = new int[ratings.items + 1];
        int[] own = new int[most];
        int[] liking = new int[most];
        int[] rating = new int[most];
        double[] distance = new double[most];
        final var place = new int[names.count()];
        int size = 0;
        for (int item = 0; item < ratings.items; item++) {
            Arrays.fill(place, -1);
            for (int at = ratings.itemStarts[item]; most > 0 && at < ratings.itemStarts[item + 1]; at++) {
                final int user = ratings.userOf[at];
                final int segment = segmentOf[user];
                if (segment < 0) {
                    continue;
                }
                if (place[segment] < 0) {
                    place[segment] = size;
                    own[size++] = segment;
                }
                final double value = ratings.valueByItem[at];
                liking[place[segment]] += !ratings.rated || value >= ratings.mean ? 1 : 0;
                rating[place[segment]]++;
                distance[place[segment]] += value - biases.of(user, item);
            }
            starts[item + 1] = size;
        }
        segments = Arrays.copyOf(own, size);
        likes = Arrays.copyOf(liking, size);
        counts = Arrays.copyOf(rating, size);
        distances = Arrays.copyOf(distance, size);
    }

    /** {@return the number of the segment of each row of a column; -1 where it is missing or unknown} */
    int find(final Column column, final int row) {
        return column.isMissing(row) ? Names.UNKNOWN : names.find(column.text(row));
    }

    /** {@return the segment of a user, -1 where it is not known} */
    int of(final int user) {
        return user < 0 || segmentOf.length == 0 ? Names.UNKNOWN : segmentOf[user];
    }

    Names names() {
        return names;
    }

    private int place(final int segment, final int item) {
        for (int at = starts[item]; segment >= 0 && at < starts[item + 1]; at++) {
            if (segments[at] == segment) {
                return at;
            }
        }
        return -1;
    }

    /** {@return how many of a segment like an item} */
    int likes(final int segment, final int item) {
        final int at = item < 0 ? -1 : place(segment, item);
        return at < 0 ? 0 : likes[at];
    }

    /** {@return how far a segment's ratings of an item are from what is usual; NaN where nobody of the segment rated it} */
    double distance(final int segment, final int item) {
        final int at = item < 0 ? -1 : place(segment, item);
        return at < 0 ? Double.NaN : distances[at] / (counts[at] + DRAWN);
    }

    /** {@return how many users a segment has} */
    int size(final int segment) {
        return sizes[segment];
    }
}
