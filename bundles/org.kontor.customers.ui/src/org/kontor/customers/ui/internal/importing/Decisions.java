// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.ImportChoices;
import org.kontor.exchange.ImportReport;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.ValueFinding;

/**
 * What a person decides about values that a check found: unknown names, probable misspellings, and rows that name no record. Remembers what
 * was decided although the next check no longer finds it, so that it can be seen and changed. Knows no widgets.
 */
final class Decisions {

    /** What becomes of a value. */
    enum Choice {
        /** The suggestion is read instead. */
        SUGGESTION,
        /** Something that was typed is read instead. */
        OTHER,
        /** The record that it names is made. */
        CREATE,
        /** The field stays empty. */
        EMPTY,
        /** The rows are not imported. */
        REFUSE,
        /** It is imported as it stands. */
        KEEP
    }

    /** What kind of finding it is. */
    enum Sort {
        /** Names no record. */
        UNKNOWN,
        /** Looks like a misspelling. */
        NEAR,
        /** There is no value. */
        BLANK
    }

    /** One value of one field. */
    static final class Item {

        private final ImportTarget target;
        private final String column;
        private final String value;
        private final Sort sort;
        private final String suggestion;
        private long rows;
        private Choice choice;
        private String other = "";
        private boolean decided;

        Item(final ImportTarget target, final String column, final String value, final Sort sort, final String suggestion,
                final Choice choice) {
            this.target = target;
            this.column = column;
            this.value = value;
            this.sort = sort;
            this.suggestion = suggestion;
            this.choice = choice;
        }

        ImportTarget target() {
            return target;
        }

        String column() {
            return column;
        }

        String value() {
            return value;
        }

        Sort sort() {
            return sort;
        }

        String suggestion() {
            return suggestion;
        }

        long rows() {
            return rows;
        }

        Choice choice() {
            return choice;
        }

        /** What is read instead, where that was typed. */
        String other() {
            return other;
        }

        /** Whether a person decided, rather than the rules of the kind of import. */
        boolean decided() {
            return decided;
        }

        /** What may be decided. */
        Set<Choice> possible() {
            final var possible = EnumSet.of(Choice.OTHER);
            if (!suggestion.isEmpty()) {
                possible.add(Choice.SUGGESTION);
            }
            if (!target.required()) {
                possible.add(Choice.EMPTY);
            }
            switch (sort) {
                case NEAR -> possible.add(Choice.KEEP);
                case BLANK -> possible.add(Choice.REFUSE);
                case UNKNOWN -> {
                    possible.add(Choice.REFUSE);
                    if (target.reference().flatMap(rule -> rule.creator()).isPresent()) {
                        possible.add(Choice.CREATE);
                    }
                }
            }
            return possible;
        }
    }

    private record Key(String target, String value, boolean blank) {
    }

    private final Map<Key, Item> items = new LinkedHashMap<>();

    /** All of them, as they were found. */
    List<Item> items() {
        return List.copyOf(items.values());
    }

    void clear() {
        items.clear();
    }

    /** How many have a suggestion that nobody has decided about. */
    long open() {
        return items.values().stream().filter(item -> !item.decided && !item.suggestion.isEmpty()).count();
    }

    /** Takes over what a check found; {@code choices} are those that it was made with. */
    void take(final ImportReport report, final List<ImportTarget> targets, final Map<String, String> columns, final ImportChoices choices) {
        final var byName = new HashMap<String, ImportTarget>();
        targets.forEach(target -> byName.put(target.name(), target));
        items.values().removeIf(item -> !item.decided);
        for (final var finding : report.values()) {
            final var target = byName.get(finding.target());
            final var item = items.computeIfAbsent(new Key(finding.target(), finding.value(), false), key -> item(finding, target,
                    choices));
            item.rows = finding.rows();
        }
        for (final var blank : report.blanks().entrySet()) {
            final var target = byName.get(blank.getKey());
            if (target != null && target.reference().isPresent()) {
                final var item = items.computeIfAbsent(new Key(target.name(), "", true),
                        key -> new Item(target, columns.getOrDefault(target.name(), ""), "", Sort.BLANK, "",
                                choices.blank().get(target.name()) == BlankChoice.REFUSE ? Choice.REFUSE : Choice.EMPTY));
                item.rows = blank.getValue();
            }
        }
    }

    private static Item item(final ValueFinding finding, final ImportTarget target, final ImportChoices choices) {
        if (!"unknown".equals(finding.reason())) {
            return new Item(target, finding.column(), finding.value(), Sort.NEAR, finding.suggestion(), Choice.KEEP);
        }
        final var rule = choices.unknown().getOrDefault(target.name(), UnknownChoice.REFUSE);
        final var choice = switch (choices.unknownValues().getOrDefault(target.name(), Map.of()).getOrDefault(finding.value(), rule)) {
            case CREATE -> Choice.CREATE;
            case LEAVE_EMPTY -> Choice.EMPTY;
            case REFUSE -> Choice.REFUSE;
        };
        return new Item(target, finding.column(), finding.value(), Sort.UNKNOWN, finding.suggestion(), choice);
    }

    /** Decides; says what to change in the choices of the import. A choice that the item does not offer is left out. */
    List<Change> decide(final List<Item> chosen, final Choice choice, final String other) {
        final var changes = new ArrayList<Change>();
        for (final var item : chosen) {
            if (item.possible().contains(choice)) {
                item.choice = choice;
                item.other = choice == Choice.OTHER ? other : "";
                item.decided = true;
                changes.add(choices -> apply(item, choices, choice, choice == Choice.OTHER ? other : item.suggestion));
            }
        }
        return changes;
    }

    /** Accepts every suggestion that nobody has decided about. */
    List<Change> acceptAll() {
        return decide(items.values().stream().filter(item -> !item.decided && !item.suggestion.isEmpty()).toList(), Choice.SUGGESTION, "");
    }

    /** Something to be changed in the choices of an import. */
    @FunctionalInterface
    interface Change {

        void apply(ImportChoices choices);
    }

    private static void apply(final Item item, final ImportChoices choices, final Choice choice, final String instead) {
        final var target = item.target.name();
        if (item.sort == Sort.BLANK) {
            choices.defaults().remove(target);
            choices.blank().put(target, choice == Choice.REFUSE ? BlankChoice.REFUSE : BlankChoice.LEAVE_EMPTY);
            if (choice == Choice.OTHER) {
                choices.defaults().put(target, instead);
            }
            return;
        }
        choices.values().getOrDefault(target, new TreeMap<>()).remove(item.value);
        choices.unknownValues().getOrDefault(target, new TreeMap<>()).remove(item.value);
        switch (choice) {
            case SUGGESTION, OTHER -> choices.replace(target, item.value, instead);
            case CREATE -> except(item, choices, UnknownChoice.CREATE);
            case REFUSE -> except(item, choices, UnknownChoice.REFUSE);
            case EMPTY -> {
                if (item.sort == Sort.UNKNOWN) {
                    except(item, choices, UnknownChoice.LEAVE_EMPTY);
                } else {
                    choices.replace(target, item.value, "");
                }
            }
            case KEEP -> {
                // nothing is read instead of it any more
            }
        }
    }

    private static void except(final Item item, final ImportChoices choices, final UnknownChoice choice) {
        choices.unknownValues().computeIfAbsent(item.target.name(), name -> new TreeMap<>()).put(item.value, choice);
    }
}
