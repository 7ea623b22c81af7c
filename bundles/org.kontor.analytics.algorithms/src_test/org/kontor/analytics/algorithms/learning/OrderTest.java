// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50, 255, 256, 5_000})
    void theOrderIsThatOfAStableSort(final int count) {
        final var random = new Random(count);
        final double[] odd = {0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE, 1e300, -1e300};
        final var keys = IntStream.range(0, count).mapToDouble(i -> random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)]
                : random.nextInt(40) / 7.0 - 3).toArray();
        final var expected = IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble((Integer i) -> keys[i] + 0.0)).mapToInt(Integer::intValue).toArray();
        assertArrayEquals(expected, Order.ascending(keys, () -> { }));
    }
}
