// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;

/**
 * A column that a source offers.
 *
 * @param name     its name, unique within the source
 * @param title    what it is called
 * @param type     what its values are
 * @param roles    the roles that it is likely to play, the likeliest first; empty where it should not be chosen without a person's say
 * @param personal whether it says something about a natural person (name, address, telephone): never chosen as a feature by itself
 * @param note     what should be known of it, such as how its type was guessed
 * @since 0.1
 */
public record SourceColumn(String name, Message title, ColumnType type, List<Role> roles, boolean personal, Optional<Message> note) {

    public SourceColumn {
        roles = List.copyOf(roles);
    }
}
