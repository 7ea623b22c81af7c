// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The words that a market's companies and people are made of. They are data of the demo company, whatever language the workbench has. */
final class Vocabulary {

    private final Map<String, List<String>> lists = new HashMap<>();

    private Vocabulary(final Properties properties) {
        properties.forEach((key, value) -> lists.put((String) key, Arrays.stream(((String) value).split("\\|")).map(String::strip)
                .toList()));
    }

    static Vocabulary of(final String language) {
        final var properties = new Properties();
        try (var in = new InputStreamReader(open("vocabulary_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Vocabulary(properties);
    }

    static InputStream open(final String file) {
        final var in = Vocabulary.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("no " + file);
        }
        return in;
    }

    List<String> list(final String key) {
        final var list = lists.get(key);
        if (list == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return list;
    }

    String word(final String key) {
        return list(key).get(0);
    }
}
