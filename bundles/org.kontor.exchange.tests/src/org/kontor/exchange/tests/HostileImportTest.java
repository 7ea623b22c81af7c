// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.UnknownChoice;
import org.kontor.model.Order;

/** Damaged files all the way into a store: what is imported is sound and comes off again, everything else is refused in words. */
class HostileImportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String GOOD = "customer,date,quantity,value,currency,channel\nAcme,2024-01-31,2,10.50,EUR,web\n\"Müller, \"\"Sohn\"\"\",2024-02-29,1,9,USD,\n"
            + "北京公司,2023-12-31,3,0.00,,shop\n😀,2023-12-31,3,1,,=1+1\n";

    @Test
    void damagedFilesAreImportedSoundlyOrRefused() throws IOException {
        try (var place = new Workplace()) {
            final var before = place.contentHash();
            final var random = new Random(77);
            int imported = 0;
            for (int i = 0; i < 220; i++) {
                final var bytes = damaged(random, i);
                final Path file = Files.write(place.folder().resolve("hostile" + i + ".csv"), bytes);
                imported += assertTimeout(PATIENCE, () -> attempt(place, file));
            }
            assertTrue(imported > 20, "only " + imported + " imported");
            assertEquals(before, place.contentHash());
            assertEquals(0, place.count(Order.class));
        }
    }

    private static byte[] damaged(final Random random, final int number) {
        final var charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, java.nio.charset.Charset.forName("GB18030"))
                .get(number % 3);
        final var bytes = GOOD.getBytes(charset);
        final var cut = number % 4 == 0 ? java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
        for (int i = 0; i < number % 5; i++) {
            cut[random.nextInt(cut.length)] = (byte) random.nextInt(256);
        }
        return cut;
    }

    private static int attempt(final Workplace place, final Path file) {
        try {
            final var draft = place.imports().inspect(file, "orders");
            draft.choices().unknown().put("account", UnknownChoice.CREATE);
            if (!draft.obstacles().isEmpty()) {
                return 0;
            }
            final var result = place.run(draft);
            final var report = result.report();
            assertEquals(report.rows(), report.created() + report.updated() + report.unchanged() + report.skipped() + report.refused());
            assertEquals(report.created(), place.count(Order.class));
            result.operation().ifPresent(place::undo);
            return report.created() > 0 ? 1 : 0;
        } catch (ProblemException refused) {
            assertTrue(!refused.problem().sentence().contains("!problem"), refused.problem().sentence());
            return 0;
        }
    }
}
