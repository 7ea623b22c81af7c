// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.algorithms.SharedData;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.core.progress.Progress;

/** Reviews of hotels in Chinese, of which two thirds are good. */
class ReviewsTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 2L << 30, Runnable::run);

    static Dataset reviews() throws IOException {
        final var classes = new ArrayList<String>();
        final var texts = new ArrayList<String>();
        final var cell = new StringBuilder();
        final var cells = new ArrayList<String>();
        boolean quoted = false;
        final var all = Files.readString(SharedData.file("zh_reviews/ChnSentiCorp_htl_all.csv"));
        for (int i = all.charAt(0) == '\uFEFF' ? 1 : 0; i < all.length(); i++) {
            final char letter = all.charAt(i);
            if (letter == '"') {
                if (quoted && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (letter == ',' || letter == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (letter == '\n') {
                    if (cells.size() == 2 && !cells.getFirst().equals("label")) {
                        classes.add(cells.getFirst());
                        texts.add(cells.getLast().isEmpty() ? null : cells.getLast());
                    }
                    cells.clear();
                }
            } else if (quoted || letter != '\r') {
                cell.append(letter);
            }
        }
        return new Dataset(Frame.of(TextColumn.of("label", classes), TextColumn.of("review", texts)),
                Map.of(Role.TARGET, List.of("label"), Role.TEXT, List.of("review")));
    }

    private static Result run(final Map<String, String> parameters) throws IOException {
        final var method = new TextClassification();
        return method.run(reviews(), Parameters.of(method.descriptor().parameters(), parameters), RUN);
    }

    @Test
    void singleCharactersTellGoodFromBad() throws IOException {
        final var result = run(Map.of("longest", "1"));
        assertEquals(.8714, result.metric("accuracy"), .006);
        assertEquals(.9360, result.metric("auc"), .004);
    }

    @Test
    void pairsOfCharactersTellBetter() throws IOException {
        final var result = run(Map.of());
        assertEquals(.8999, result.metric("accuracy"), .006);
        assertEquals(.9565, result.metric("auc"), .004);
        assertEquals(1, result.metric("better-than-baseline"));
    }
}
