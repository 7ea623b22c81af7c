// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Order lines shaped like the CDNOW data: customer, day, quantity and value, customer by customer and day by day, 23,570 customers. Made from
 * a seed, so that every machine measures the same file. Without a header, because {@code SYSCS_IMPORT_TABLE} knows none.
 */
final class OrderFile {

    static final int CUSTOMERS = 23_570;

    private OrderFile() {
    }

    static void write(final Path file, final int rows) throws IOException {
        final var random = new SplittableRandom(1997);
        try (var out = Files.newBufferedWriter(file)) {
            int done = 0;
            for (int customer = 1; customer <= CUSTOMERS; customer++) {
                final int until = (int) ((long) rows * customer / CUSTOMERS);
                final int orders = until - done;
                var day = LocalDate.of(1997, 1, 1).plusDays(random.nextInt(84));
                for (; done < until; done++) {
                    final int quantity = 1 + (int) (Math.pow(random.nextDouble(), 3) * 10);
                    final int cents = quantity * (700 + random.nextInt(1_300));
                    out.write(String.format(Locale.ROOT, "%05d,%s,%d,%d.%02d%n", customer, day, quantity, cents / 100, cents % 100));
                    day = day.plusDays((long) (random.nextDouble() * 900 / orders));
                }
            }
        }
    }
}
