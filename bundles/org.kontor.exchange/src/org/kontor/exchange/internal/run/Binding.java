// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.Map;

import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.internal.value.ValueReader;

/**
 * A target of this run and where its values come from.
 *
 * @param slot         the place of its value in a row
 * @param target       the target
 * @param column       the column's index; -1 where only a default fills it
 * @param name         the column's name
 * @param reader       reads its values; null for a reference
 * @param lookup       finds its records; null for anything else
 * @param replacements values of the file to the values to read instead
 * @param standard     the value where the file has none; empty where there is none
 * @param unknown      what to do with values that name no record
 * @param exceptions   values that name no record, and what to do with them instead
 * @param blank        what to do with rows that name none
 * @param free         counts its values for near-misses; null where that makes no sense
 */
record Binding(int slot, ImportTarget target, int column, String name, ValueReader reader, Lookup lookup, Map<String, String> replacements,
        String standard, UnknownChoice unknown, Map<String, UnknownChoice> exceptions, BlankChoice blank, FreeText free) {

    /** What to do with a value that names no record. */
    UnknownChoice unknown(final String value) {
        return exceptions.isEmpty() ? unknown : exceptions.getOrDefault(value, unknown);
    }
}
