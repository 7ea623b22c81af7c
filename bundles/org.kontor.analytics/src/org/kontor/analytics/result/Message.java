// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.core.text.Texts;

/**
 * A sentence or a title in every language of the product, so that a result that was made in one language is read in another, even when the
 * bundle that made it is gone.
 *
 * @param texts the text by language tag ({@code en}, {@code zh}); English is always there
 * @since 0.1
 */
public record Message(Map<String, String> texts) {

    /** The languages in which messages are made. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    public Message {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(Locale.ENGLISH.getLanguage())) {
            throw new IllegalArgumentException("a message needs an English text: " + texts);
        }
    }

    /**
     * A message of given texts.
     *
     * @param source where the texts stand
     * @param key    the key
     * @param args   the values of {0}, {1}, ...; a {@code Message} among them is read in the same language
     * @return the message
     */
    public static Message of(final Texts source, final String key, final Object... args) {
        final var texts = new LinkedHashMap<String, String>();
        for (final var language : LANGUAGES) {
            final var translated = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                translated[i] = args[i] instanceof final Message message ? message.text(language) : args[i];
            }
            texts.put(language.getLanguage(), source.get(language, key, translated));
        }
        return new Message(texts);
    }

    /**
     * A message that is the same in every language, such as the name of a column.
     *
     * @param name the name
     * @return the message
     */
    public static Message name(final String name) {
        return new Message(Map.of(Locale.ENGLISH.getLanguage(), name));
    }

    /**
     * The text in the language of the moment.
     *
     * @return the text, in English where it was not translated
     */
    public String text() {
        return text(Locale.getDefault());
    }

    /**
     * The text in a language.
     *
     * @param language the language
     * @return the text, in English where it was not translated
     */
    public String text(final Locale language) {
        return texts.getOrDefault(language.getLanguage(), texts.get(Locale.ENGLISH.getLanguage()));
    }
}
