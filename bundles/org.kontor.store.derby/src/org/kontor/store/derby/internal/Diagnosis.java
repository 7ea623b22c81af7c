// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kontor.core.problem.Problem;
import org.kontor.store.database.FileProblems;

/**
 * Turns the failures of Derby into what a person can act on. Derby hides the cause under general states such as
 * {@code XJ040}, so the whole chain is read and the most telling state counts.
 */
final class Diagnosis {

    private static final String DUMP = "Hex dump";

    private final Path folder;

    private Diagnosis(final Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder the database in question
     * @return a diagnosis that names it
     */
    static Diagnosis at(final Path folder) {
        return new Diagnosis(folder);
    }

    /**
     * @param failure what Derby threw
     * @return the problem; a general one where the cause is not known
     */
    Problem of(final SQLException failure) {
        return explain(failure).orElseGet(() -> problem("database.failed", folder, innermost(failure).getSQLState()));
    }

    /**
     * @param failure what Derby threw instead of starting a database
     * @return the problem; damage where the cause is not known, because the way on is the same: the backup
     */
    Problem ofStart(final SQLException failure) {
        return explain(failure).orElseGet(() -> unlessFull(problem("database.damaged", folder, innermost(failure).getSQLState())));
    }

    /**
     * @param failure anything that may have a failure of Derby or of the disk among its causes
     * @return the problem; empty where there is none that a person could act on
     */
    Optional<Problem> explain(final Throwable failure) {
        final List<Throwable> chain = chain(failure);
        for (final var kind : Kind.values()) {
            for (final Throwable link : chain) {
                if (link instanceof SQLException sql && sql.getSQLState() != null && kind.covers(sql.getSQLState())) {
                    return Optional.of(tell(kind, sql.getSQLState(), chain));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Derby puts the contents of a damaged page into the message, in the clear, also of an encrypted database.
     *
     * @param failure what Derby threw
     * @return the same where it holds no page, otherwise a copy of its states and first lines
     */
    static SQLException withoutPages(final SQLException failure) {
        final List<Throwable> chain = chain(failure);
        if (chain.stream().noneMatch(link -> String.valueOf(link.getMessage()).contains(DUMP))) {
            return failure;
        }
        final var text = new StringBuilder();
        chain.forEach(link -> text.append(text.isEmpty() ? "" : " < ").append(String.valueOf(link.getMessage()).lines().findFirst().orElse("")));
        final var copy = new SQLException(text.toString(), failure.getSQLState(), failure.getErrorCode());
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private Problem tell(final Kind kind, final String state, final List<Throwable> chain) {
        return switch (kind) {
            case IN_USE -> problem("database.in-use", folder);
            case WRONG_KEY -> problem("database.key", folder);
            case NEWER -> problem("database.newer", folder);
            case ABSENT -> problem("database.absent", folder);
            case DISK -> chain.stream().anyMatch(FileProblems::saysFull) ? FileProblems.full(folder) : diskProblem();
            case DAMAGED -> unlessFull(problem("database.damaged", folder, state));
            case READ_ONLY -> problem("database.read-only-write", folder);
            case BUSY -> problem("database.busy");
            case POOL -> problem("database.too-many");
            case CLOSED -> unlessFull(problem("database.closed", folder));
        };
    }

    private Problem diskProblem() {
        return FileProblems.isFull(folder) ? FileProblems.full(folder) : problem("database.disk-failed", folder);
    }

    /** A full disk makes Derby close the database and report a damaged log until there is room again. */
    private Problem unlessFull(final Problem problem) {
        return FileProblems.isFull(folder) ? FileProblems.full(folder) : problem;
    }

    private static SQLException innermost(final SQLException failure) {
        SQLException last = failure;
        for (final Throwable link : chain(failure)) {
            if (link instanceof SQLException sql && sql.getSQLState() != null) {
                last = sql;
            }
        }
        return last;
    }

    /** Causes and next exceptions, each once. */
    private static List<Throwable> chain(final Throwable failure) {
        final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        final List<Throwable> result = new ArrayList<>();
        collect(failure, seen, result);
        return result;
    }

    private static void collect(final Throwable link, final Set<Throwable> seen, final List<Throwable> result) {
        if (link == null || !seen.add(link)) {
            return;
        }
        result.add(link);
        if (link instanceof SQLException sql) {
            collect(sql.getNextException(), seen, result);
        }
        collect(link.getCause(), seen, result);
    }

    private static Problem problem(final String code, final Object... arguments) {
        return Problem.of(Messages.TEXTS, code, arguments);
    }

    /** The states that mean the same, the most telling first: a chain may hold several. */
    private enum Kind {
        IN_USE("XSDB6", "XSDB8"),
        WRONG_KEY("XBCXK", "XBCXA", "XBM06", "XBCXL"),
        NEWER("XSLAN", "XSLAP", "XCL20"),
        DISK("XSDG1", "XSDG0", "XSDG3", "XSLA0", "XSLA2", "XSLA4", "XSLAE", "XSLAQ", "XSDF1", "XSDF2", "XSDF3", "XSDFH", "XSDFF", "XBM0H",
                "XBM0B", "XSRS5", "XSRS6", "XSDA4"),
        DAMAGED("XSDG2", "XSDG5", "XSLA1", "XSLA3", "XSLA5", "XSLA6", "XSLA7", "XSLA8", "XSLAA", "XSLAB", "XSLAC", "XSLAD", "XSLAM", "XSLAO",
                "XSDB0", "XSDB1", "XSDB2", "XSDB3", "XSDB4", "XSDB5", "XSDB9", "XSDBB", "XSDBC", "XBM0A", "X0Y55", "X0Y56"),
        ABSENT("XJ004"),
        READ_ONLY("25502", "25503", "25505", "XSAI2", "40XD1", "XSLAH"),
        BUSY("40XL1", "40XL2", "40001", "40P01"),
        POOL("08000"),
        CLOSED("08006", "08003", "XSLAJ");

        private final Set<String> states;

        Kind(final String... states) {
            this.states = Set.of(states);
        }

        boolean covers(final String state) {
            return states.contains(state);
        }
    }
}
