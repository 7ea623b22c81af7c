// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.List;

/**
 * A column of the file, as far as the beginning of the file shows it.
 *
 * @param index    the place, from 0
 * @param name     the header, or a made-up name such as "Column 3" where there is none; unique within the file
 * @param samples  some values that occur, most frequent first; at most 50
 * @param filled   how many of the rows looked at have a value
 * @param blank    how many have none
 * @param distinct how many different values there are; counted to 2,000
 * @param dates    how its days are written, where a date field reads it
 * @param numbers  how its numbers are written, where a number field reads it
 * @param certain  false where the values allow another date or number style too: ask
 * @since 0.1
 */
public record SourceColumn(int index, String name, List<String> samples, long filled, long blank, int distinct, DateStyle dates,
        NumberStyle numbers, boolean certain) {

    public SourceColumn {
        samples = List.copyOf(samples);
    }
}
