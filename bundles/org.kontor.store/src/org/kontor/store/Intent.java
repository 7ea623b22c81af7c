// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.util.Objects;
import java.util.UUID;

import org.kontor.core.id.Ids;

/**
 * What somebody is about to do, in one sentence, and the operation it belongs to. Change sets of one operation are undone together.
 *
 * @param cause       why
 * @param description what, in the person's language, such as "Change stage of Acme deal to Won"; at most 500 characters are kept
 * @param operation   the operation; an import in batches uses one for all of them
 * @since 0.1
 */
public record Intent(Cause cause, String description, UUID operation) {

    public Intent {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(operation);
        description = description.length() > 500 ? description.substring(0, 499) + '…' : description;
    }

    /**
     * Something that one change set does.
     *
     * @param cause       why
     * @param description what
     * @return an intent with an operation of its own
     */
    public static Intent of(final Cause cause, final String description) {
        return new Intent(cause, description, Ids.next());
    }
}
