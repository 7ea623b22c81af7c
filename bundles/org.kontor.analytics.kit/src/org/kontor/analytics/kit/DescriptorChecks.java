// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.parameter.ChoiceParameter;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Message;

/** Whether a provider says all there is to know about it, in both languages. */
final class DescriptorChecks {

    private DescriptorChecks() {
    }

    static List<Check> of(final Algorithm algorithm) {
        final var descriptor = algorithm.descriptor();
        final var checks = new ArrayList<Check>();
        checks.add(new Check("descriptor", () -> {
            assertEquals(descriptor, algorithm.descriptor(), "the descriptor changes");
            assertFalse(descriptor.needs().isEmpty(), "it takes no columns");
            assertFalse(descriptor.literature().isEmpty(), "it names no source");
            assertFalse(descriptor.cost().isBlank(), "it does not say what it costs");
            final var names = new HashSet<String>();
            descriptor.parameters().forEach(parameter -> assertTrue(names.add(parameter.name()), "two parameters are called " + parameter.name()));
        }));
        checks.add(new Check("texts", () -> {
            named(descriptor.name());
            sentence(descriptor.description());
            sentence(descriptor.strengths());
            sentence(descriptor.weaknesses());
            for (final var parameter : descriptor.parameters()) {
                named(descriptor.label(parameter));
                sentence(descriptor.help(parameter));
                if (parameter instanceof final ChoiceParameter choice) {
                    choice.choices().forEach(each -> named(descriptor.label(choice, each)));
                }
            }
        }));
        checks.add(new Check("parameters", () -> {
            final var presets = Parameters.presets(descriptor.parameters());
            assertEquals(presets.texts(), Parameters.of(descriptor.parameters(), presets.texts()).texts());
            descriptor.parameters().forEach(DescriptorChecks::writtenAndRead);
        }));
        return checks;
    }

    private static <T> void writtenAndRead(final Parameter<T> parameter) {
        assertEquals(parameter.preset(), parameter.parse(parameter.format(parameter.preset())), parameter.name());
    }

    private static void named(final Message text) {
        for (final var language : Message.LANGUAGES) {
            assertFalse(text.text(language).startsWith("!"), "there is no text " + text.text(language) + " in " + language);
            assertFalse(text.text(language).isBlank(), "a text is empty in " + language + ": " + text);
        }
    }

    /** A sentence in Chinese has Chinese characters, where a missing translation would show English. */
    private static void sentence(final Message text) {
        named(text);
        final var chinese = text.text(Locale.CHINESE);
        assertTrue(chinese.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN), "not translated: " + chinese);
    }
}
