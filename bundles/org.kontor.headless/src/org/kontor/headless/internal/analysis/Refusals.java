// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Answer;
import org.kontor.headless.ExitCode;
import org.kontor.headless.WrongUsageException;

/** Which problems of an analysis are wrong words, and which are data that a method cannot take. */
final class Refusals {

    private static final Set<String> WORDS = Set.of("analytics.no-algorithm", "analytics.no-provider", "analytics.no-source", "analytics.no-column",
            "analytics.no-parameter", "analytics.parameter-unreadable", "analytics.parameter-range", "analytics.no-role", "analytics.role-not-taken",
            "analytics.too-few-columns", "analytics.too-many-columns", "analytics.condition", "analytics.value", "analytics.separator",
            "analytics.encoding", "analytics.folds", "analytics.search-range", "analytics.search-measure", "analytics.source-option", "analytics.source-day",
            "analytics.follow-up-subject");
    private static final Set<String> DATA = Set.of("analytics.no-rows", "analytics.constant", "analytics.column-empty", "analytics.missing",
            "analytics.wrong-type", "analytics.nearly-numbers", "analytics.not-a-number", "analytics.nothing-left", "analytics.step",
            "analytics.categories", "analytics.quote", "analytics.deploy-no-better", "analytics.deploy-untested",
            "analytics.row-too-long", "analytics.binary", "analytics.file-empty");

    private Refusals() {
    }

    /** {@return what came out; a wrong word is thrown as wrong usage} */
    static <T> T usage(final Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException wrong) {
            if (WORDS.contains(wrong.problem().code())) {
                throw new WrongUsageException(wrong.problem());
            }
            throw wrong;
        }
    }

    /** {@return the answer for data that cannot be taken as it is; empty for every other problem} */
    static Optional<Answer> data(final ProblemException refused) {
        final var code = refused.problem().code();
        // a method's own problems are about the data: what was typed is checked before it is asked
        final boolean own = !code.startsWith("analytics.") && !code.startsWith("store.") && !code.startsWith("database.");
        return DATA.contains(code) || own && refused.getCause() == null ? Optional.of(Answer.problem(ExitCode.DATA_REFUSED, refused.problem()).build())
                : Optional.empty();
    }

    static String word(final String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
