// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds again in a formatted text what its arguments mentioned. Mentions are put between characters that Unicode keeps for such inner use
 * (noncharacters) before a text is formatted, and the characters are taken out right after it; they occur in no text that comes in or goes
 * out.
 */
final class Marks {

    private static final char OPEN = '\uFDD0';
    private static final char NUMBERED = '\uFDD1';
    private static final char CLOSE = '\uFDD2';
    private static final Pattern STRANGE = Pattern.compile("[" + OPEN + NUMBERED + CLOSE + "]");

    private final Locale language;
    private final List<Mention> known = new ArrayList<>();
    private final List<Mention> found = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Marks(final Locale language) {
        this.language = language;
    }

    /** {@return an argument with marks around what it mentions} */
    Object set(final Object argument) {
        return switch (argument) {
            case final Message message -> marked(message);
            case final String plain -> clean(plain);
            case null, default -> argument;
        };
    }

    private String marked(final Message message) {
        final var bare = message.text(language);
        final var marked = new StringBuilder();
        int at = 0;
        for (final var mention : message.mentions(language)) {
            marked.append(clean(bare.substring(at, mention.from()))).append(OPEN).append(known.size()).append(NUMBERED)
                    .append(clean(bare.substring(mention.from(), mention.until()))).append(CLOSE);
            known.add(mention);
            at = mention.until();
        }
        return marked.append(clean(bare.substring(at))).toString();
    }

    private static String clean(final String text) {
        return STRANGE.matcher(text).replaceAll("\uFFFD");
    }

    /** Reads a formatted text. */
    void take(final String formatted) {
        int at = 0;
        for (int open = formatted.indexOf(OPEN); open >= 0; open = formatted.indexOf(OPEN, at)) {
            final int numbered = formatted.indexOf(NUMBERED, open);
            final int close = formatted.indexOf(CLOSE, numbered);
            final var mention = known.get(Integer.parseInt(formatted.substring(open + 1, numbered)));
            text.append(formatted, at, open);
            found.add(new Mention(text.length(), text.length() + close - numbered - 1, mention.valueOf()));
            text.append(formatted, numbered + 1, close);
            at = close + 1;
        }
        text.append(formatted.substring(at));
    }

    String text() {
        return text.toString();
    }

    List<Mention> mentions() {
        return List.copyOf(found);
    }
}
