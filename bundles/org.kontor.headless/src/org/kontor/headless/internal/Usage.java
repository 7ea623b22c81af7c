// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.Collection;
import java.util.Optional;

import org.kontor.core.problem.Problem;
import org.kontor.headless.WrongUsageException;

/** Says which word is wrong, which one was probably meant, and where to read on. */
public final class Usage {

    private static final int LONGEST_WORD = 60;

    private Usage() {
    }

    /**
     * @param command the command whose help to point to; empty for the list of all commands
     * @param code    the problem, such as {@code unknownOption}
     * @param args    the values of its sentence
     * @return the problem as something to throw
     */
    public static WrongUsageException wrong(final String command, final String code, final Object... args) {
        return wrong(command, Optional.empty(), code, args);
    }

    /**
     * @param command the command whose help to point to; empty for the list of all commands
     * @param typed   what was typed, without hyphens
     * @param words   what would have been right, without hyphens
     * @param hyphens what stands before each word
     * @param code    the problem
     * @param args    the values of its sentence
     * @return the problem with the nearest word
     */
    public static WrongUsageException wrongWord(final String command, final String typed, final Collection<String> words,
            final String hyphens, final String code, final Object... args) {
        return wrong(command, Spelling.nearest(typed, words).map(word -> hyphens + word), code, args);
    }

    private static WrongUsageException wrong(final String command, final Optional<String> proposal, final String code,
            final Object... args) {
        final var texts = Messages.TEXTS;
        final var help = command.isEmpty() ? texts.get("usage.see.all") : texts.get("usage.see.command", command);
        final var next = proposal.map(word -> texts.get("usage.didYouMean", word) + ' ' + help).orElse(help);
        return new WrongUsageException(new Problem("usage." + code, texts.get("usage." + code, shortened(args)),
                texts.get("usage.nothingDone"), next));
    }

    private static Object[] shortened(final Object... args) {
        final var result = args.clone();
        for (int index = 0; index < result.length; index++) {
            if (result[index] instanceof final String text) {
                final var line = Layout.clean(text);
                result[index] = line.length() > LONGEST_WORD ? line.substring(0, LONGEST_WORD - 1) + '…' : line;
            }
        }
        return result;
    }
}
