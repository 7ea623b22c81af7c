// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

final class TextsTest {

    private static Properties read(final String name) throws IOException {
        final var properties = new Properties();
        try (var reader = new InputStreamReader(Messages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() throws IOException {
        final var english = read("messages.properties");
        final var chinese = read("messages_zh.properties");
        assertEquals(english.keySet(), chinese.keySet());
        final var place = Pattern.compile("\\{\\d}");
        english.forEach((key, text) -> {
            assertEquals(place.matcher((String) text).results().map(match -> match.group()).sorted().distinct().toList(),
                    place.matcher((String) chinese.get(key)).results().map(match -> match.group()).sorted().distinct().toList(), key::toString);
            assertTrue(((String) text).indexOf('\'') < 0, key::toString);
        });
    }
}
