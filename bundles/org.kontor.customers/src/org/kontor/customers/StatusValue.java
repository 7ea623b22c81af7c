// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.UUID;

/**
 * A value of a status list as code and views need it, detached from the store.
 *
 * @param id         the status record
 * @param code       its language-free name; empty for a value that an administrator added
 * @param title      its label in the person's language
 * @param initial    whether new records start here
 * @param closed     whether the record is done with
 * @param successful whether it ended well
 * @param converted  whether a lead with it became an account
 * @since 0.1
 */
public record StatusValue(UUID id, String code, String title, boolean initial, boolean closed, boolean successful, boolean converted) {
}
