// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}|'\\{\\w+\\}");

    @Test
    void bothLanguagesHaveTheSameTextsAndPlaces() throws IOException {
        final var english = load("messages.properties");
        final var chinese = load("messages_zh.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (final var key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
            assertFalse(new MessageFormat(english.getProperty(key)).toPattern().isEmpty() && !key.startsWith("list."), key);
            assertNotNull(new MessageFormat(chinese.getProperty(key)));
        }
    }

    @Test
    void everyProblemSaysWhatHappenedWhatItMeansAndWhatToDo() throws IOException {
        final var english = load("messages.properties");
        for (final var key : english.stringPropertyNames()) {
            if (key.startsWith("problem.") && key.endsWith(".happened")) {
                final var stem = key.substring(0, key.length() - "happened".length());
                assertNotNull(english.getProperty(stem + "meaning"), key);
                assertNotNull(english.getProperty(stem + "next"), key);
            }
        }
    }

    private static Properties load(final String name) throws IOException {
        final var properties = new Properties();
        try (var in = new InputStreamReader(Messages.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static TreeSet<String> places(final String text) {
        final var places = new TreeSet<String>();
        final var matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
