// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.util.List;

import org.kontor.exchange.BadValueChoice;
import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.Severity;

/** The values of one row: each cell read, or looked up, as its target wants it. Used again for the next row; for the planning thread. */
final class RowValues {

    /** Hears what is found about a value. */
    interface Listener {

        void note(Severity severity, String code, Binding binding, String value, String suggestion);
    }

    private final RunPlan plan;
    private final List<Binding> bindings;
    private final Listener listener;
    private final String[] texts;
    private final Object[] values;
    private final boolean[] toCreate;
    private final String[] postponed;
    /** The currency that a sign beside an amount of the row says; null where none does. */
    private String sign;
    private boolean refused;
    private long row;

    RowValues(final RunPlan plan, final Listener listener) {
        this.plan = plan;
        this.bindings = plan.bindings();
        this.listener = listener;
        texts = new String[bindings.size()];
        values = new Object[bindings.size()];
        toCreate = new boolean[bindings.size()];
        postponed = new String[bindings.size()];
    }

    /** Reads a row; returns whether all of it is sound. */
    boolean read(final long number, final String[] cells, final int width, final Tally tally) {
        row = number;
        sign = null;
        refused = false;
        for (int slot = 0; slot < values.length; slot++) {
            final var binding = bindings.get(slot);
            values[slot] = null;
            toCreate[slot] = false;
            postponed[slot] = null;
            var text = binding.column() >= 0 && binding.column() < width ? cells[binding.column()] : "";
            if (text.isEmpty()) {
                text = binding.standard();
            }
            if (!binding.replacements().isEmpty()) {
                text = binding.replacements().getOrDefault(text, text);
            }
            texts[slot] = text;
            if (text.isEmpty()) {
                readBlank(binding, tally);
            } else if (binding.lookup() != null) {
                resolve(binding, text);
            } else {
                read(binding, text);
            }
        }
        return !refused;
    }

    private void readBlank(final Binding binding, final Tally tally) {
        if (binding.lookup() != null && binding.column() >= 0) {
            tally.blank(binding.target().name());
            if (binding.blank() == BlankChoice.REFUSE) {
                fail("reference.blank", binding, "", "");
            }
        }
    }

    private void read(final Binding binding, final String text) {
        final var reader = binding.reader();
        values[binding.slot()] = reader.read(text);
        if (reader.error() != null) {
            if (plan.spec().choices().badValues == BadValueChoice.LEAVE_EMPTY && !binding.target().required()) {
                listener.note(Severity.WARNING, reader.error(), binding, text, reader.suggestion());
            } else {
                fail(reader.error(), binding, text, reader.suggestion());
            }
        } else if (reader.warning() != null) {
            listener.note(Severity.WARNING, reader.warning(), binding, text, reader.suggestion());
        }
        if (reader.currency() != null) {
            sign = reader.currency();
        }
        if (binding.free() != null && values[binding.slot()] != null) {
            binding.free().see(text, row);
        }
    }

    private void resolve(final Binding binding, final String text) {
        final var found = binding.lookup().find(text);
        if (found == KeyIndex.AMBIGUOUS || KeyIndex.AMBIGUOUS.equals(found)) {
            fail("reference.ambiguous", binding, text, "");
            return;
        } else if (found != null) {
            values[binding.slot()] = found;
            return;
        }
        if (plan.comesLater(binding, text)) {
            postponed[binding.slot()] = text;
            return;
        }
        final var suggestion = plan.findings().unknown(binding, text, row);
        final var choice = binding.unknown(text);
        switch (choice) {
            case CREATE -> toCreate[binding.slot()] = true;
            case LEAVE_EMPTY -> listener.note(Severity.WARNING, "reference.left", binding, text, suggestion);
            case REFUSE -> fail("reference.unknown", binding, text, suggestion);
            default -> throw new IllegalStateException(choice.name());
        }
    }

    private void fail(final String code, final Binding binding, final String value, final String suggestion) {
        refused = true;
        listener.note(Severity.ERROR, code, binding, value, suggestion);
    }

    String[] texts() {
        return texts;
    }

    Object[] all() {
        return values;
    }

    Object of(final Binding binding) {
        return values[binding.slot()];
    }

    String text(final Binding binding) {
        return texts[binding.slot()];
    }

    /** Whether the record that the value names is to be made. */
    boolean toCreate(final Binding binding) {
        return toCreate[binding.slot()];
    }

    void made(final Binding binding, final Object id) {
        values[binding.slot()] = id;
    }

    /** The value, where it names a record that a later row makes; null otherwise. */
    String postponed(final Binding binding) {
        return postponed[binding.slot()];
    }

    String sign() {
        return sign;
    }
}
