// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.List;
import java.util.UUID;

import org.kontor.core.problem.Problem;

/**
 * Somebody else changed, deleted or needs what was about to be changed. Nothing was written.
 *
 * @since 0.1
 */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One field (or record) that stands in the way.
     *
     * @param recordType the record type's name
     * @param id         the record
     * @param title      what people call the record
     * @param field      the field's name; empty where the whole record is gone or came back
     * @param base       the value that was expected
     * @param mine       the value that was wanted
     * @param theirs     the value that is there now
     * @since 0.1
     */
    public record Conflict(String recordType, UUID id, String title, String field, Object base, Object mine, Object theirs) {
    }

    private final transient List<Conflict> conflicts;
    private final transient Problem problem;

    /**
     * @param problem   the conflict in words
     * @param conflicts what stands in the way; at most the first 1,000
     */
    public ConflictException(final Problem problem, final List<Conflict> conflicts) {
        super(problem.sentence());
        this.problem = problem;
        this.conflicts = List.copyOf(conflicts);
    }

    /** @return what stands in the way; never empty */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** @return the conflict in words */
    public Problem problem() {
        return problem;
    }
}
