// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person decides about an import beside which column is which field. Not safe for several threads.
 *
 * @since 0.1
 */
public final class ImportChoices {

    /** What to do. */
    public ImportMode mode = ImportMode.CREATE_OR_UPDATE;
    /** The name of the matching key; empty for none, so that each row becomes a new record. */
    public Optional<String> key = Optional.empty();
    /** What to do with exact duplicates. */
    public DuplicateChoice duplicates = DuplicateChoice.KEEP;
    /** What to do with values that a field cannot hold. */
    public BadValueChoice badValues = BadValueChoice.REFUSE;
    /** Whether an empty value of the file empties the field of an existing record. */
    public boolean blankOverwrites;
    /** Whether to import a file that was imported before once more. */
    public boolean again;

    private final Map<String, UnknownChoice> unknown = new LinkedHashMap<>();
    private final Map<String, Map<String, UnknownChoice>> unknownValues = new TreeMap<>();
    private final Map<String, BlankChoice> blank = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> values = new TreeMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<Long, RowDecision> rows = new HashMap<>();
    private final Map<Long, Map<Integer, String>> fixes = new HashMap<>();

    /** @return by target name of a reference: what to do with values that name no record */
    public Map<String, UnknownChoice> unknown() {
        return unknown;
    }

    /** @return by target name of a reference and value of the file: what to do with that value, where it is not as {@link #unknown} says */
    public Map<String, Map<String, UnknownChoice>> unknownValues() {
        return unknownValues;
    }

    /** @return by target name of a reference: what to do with rows without a value */
    public Map<String, BlankChoice> blank() {
        return blank;
    }

    /** @return by target name: what to read instead of a value of the file */
    public Map<String, Map<String, String>> values() {
        return values;
    }

    /** @return by target name: what to read where the file has no value or no column */
    public Map<String, String> defaults() {
        return defaults;
    }

    /** @return by the key of an {@link ImportOption}: its value */
    public Map<String, String> options() {
        return options;
    }

    /** @return by row number: what to do with the row; belongs to one file and is not saved with the mapping */
    public Map<Long, RowDecision> rows() {
        return rows;
    }

    /** @return by row number and column index: what to read instead; belongs to one file and is not saved with the mapping */
    public Map<Long, Map<Integer, String>> fixes() {
        return fixes;
    }

    /**
     * Reads one value as another.
     *
     * @param target the field's name
     * @param from   the value as it stands in the file
     * @param to     the value to read
     * @return this
     */
    public ImportChoices replace(final String target, final String from, final String to) {
        values.computeIfAbsent(target, name -> new TreeMap<>()).put(from, to);
        return this;
    }

    /**
     * Takes over each suggestion of a report.
     *
     * @param report what a dry run found
     * @return how many values are read as another now
     */
    public int acceptSuggestions(final ImportReport report) {
        int accepted = 0;
        for (final var finding : report.values()) {
            if (!finding.suggestion().isEmpty()) {
                replace(finding.target(), finding.value(), finding.suggestion());
                accepted++;
            }
        }
        return accepted;
    }
}
