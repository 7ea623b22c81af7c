// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.run;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.exchange.BadValueChoice;
import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.DuplicateChoice;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.RowDecision;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.exchange.Severity;
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.internal.read.TableReader;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;

/** Decides row by row what becomes of it and makes its records; writes nothing. For the planning thread. */
final class RowPlanner implements RowScope {

    private static final int REFERENCE_ROLES = 1_000;

    private final RunPlan plan;
    private final RowHandler handler;
    private final List<Binding> bindings;
    private final Map<String, Binding> byTarget = new HashMap<>();
    private final Findings findings;
    private final LineIndex lines = new LineIndex();
    private final Hash lineHash = new Hash();
    private final RecordType<?> type;
    private final int columns;
    private final int lastMapped;
    private final String[] texts;
    private final Object[] values;
    private final boolean[] toCreate;
    private final String[] postponed;
    private Batch batch;
    private long row;
    private long line;
    private int role;
    private boolean refused;
    private boolean checking;
    private boolean repeated;
    /** The currency that a sign beside an amount of the row says; null where none does. */
    private String sign;

    RowPlanner(final RunPlan plan) {
        this.plan = plan;
        this.handler = plan.handler();
        this.bindings = plan.bindings();
        this.findings = plan.findings();
        this.type = plan.spec().kind().recordType();
        this.columns = plan.spec().columns().size();
        this.lastMapped = bindings.stream().mapToInt(Binding::column).max().orElse(-1);
        bindings.forEach(binding -> byTarget.put(binding.target().name(), binding));
        texts = new String[bindings.size()];
        values = new Object[bindings.size()];
        toCreate = new boolean[bindings.size()];
        postponed = new String[bindings.size()];
    }

    /** Plans a row; {@code done} says that an interrupted run has written it, so that it is only remembered. */
    void plan(final TableReader reader, final long number, final boolean done, final Batch into) {
        batch = into;
        row = number;
        line = reader.line();
        role = 1;
        refused = false;
        sign = null;
        final var cells = fixed(reader);
        final int width = cells == reader.cells() ? reader.width() : cells.length;
        final long first = firstSame(cells, width);
        if (done) {
            into.tally.unchanged++;
            into.tally.alreadyThere++;
            if (plan.postponesReferences()) {
                rememberPostponed(cells, width);
            }
            return;
        }
        if (blank(cells, width) || leftOut(first)) {
            into.tally.skipped++;
            return;
        }
        if (!complete(cells, width) || !convert(cells, width)) {
            into.tally.refused++;
            return;
        }
        final Tally tally = into.tally;
        final long before = tally.skipped + tally.refused;
        decide();
        if (tally.skipped + tally.refused == before) {
            addSums();
        }
    }

    private String[] fixed(final TableReader reader) {
        final var fixes = plan.spec().choices().fixes();
        if (fixes.isEmpty() || !fixes.containsKey(row)) {
            return reader.cells();
        }
        final var cells = Arrays.copyOf(reader.cells(), Math.max(reader.width(), columns));
        Arrays.fill(cells, reader.width(), cells.length, "");
        fixes.get(row).forEach((column, value) -> {
            if (column >= 0 && column < cells.length) {
                cells[column] = value;
            }
        });
        return cells;
    }

    private long firstSame(final String[] cells, final int width) {
        lineHash.start(width);
        for (int i = 0; i < width; i++) {
            lineHash.add(cells[i]);
        }
        return lines.firstWith(lineHash, row);
    }

    private boolean blank(final String[] cells, final int width) {
        for (int i = 0; i < width; i++) {
            if (!cells[i].isEmpty()) {
                return false;
            }
        }
        note(Severity.NOTE, "blank", null, "", "");
        return true;
    }

    private boolean leftOut(final long first) {
        if (plan.spec().choices().rows().get(row) == RowDecision.SKIP) {
            note(Severity.NOTE, "decided", null, "", "");
            return true;
        }
        repeated = first != row;
        if (repeated) {
            note(Severity.WARNING, "duplicate", null, "", "", first);
            return plan.spec().choices().duplicates == DuplicateChoice.SKIP;
        }
        return false;
    }

    private boolean complete(final String[] cells, final int width) {
        if (width <= lastMapped) {
            note(Severity.ERROR, "short", null, "", "", width, columns);
            return false;
        }
        for (int i = columns; i < width; i++) {
            if (!cells[i].isEmpty()) {
                note(Severity.ERROR, "long", null, cells[i], "", width, columns);
                return false;
            }
        }
        return true;
    }

