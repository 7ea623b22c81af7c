// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal;

import java.sql.SQLException;

import org.kontor.core.problem.ProblemException;

/** What an error of a database means to a person. */
final class SqlProblems {

    private SqlProblems() {
    }

    /** The problem behind an error; engines that know better throw their own before it comes to this. */
    static ProblemException of(final SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof final ProblemException known) {
                return known;
            }
        }
        final var state = error.getSQLState() == null ? "" : error.getSQLState();
        final var code = switch (state) {
            case "23505" -> "store.duplicate";
            case "25502", "25503", "25505" -> "store.readonly.engine";
            case "40001", "40XL1", "40XL2" -> "store.busy";
            case "22003" -> "store.large";
            default -> "store.failed";
        };
        return Messages.problem(code, firstLine(error)).asException(error);
    }

    private static String firstLine(final SQLException error) {
        return error.getMessage() == null ? "" : error.getMessage().lines().findFirst().orElse("");
    }
}
