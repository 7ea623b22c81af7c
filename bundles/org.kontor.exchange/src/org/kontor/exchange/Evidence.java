// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

/**
 * Why the file is read the way it is: one decision that was taken from the data.
 *
 * @param option  what was decided: {@code encoding}, {@code separator}, {@code header}, {@code skipLines}, {@code dates}, {@code numbers}
 * @param subject the column it concerns; empty where it concerns the file
 * @param value   what was decided
 * @param reason  what in the file says so, in the person's language
 * @param certain false where the data allows another reading too, so that a person should look
 * @since 0.1
 */
public record Evidence(String option, String subject, String value, String reason, boolean certain) {
}
