// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

/** How the parts of a person's name are put together. */
final class PersonName {

    private PersonName() {
    }

    /** Family name first and without a blank where it is written in Han characters, given name first elsewhere. */
    static String full(final String given, final String family) {
        if (given == null || given.isBlank()) {
            return family;
        }
        if (family == null || family.isBlank()) {
            return given;
        }
        final boolean han = family.codePoints().allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return han ? family + given : given + ' ' + family;
    }
}
