// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        assertEquals(placeholders("messages.properties"), placeholders("messages_zh.properties"));
    }

    private static TreeMap<String, String> placeholders(final String file) throws IOException {
        final var texts = new Properties();
        try (var in = new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        final var found = new TreeMap<String, String>();
        texts.forEach((key, text) -> found.put((String) key, PLACEHOLDER.matcher((String) text).results().map(match -> match.group())
                .distinct().sorted()
                .collect(Collectors.joining())));
        return found;
    }
}
