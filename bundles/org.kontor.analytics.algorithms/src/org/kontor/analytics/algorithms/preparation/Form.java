// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a value has to be the same for two records to be compared at all. */
enum Form {

    /** All of it. */
    SAME,
    /** How it sounds (Soundex, as the American census used it); of other scripts the first character. */
    SOUND,
    /** Its beginning: the first letter of a name, two characters of a code, three of a mail address, the year of a date. */
    START;

    private static final String SOUNDS = "01230120022455012623010202";
    private static final int SOUNDEX_DIGITS = 3;
    private static final int YEAR = 4;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Form::key).toList();
    }

    static Optional<Form> of(final String key) {
        return Arrays.stream(values()).filter(form -> form.key().equals(key.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /** {@return a number that is the same for values of which this is the same} */
    int of(final Values values, final int value) {
        return switch (this) {
            case SAME -> value;
            case SOUND -> sound(values, value);
            case START -> start(values, value, switch (values.kind()) {
                case DATE -> YEAR;
                case MAIL -> YEAR - 1;
                case CODE, POSTCODE, PHONE, NUMBER -> 2;
                case NAME, TEXT, CATEGORY -> 1;
            });
        };
    }

    private static int start(final Values values, final int value, final int length) {
        int code = 0;
        for (int i = 0; i < Math.min(length, values.length(value)); i++) {
            code = code * 0x01000193 + values.letters()[values.start(value) + i] + 1;
        }
        return code;
    }

    private static int sound(final Values values, final int value) {
        final char first = values.letters()[values.start(value)];
        if (first < 'a' || first > 'z') {
            return start(values, value, 1);
        }
        int code = first;
        int digits = 0;
        char before = SOUNDS.charAt(first - 'a');
        for (int i = 1; i < values.length(value) && digits < SOUNDEX_DIGITS; i++) {
            final char letter = values.letters()[values.start(value) + i];
            if (letter < 'a' || letter > 'z') {
                continue;
            }
            final char sound = SOUNDS.charAt(letter - 'a');
            if (sound != '0' && sound != before) {
                code = code * 7 + sound - '0';
                digits++;
            }
            // h and w stand between sounds without parting them
            if (letter != 'h' && letter != 'w') {
                before = sound;
            }
        }
        for (; digits < SOUNDEX_DIGITS; digits++) {
            code *= 7;
        }
        return code;
    }
}
