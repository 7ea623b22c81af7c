// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that could receive mail: one local part of at most 64 characters, one dotted domain, no blanks, no quoting.
 *
 * @param value the address as written, without surrounding blanks
 * @since 0.1
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@\"<>(),;:\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}))+");

    public EmailAddress {
        if (value.length() > 254 || !SHAPE.matcher(value).matches() || value.startsWith(".") || value.contains("..") || value.contains(".@")) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /**
     * Reads an address as people type it.
     *
     * @param text any text; null allowed
     * @return the address, or empty where the text is none
     */
    public static Optional<EmailAddress> parse(final String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EmailAddress(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The form under which two spellings of one mailbox compare equal.
     *
     * @return the address in lower case
     */
    public String normalized() {
        return value.toLowerCase(Locale.ROOT);
    }
}
