// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a text file with its translation: the same keys, the same placeholders, nothing empty; and tries what is said of one and of many. */
final class TextCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    private static final int ARGUMENTS = 10;
    private static final long[] COUNTS = {0, 1, 2, 12_000};

    private TextCheck() {
    }

    static List<String> violations(final String name, final Properties base, final Properties translation) {
        final List<String> found = new ArrayList<>();
        final Set<String> keys = new TreeSet<>(base.stringPropertyNames());
        keys.addAll(translation.stringPropertyNames());
        for (final String key : keys) {
            final String text = base.getProperty(key);
            final String translated = translation.getProperty(key);
            if (text == null || translated == null) {
                found.add(name + ": " + key + " is only " + (text == null ? "in the translation" : "in the base file"));
            } else if (text.isBlank() != translated.isBlank()) {
                found.add(name + ": " + key + " is empty in one language");
            } else if (!placeholders(text).equals(placeholders(translated))) {
                found.add(name + ": " + key + " has other placeholders in the translation");
            } else if (text.contains(",choice,")) {
                choice(text).ifPresent(wrong -> found.add(name + ": " + key + wrong));
            }
        }
        return found;
    }

    /** None, one and many of everything. */
    private static Optional<String> choice(final String text) {
        for (final long count : COUNTS) {
            final Object[] numbers = new Object[ARGUMENTS];
            Arrays.fill(numbers, count);
            try {
                final String said = new MessageFormat(text, Locale.ENGLISH).format(numbers);
                if (said.contains("{")) {
                    return Optional.of(" keeps a placeholder for " + count + ": " + said);
                }
            } catch (IllegalArgumentException broken) {
                return Optional.of(" cannot be said of " + count + ": " + broken.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Set<String> placeholders(final String text) {
        final Set<String> found = new TreeSet<>();
        final Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
