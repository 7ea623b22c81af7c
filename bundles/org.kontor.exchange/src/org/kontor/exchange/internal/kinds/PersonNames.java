// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.util.Set;

/** Splits a full name: "Last, First", "First Last", or a Chinese name, where the family name comes first. */
final class PersonNames {

    private static final Set<String> DOUBLE_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "东方",
            "尉迟", "皇甫", "公孙", "慕容", "长孙", "司徒", "令狐", "端木", "南宫");

    private PersonNames() {
    }

    /** Family name and given name; the given name is empty where there is only one. */
    static String[] split(final String full) {
        final var name = full.strip();
        final int comma = name.indexOf(',');
        if (comma > 0) {
            return new String[] {name.substring(0, comma).strip(), name.substring(comma + 1).strip()};
        }
        final boolean chinese = name.length() >= 2 && name.length() <= 5 && name.codePoints()
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (chinese) {
            final int surname = name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2)) ? 2 : 1;
            return new String[] {name.substring(0, surname), name.substring(surname)};
        }
        final int blank = name.lastIndexOf(' ');
        return blank < 0 ? new String[] {name, ""} : new String[] {name.substring(blank + 1), name.substring(0, blank).strip()};
    }
}
