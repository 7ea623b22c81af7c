// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the audit log: who did what when and why, chained to the entry before. Entries are never changed and never removed.
 *
 * @param sequence    1, 2, 3, ... in the order of the commits; 0 where nothing changed and nothing was written
 * @param id          the identifier
 * @param at          when, to the microsecond; the order of entries is that of {@code sequence}, whatever the clock did
 * @param userId      the user record of whoever did it; empty where there was none
 * @param userName    the login name of whoever did it
 * @param client      the program and machine it was done on
 * @param cause       why
 * @param description what, in the language of whoever did it
 * @param operation   the operation it belongs to
 * @param undoOf      the change set that it takes back; empty for all but undo and redo
 * @param records     how many records it touched
 * @param hash        SHA-256 over {@code previousHash} and all of the above and every change, in hexadecimal
 * @param previousHash the hash of the entry before; 64 zeros for the first
 * @since 0.1
 */
public record ChangeSet(long sequence, UUID id, Instant at, Optional<UUID> userId, String userName, String client, Cause cause, String description,
        UUID operation, Optional<UUID> undoOf, int records, String hash, String previousHash) {
}
