// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.kontor.headless.internal.Usage;

/** Constants as words of the command line: {@code LEAVE_EMPTY} is typed as {@code leave-empty}. */
final class Choices {

    private Choices() {
    }

    static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> List<String> words(final Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choices::word).toList();
    }

    /**
     * @param type a type of constants
     * @param word one of {@link #words}
     * @return the constant
     */
    static <E extends Enum<E>> E of(final Class<E> type, final String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * @param command the command, for its help
     * @param option  the option, with hyphens
     * @param type    a type of constants
     * @param typed   what was typed
     * @return the constant
     * @throws org.kontor.headless.WrongUsageException where it is none
     */
    static <E extends Enum<E>> E checked(final String command, final String option, final Class<E> type, final String typed) {
        return of(type, oneOf(command, option, words(type), typed));
    }

    /**
     * @param command the command, for its help
     * @param option  the option, with hyphens
     * @param words   what may be typed
     * @param typed   what was typed
     * @return the same
     * @throws org.kontor.headless.WrongUsageException where it is none of the words
     */
    static String oneOf(final String command, final String option, final List<String> words, final String typed) {
        if (!words.contains(typed)) {
            throw Usage.wrongWord(command, typed, words, "", "badChoice", option, typed, String.join(", ", words));
        }
        return typed;
    }
}
