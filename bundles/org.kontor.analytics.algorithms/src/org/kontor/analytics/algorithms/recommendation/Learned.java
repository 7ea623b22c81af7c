// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.recommendation;

import java.util.Arrays;
import java.util.Locale;

import org.kontor.analytics.algorithms.recommendation.Attributes.Vector;

/**
 * All that was learned, with what answers where the method cannot: what items are like, then what the user's segment likes, then what everybody
 * likes. There is always an answer, it always says who gave it, and of items alike the first by name comes first.
 */
final class Learned {

    private static final double NOTHING = 0;

    final String id;
    final Names users;
    final Names items;
    final Ratings ratings;
    final Biases biases;
    final Predictor method;
    final Attributes space;
    final Vector[] vectors;
    final Segments segments;
    private final Content content;
    private final int[] likes;
    private final int[] byLikes;

    /** @param content answers by what items are like; null where nothing is known of them */
    Learned(final String id, final Names users, final Names items, final Ratings ratings, final Biases biases, final Predictor method, final Attributes space,
            final Vector[] vectors, final Content content, final Segments segments) {
        this.id = id;
        this.users = users;
        this.items = items;
        this.ratings = ratings;
        this.biases = biases;
        this.method = method;
        this.space = space;
        this.vectors = vectors;
        this.content = content;
        this.segments = segments;
        likes = new int[ratings.items];
        final var counts = new double[ratings.items];
        for (int item = 0; item < likes.length; item++) {
            likes[item] = ratings.likes(item);
            counts[item] = likes[item];
        }
        byLikes = Selection.descending(counts);
    }

    /** {@return the same without the method and without what items are like: the baseline} */
    Learned baseline() {
        return new Learned(Source.POPULARITY.key(null), users, items, ratings, biases, Predictor.NONE, space, vectors, null, segments);
    }

    /** Who answered. */
    enum Source {
        METHOD, ATTRIBUTES, SEGMENT, POPULARITY;

        /** {@return the stable name in tables} */
        String key(final String method) {
            return this == METHOD ? method : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer.
     *
     * @param value  the predicted rating within the range of ratings, or how well the item fits
     * @param source who gave it
     */
    record Answer(double value, Source source) {
    }

    /** An item in its place. */
    record Ranked(int item, Answer answer) {
    }

    double within(final double rating) {
        return ratings.rated ? Math.max(ratings.least, Math.min(ratings.most, rating)) : rating;
    }

    int likes(final int item) {
        return likes[item];
    }

    /** {@return items by how many like them, the most liked first} */
    int[] byLikes() {
        return byLikes;
    }

    /**
     * What a user is expected to give an item.
     *
     * @param user    negative where nobody knows the user
     * @param item    negative where nobody knows the item
     * @param segment of the user, negative where it is not known
     * @param vector  what is known of an unknown item
     */
    Answer answer(final int user, final int item, final int segment, final Vector vector) {
        final double own = method.predict(user, item);
        if (Predictor.answers(own)) {
            return new Answer(within(own), Source.METHOD);
        }
        final double alike = content == null ? Double.NaN : item < 0 ? content.predict(user, vector) : content.predict(user, item);
        if (Predictor.answers(alike)) {
            return new Answer(within(alike), Source.ATTRIBUTES);
        }
        return usual(user, item, segment);
    }

    private Answer usual(final int user, final int item, final int segment) {
        final double distance = segments.distance(segment, item);
        if (Predictor.answers(distance)) {
            return new Answer(ratings.rated ? within(biases.of(user, item) + distance) : (double) segments.likes(segment, item) / segments.size(segment),
                    Source.SEGMENT);
        }
        return new Answer(ratings.rated ? within(biases.of(user, item)) : item < 0 ? NOTHING : (double) likes[item] / Math.max(1, ratings.users),
                Source.POPULARITY);
    }

    /** {@return the best items that a user does not know yet} */
    Ranked[] best(final int user, final int segment, final int most) {
        final var found = new Ranked[most];
        final var taken = new boolean[ratings.items];
        for (int at = user < 0 ? 0 : ratings.userStarts[user]; user >= 0 && at < ratings.userStarts[user + 1]; at++) {
            taken[ratings.itemOf[at]] = true;
        }
        final var scores = new double[ratings.items];
        int size = 0;
        if (user >= 0 && ratings.ofUser(user) > 0) {
            if (method != Predictor.NONE) {
                method.predictAll(user, scores);
                size = take(scores, taken, found, size, Source.METHOD);
            }
            if (size < most && content != null) {
                content.predictAll(user, scores);
                size = take(scores, taken, found, size, Source.ATTRIBUTES);
            }
        }
        if (size < most && segment >= 0) {
            for (int item = 0; item < scores.length; item++) {
                final int liking = segments.likes(segment, item);
                scores[item] = liking == 0 ? Double.NaN : liking;
            }
            size = take(scores, taken, found, size, Source.SEGMENT);
        }
        for (int i = 0; i < byLikes.length && size < most; i++) {
            if (!taken[byLikes[i]]) {
                found[size++] = new Ranked(byLikes[i], usual(user, byLikes[i], Names.UNKNOWN));
            }
        }
        for (int i = 0; i < size; i++) {
            if (found[i].answer().source() == Source.SEGMENT) {
                found[i] = new Ranked(found[i].item(), usual(user, found[i].item(), segment));
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Takes the best of those that are not taken yet; of those alike the first. */
    private int take(final double[] scores, final boolean[] taken, final Ranked[] found, final int from, final Source source) {
        int size = from;
        final var keys = new double[found.length];
        for (int item = 0; item < scores.length; item++) {
            final double score = scores[item];
            if (taken[item] || Double.isNaN(score) || size == found.length && score <= keys[size - 1]) {
                continue;
            }
            int at = size < found.length ? size++ : size - 1;
            for (; at > from && keys[at - 1] < score; at--) {
                keys[at] = keys[at - 1];
                found[at] = found[at - 1];
            }
            keys[at] = score;
            found[at] = new Ranked(item, new Answer(within(score), source));
        }
        for (int i = from; i < size; i++) {
            taken[found[i].item()] = true;
        }
        return size;
    }
}
