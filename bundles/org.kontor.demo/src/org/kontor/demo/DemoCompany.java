// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;

/**
 * Writes a company with two years of business into a store, so that everything can be tried on plausible data. The same plan gives the same
 * records, to the last bit, on every machine and on every day. An OSGi service; safe for several threads.
 *
 * @since 0.1
 */
public interface DemoCompany {

    /**
     * What to write.
     *
     * @param customers    how many accounts, 10 to 100,000; everything else grows with it
     * @param seed         any number; another one gives another company
     * @param today        the day on which the company's history ends
     * @param intoExisting whether to write into a store that holds accounts already
     * @since 0.1
     */
    record Plan(int customers, long seed, LocalDate today, boolean intoExisting) {

        /** The seed where nobody names another one. */
        public static final long SEED = 1;

        /** The day on which the company's history ends where nobody names another one: fixed, so that every machine writes the same. */
        public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

        /** 500 accounts, 2,000 contacts, 400 leads, 600 opportunities, 12,000 orders and 150 refunds. */
        public static final Plan STANDARD = new Plan(500, SEED, TODAY, false);

        public Plan {
            if (customers < 10 || customers > 100_000) {
                throw new IllegalArgumentException("customers " + customers);
            }
        }
    }

    /**
     * What was written.
     *
     * @param operation the operation; undoing it takes the company away again
     * @param records   record type's name to how many were written, in the order of writing
     * @since 0.1
     */
    record Result(UUID operation, Map<String, Long> records) {
    }

    /**
     * Which company a store holds only in part, because the program was killed while it was written.
     *
     * @param store the store
     * @return its plan, to be written once more; empty where no company is incomplete
     */
    Optional<Plan> interrupted(Store store);

    /**
     * Writes a company, as one operation of several change sets. Cancelled, it takes back what it wrote so far. Where the same company is
     * there in part ({@link #interrupted}), what is missing is written, as part of the same operation.
     *
     * @param store    the store
     * @param plan     what to write
     * @param progress told the records, and asked for cancellation
     * @return what was written
     * @throws ProblemException                            where the store holds accounts and the plan does not allow that
     *                                                     ({@code demo.notEmpty}), or it holds this very company already
     *                                                     ({@code demo.alreadyThere})
     * @throws java.util.concurrent.CancellationException where it was cancelled
     */
    Result write(Store store, Plan plan, Progress progress);
}
