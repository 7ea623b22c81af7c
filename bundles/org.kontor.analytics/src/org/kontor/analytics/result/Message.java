// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.kontor.core.text.Texts;

/**
 * A sentence or a title in every language of the product, so that a result that was made in one language is read in another, even when the
 * bundle that made it is gone.
 * <p>
 * A method knows the names of columns and the values of data, and people know titles, labels and the names of records. So whatever of the
 * data a message names goes into it as {@link #column} or {@link #value}: the text has the bare name, and {@link #mentions} say where it
 * stands. Whatever goes in as plain text is shown as it is.
 *
 * @param texts    the text by language tag ({@code en}, {@code zh}); English is always there
 * @param mentions where texts name something of the data, by language tag, in the order of the text and apart from each other; a language
 *                 without any may be left out
 * @since 0.1
 */
public record Message(Map<String, String> texts, Map<String, List<Mention>> mentions) {

    /** The languages in which messages are made. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    public Message {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(Locale.ENGLISH.getLanguage())) {
            throw new IllegalArgumentException("a message needs an English text: " + texts);
        }
        final var kept = new LinkedHashMap<String, List<Mention>>();
        for (final var entry : mentions.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                kept.put(entry.getKey(), checked(texts.get(entry.getKey()), entry.getValue()));
            }
        }
        mentions = Map.copyOf(kept);
    }

    private static List<Mention> checked(final String text, final List<Mention> mentions) {
        int at = 0;
        for (final var mention : mentions) {
            if (text == null || mention.from() < at || mention.until() > text.length()) {
                throw new IllegalArgumentException(mention + " in " + text);
            }
            at = mention.until();
        }
        return List.copyOf(mentions);
    }

    /**
     * A message that names nothing of the data.
     *
     * @param texts the text by language tag; English is always there
     */
    public Message(final Map<String, String> texts) {
        this(texts, Map.of());
    }

    /**
     * A message of given texts.
     *
     * @param source where the texts stand
     * @param key    the key
     * @param args   the values of {0}, {1}, ...; a {@code Message} among them is read in the same language and keeps its mentions
     * @return the message
     */
    public static Message of(final Texts source, final String key, final Object... args) {
        final var texts = new LinkedHashMap<String, String>();
        final var mentions = new LinkedHashMap<String, List<Mention>>();
        for (final var language : LANGUAGES) {
            final var marks = new Marks(language);
            final var translated = new Object[args.length];
            for (int i = 0; i < args.length; i++) {
                translated[i] = marks.set(args[i]);
            }
            marks.take(source.get(language, key, translated));
            texts.put(language.getLanguage(), marks.text());
            mentions.put(language.getLanguage(), marks.mentions());
        }
        return new Message(texts, mentions);
    }

    /**
     * A message that is the same in every language, such as the name of a product; shown as it is. What is a column or a value of the data
     * is a {@link #column} or a {@link #value}.
     *
     * @param name the name
     * @return the message
     */
    public static Message name(final String name) {
        return new Message(Map.of(Locale.ENGLISH.getLanguage(), name));
    }

    /**
     * The name of a column of the data. People read its title where its source declares one.
     *
     * @param name the name
     * @return the message
     */
    public static Message column(final String name) {
        return mention(name, Optional.empty());
    }

    /**
     * A value of a column of the data: a class, a category, an identifier. People read its label where there is one.
     *
     * @param column the name of the column
     * @param value  the value as it is in the data
     * @return the message
     */
    public static Message value(final String column, final String value) {
        return mention(value, Optional.of(column));
    }

    private static Message mention(final String text, final Optional<String> valueOf) {
        if (text.isEmpty()) {
            return name(text);
        }
        final var language = Locale.ENGLISH.getLanguage();
        return new Message(Map.of(language, text), Map.of(language, List.of(new Mention(0, text.length(), valueOf))));
    }

    /**
     * Messages one behind the other, such as an enumeration of columns.
     *
     * @param separator what stands between two, the same in every language
     * @param messages  the messages
     * @return one message with the mentions of all
     */
    public static Message join(final String separator, final List<Message> messages) {
        final var texts = new LinkedHashMap<String, String>();
        final var mentions = new LinkedHashMap<String, List<Mention>>();
        for (final var language : LANGUAGES) {
            final var text = new StringBuilder();
            final var found = new ArrayList<Mention>();
            for (int i = 0; i < messages.size(); i++) {
                final var message = messages.get(i);
                text.append(i == 0 ? "" : separator);
                message.mentions(language).forEach(mention -> found.add(mention.shifted(text.length())));
                text.append(message.text(language));
            }
            texts.put(language.getLanguage(), text.toString());
            mentions.put(language.getLanguage(), found);
        }
        return new Message(texts, mentions);
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

    /**
     * The text in the language of the moment as people read it.
     *
     * @param words what people call what is named
     * @return the text with titles and labels in the place of names and values
     */
    public String text(final Mention.Words words) {
        return text(Locale.getDefault(), words);
    }

    /**
     * The text in a language as people read it.
     *
     * @param language the language
     * @param words    what people call what is named
     * @return the text with titles and labels in the place of names and values, in English where it was not translated
     */
    public String text(final Locale language, final Mention.Words words) {
        final var bare = text(language);
        final var text = new StringBuilder();
        int at = 0;
        for (final var mention : mentions(language)) {
            text.append(bare, at, mention.from()).append(mention.in(words, bare));
            at = mention.until();
        }
        return text.append(bare, at, bare.length()).toString();
    }

    /** Those of the text that is read in a language. */
    List<Mention> mentions(final Locale language) {
        final var tag = texts.containsKey(language.getLanguage()) ? language.getLanguage() : Locale.ENGLISH.getLanguage();
        return mentions.getOrDefault(tag, List.of());
    }
}
