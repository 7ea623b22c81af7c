// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;

/** Whether a result can be read by somebody who does not know the method. */
final class ResultChecks {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private ResultChecks() {
    }

    static void complete(final Result result) {
        assertFalse(result.summary().isEmpty(), "the result says nothing in words");
        result.summary().forEach(ResultChecks::told);
        final var metrics = new HashSet<String>();
        result.metrics().forEach(metric -> {
            assertTrue(metric.name().matches(NAME), metric.name());
            assertTrue(metrics.add(metric.name()), "two metrics are called " + metric.name());
            told(metric.title());
        });
        result.parts().forEach(part -> {
            assertTrue(part.name().matches(NAME), part.name());
            told(part.title());
            if (part instanceof final TablePart table) {
                table.heads().forEach(head -> {
                    told(head.title());
                    told(head.help());
                });
            }
        });
        result.warnings().forEach(warning -> told(warning.text()));
    }

    private static void told(final Message message) {
        for (final var language : Message.LANGUAGES) {
            final var text = message.text(language);
            assertFalse(text.isBlank() || text.matches("(?s).*![a-z0-9.-]+!.*"), "no text in " + language + ": " + text);
        }
        assertTrue(message.texts().get(Locale.ENGLISH.getLanguage()).indexOf('{') < 0, "a value is not filled in: " + message);
    }
}
