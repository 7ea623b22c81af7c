// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.List;

/**
 * Targets that together say which existing record a row means.
 *
 * @param name    language-free name, such as {@code externalId}
 * @param label   what it is called, in the person's language
 * @param targets names of fields of the record type that are targets too
 * @param exact   whether case and blanks count, as in numbers; names compare without them
 * @since 0.1
 */
public record MatchingKey(String name, String label, List<String> targets, boolean exact) {

    public MatchingKey {
        targets = List.copyOf(targets);
    }
}
