// SPDX-License-Identifier: EPL-2.0

package org.kontor.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * What a store is and who works in it.
 *
 * @param id            the store's identifier; backups keep it
 * @param folder        where it lies
 * @param engine        the database engine, such as {@code derby}
 * @param schemaVersion the number of the last migration
 * @param encrypted     whether its files are encrypted
 * @param readOnly      whether writes are refused
 * @param userId        the user whose name stands in the audit log; empty where no such user record exists
 * @param userName      the login name of whoever works
 * @since 0.1
 */
public record StoreInfo(UUID id, Path folder, String engine, int schemaVersion, boolean encrypted, boolean readOnly, Optional<UUID> userId,
        String userName) {
}