    private boolean convert(final String[] cells, final int width) {
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
                readBlank(binding);
            } else if (binding.lookup() != null) {
                resolve(binding, text);
            } else {
                read(binding, text);
            }
        }
        if (!refused) {
            checking = true;
            handler.check(this);
            checking = false;
        }
        return !refused;
    }

    private void readBlank(final Binding binding) {
        if (binding.lookup() != null && binding.column() >= 0) {
            batch.tally.blank(binding.target().name());
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
                note(Severity.WARNING, reader.error(), binding, text, reader.suggestion());
            } else {
                fail(reader.error(), binding, text, reader.suggestion());
            }
        } else if (reader.warning() != null) {
            note(Severity.WARNING, reader.warning(), binding, text, reader.suggestion());
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
        final var suggestion = findings.unknown(binding, text, row);
        switch (binding.unknown()) {
            case CREATE -> toCreate[binding.slot()] = true;
            case LEAVE_EMPTY -> note(Severity.WARNING, "reference.left", binding, text, suggestion);
            case REFUSE -> fail("reference.unknown", binding, text, suggestion);
            default -> throw new IllegalStateException(binding.unknown().name());
        }
    }

    private void decide() {
        final var decision = plan.spec().choices().rows().get(row);
        final var existing = decision == RowDecision.CREATE ? null : plan.matches().find(values, texts);
        if (KeyIndex.AMBIGUOUS.equals(existing)) {
            note(Severity.ERROR, "match.ambiguous", null, plan.matches().shown(texts), "");
            batch.tally.refused++;
        } else if (existing == null) {
            if (plan.spec().choices().mode == ImportMode.UPDATE_ONLY && decision != RowDecision.CREATE) {
                note(Severity.WARNING, "match.none", null, plan.matches().shown(texts), "");
                batch.tally.skipped++;
            } else {
                create();
            }
        } else {
            meet(existing, decision);
        }
    }

    private void create() {
        for (final var binding : bindings) {
            if (binding.target().required() && values[binding.slot()] == null && !toCreate[binding.slot()]) {
                fail("missing", binding, "", "");
            }
        }
        if (refused) {
            batch.tally.refused++;
            return;
        }
        makeReferences();
        final StoredRecord record = type.create();
        record.setId(plan.scope().id(row, 0));
        if (type.hasField("active") && !byTarget.containsKey("active")) {
            type.field("active").set(record, true);
        }
        for (final var binding : bindings) {
            set(record, binding);
        }
        if (sign != null && type.hasField("currency") && type.field("currency").get(record) == null) {
            type.field("currency").set(record, sign);
        }
        added(record);
        handler.created(this, record);
        batch.tally.created++;
        postpone(record.getId());
        plan.learn(record);
        plan.matches().learn(values, texts, record.getId());
    }

    private void set(final StoredRecord record, final Binding binding) {
        final var value = values[binding.slot()];
        final Optional<Field> field = binding.target().field();
        if (value != null && field.isPresent()) {
            field.get().set(record, binding.lookup() == null ? value : binding.lookup().type().reference((UUID) value));
        }
    }

    private void meet(final UUID existing, final RowDecision decision) {
        final boolean made = plan.scope().made(existing);
        if (made) {
            makeReferences();
            if (handler.joins(this, existing)) {
                batch.tally.created++;
                return;
            }
        }
        if (plan.spec().choices().mode == ImportMode.CREATE_ONLY && decision != RowDecision.UPDATE) {
            note(Severity.WARNING, "match.skipped", null, plan.matches().shown(texts), "");
            batch.tally.skipped++;
            return;
        }
        if (!made && handler.leavesAlone(this)) {
            note(Severity.WARNING, "match.left", null, plan.matches().shown(texts), "");
            batch.tally.skipped++;
            return;
        }
        if (!made || !repeated) {
            note(made ? Severity.WARNING : Severity.NOTE, made ? "match.repeated" : "match.existing", null, plan.matches().shown(texts),
                    "");
        }
        makeReferences();
        postpone(existing);
        final boolean same = plan.matches().saysTheSame(values, texts);
        final var wanted = wanted();
        if (!made) {
            batch.updates.add(new Batch.Update(row, line, existing, wanted, false));
        } else if (same) {
            batch.tally.unchanged++;
        } else {
            batch.tally.updated++;
            change(existing, wanted);
        }
        plan.matches().learn(values, texts, existing);
    }

    private void change(final UUID existing, final Map<String, Object> wanted) {
        final var fresh = batch.fresh.get(existing);
        if (fresh == null) {
            batch.updates.add(new Batch.Update(row, line, existing, wanted, true));
            return;
        }
        final var before = new HashMap<String, Object>();
        for (final var binding : bindings) {
            if (values[binding.slot()] != null && binding.target().field().isPresent()) {
                final var old = binding.target().field().get().get(fresh);
                before.put(binding.target().name(), old instanceof final StoredRecord reference ? reference.getId() : old);
                set(fresh, binding);
            }
        }
        handler.changed(fresh, before, wanted, this::add);
    }

    /** What the row says, by target; empty values only where they are to empty a field. */
    private Map<String, Object> wanted() {
        final var wanted = new HashMap<String, Object>();
        for (final var binding : bindings) {
            final var value = values[binding.slot()];
            if (value != null || plan.spec().choices().blankOverwrites && binding.column() >= 0 && postponed[binding.slot()] == null
                    && !binding.target().required()) {
                wanted.put(binding.target().name(), value);
            }
        }
        return wanted;
    }

    private void makeReferences() {
        for (final var binding : bindings) {
            if (!toCreate[binding.slot()]) {
                continue;
            }
            final var text = texts[binding.slot()];
            var id = binding.lookup().find(text);
            if (id == null) {
                final var record = handler.create(binding.target().name(), text)
                        .or(() -> binding.lookup().rule().creator().map(creator -> creator.apply(text))).orElseThrow();
                record.setId(plan.scope().id(row, REFERENCE_ROLES + binding.slot()));
                added(record);
                plan.learn(record);
                binding.lookup().know(text, 0, record.getId());
                id = record.getId();
            }
            values[binding.slot()] = id;
        }
    }

    private void postpone(final UUID record) {
        if (!plan.postponesReferences()) {
            return;
        }
        for (final var binding : bindings) {
            if (postponed[binding.slot()] != null) {
                plan.postpone(new RunPlan.Postponed(row, line, record, binding, postponed[binding.slot()]));
            }
        }
    }

    /**
     * The row is stored; whether its references to later rows were filled before the interruption is not known, so they are filled again.
     */
    private void rememberPostponed(final String[] cells, final int width) {
        batch = new Batch();
        if (!complete(cells, width) || !convert(cells, width)) {
            return;
        }
        final var existing = plan.matches().find(values, texts);
        for (final var binding : bindings) {
            if (plan.postpones(binding) && !texts[binding.slot()].isEmpty()) {
                plan.postpone(new RunPlan.Postponed(row, line, existing == null ? plan.scope().id(row, 0) : existing, binding,
                        texts[binding.slot()]));
            }
        }
    }

    private void addSums() {
        for (final var binding : bindings) {
            final var kind = binding.target().kind();
            if ((kind == FieldKind.MONEY || kind == FieldKind.DECIMAL) && values[binding.slot()] instanceof final BigDecimal number) {
                batch.tally.sum(binding.target().name(), number);
            }
        }
    }

    private void added(final StoredRecord record) {
        batch.adds.add(record);
        batch.fresh.put(record.getId(), record);
        batch.tally.record(record.getClass().getSimpleName());
    }

    private void fail(final String code, final Binding binding, final String value, final String suggestion) {
        refused = true;
        note(Severity.ERROR, code, binding, value, suggestion);
    }

    private void note(final Severity severity, final String code, final Binding binding, final String value, final String suggestion,
            final Object... more) {
        findings.add(batch.tally, row, line, severity, code, binding, value, suggestion, more);
    }

    @Override
    public long number() {
        return row;
    }

    @Override
    public Object value(final String target) {
        final var binding = byTarget.get(target);
        return binding == null ? null : values[binding.slot()];
    }

    @Override
    public Optional<String> text(final String target) {
        final var binding = byTarget.get(target);
        return binding == null || texts[binding.slot()].isEmpty() ? Optional.empty() : Optional.of(texts[binding.slot()]);
    }

    @Override
    public void refuse(final String target, final String code, final String message) {
        if (!checking) {
            throw new IllegalStateException("rows are refused only while they are checked");
        }
        refused = true;
        worded(Severity.ERROR, target, code, message);
    }

    @Override
    public void warn(final String target, final String code, final String message) {
        worded(Severity.WARNING, target, code, message);
    }

    private void worded(final Severity severity, final String target, final String code, final String message) {
        final var binding = byTarget.get(target);
        findings.addWorded(batch.tally, row, line, severity, code, binding, binding == null ? "" : texts[binding.slot()], message);
    }

    @Override
    public void add(final StoredRecord record) {
        record.setId(plan.scope().id(row, role++));
        added(record);
    }

    @Override
    public <T extends StoredRecord> void change(final Class<T> recordType, final UUID record, final Consumer<T> change) {
        final var fresh = batch.fresh.get(record);
        if (fresh != null) {
            change.accept(recordType.cast(fresh));
        } else {
            batch.changes.add(new Batch.Change<>(recordType, record, change));
        }
    }
}
