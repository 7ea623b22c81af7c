// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one package: {@code messages.properties} (English) with {@code messages_zh.properties} (Simplified Chinese) beside the
 * package's {@code Messages} class. Values are {@link MessageFormat} patterns, so a literal apostrophe is written twice. Immutable and
 * safe for any thread; the language is that of {@link Locale#getDefault()} at the time of each call.
 *
 * @since 0.1
 */
public final class Texts {

    /** A missing language falls back to the English base file, not to the machine's language. */
    private static final ResourceBundle.Control ENGLISH_LAST =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String DATE = "date";
    private static final String TIME = "time";
    /** So many patterns are kept at most. */
    private static final int KEPT = 256;
    /** Reading a pattern takes long where it has numbers in it, and a report has the same ones again and again. */
    private static final Map<Parsed, MessageFormat> PARSED = new ConcurrentHashMap<>();

    private final String baseName;
    private final ClassLoader loader;

    private Texts(final String baseName, final ClassLoader loader) {
        this.baseName = baseName;
        this.loader = loader;
    }

    /**
     * The texts beside a class.
     *
     * @param anchor a class of the package that holds the files; never null
     * @return the texts of that package
     */
    public static Texts beside(final Class<?> anchor) {
        return new Texts(anchor.getPackageName() + ".messages", Objects.requireNonNull(anchor.getClassLoader()));
    }

    /**
     * A text in the language of the moment.
     *
     * @param key  the key; an unknown one shows as {@code !key!}, so that a gap is seen and nothing fails
     * @param args the values of {0}, {1}, ...
     * @return the text; never null
     */
    public String get(final String key, final Object... args) {
        return get(Locale.getDefault(), key, args);
    }

    /**
     * A text in a given language.
     *
     * @param locale the language
     * @param key    the key
     * @param args   the values of {0}, {1}, ...
     * @return the text, or {@code !key!} where there is none
     */
    public String get(final Locale locale, final String key, final Object... args) {
        final String pattern;
        try {
            pattern = ResourceBundle.getBundle(baseName, locale, loader, ENGLISH_LAST).getString(key);
        } catch (MissingResourceException absent) {
            return '!' + key + '!';
        }
        return format(pattern, locale, args);
    }

    private static String format(final String pattern, final Locale locale, final Object... args) {
        if (pattern.contains(DATE) || pattern.contains(TIME)) {
            // formats of these keep the time zone of the moment
            return new MessageFormat(pattern, locale).format(args);
        }
        final var key = new Parsed(pattern, locale);
        var parsed = PARSED.get(key);
        if (parsed == null) {
            parsed = new MessageFormat(pattern, locale);
            if (PARSED.size() >= KEPT) {
                PARSED.clear();
            }
            PARSED.put(key, parsed);
        }
        // one of its own for each caller, because several threads may format at once
        return ((MessageFormat) parsed.clone()).format(args);
    }

    /**
     * Whether there is a text under this key.
     *
     * @param key the key
     * @return true where {@link #get} would give a text
     */
    public boolean has(final String key) {
        try {
            return ResourceBundle.getBundle(baseName, Locale.getDefault(), loader, ENGLISH_LAST).containsKey(key);
        } catch (MissingResourceException absent) {
            return false;
        }
    }

    /** A pattern in a language. */
    private record Parsed(String pattern, Locale locale) {
    }
}
