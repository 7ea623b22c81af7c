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

import org.kontor.exchange.DuplicateChoice;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.RowDecision;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.exchange.Severity;
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
    private final LineIndex lines;
    private final Hash lineHash = new Hash();
    private final RecordType<?> type;
    private final int columns;
    private final int lastMapped;
    private final boolean activates;
    private final RowValues values;
    private Batch batch;
    private long row;
    private long line;
    private int role;
    private boolean refused;
    private boolean checking;
    private boolean repeated;

    RowPlanner(final RunPlan plan) {
        this.plan = plan;
        this.handler = plan.handler();
        this.bindings = plan.bindings();
        this.findings = plan.findings();
        this.type = plan.spec().kind().recordType();
        this.lines = new LineIndex(plan.spec().profile().rowsOf(plan.spec().file().size()));
        this.columns = plan.spec().columns().size();
        this.lastMapped = bindings.stream().mapToInt(Binding::column).max().orElse(-1);
        bindings.forEach(binding -> byTarget.put(binding.target().name(), binding));
        this.activates = type.hasField("active") && !byTarget.containsKey("active");
        values = new RowValues(plan, (severity, code, binding, value, suggestion) -> note(severity, code, binding, value, suggestion));
    }

    /** Plans a row; {@code done} says that an interrupted run has written it, so that it is only remembered. */
    void plan(final TableReader reader, final long number, final boolean done, final Batch into) {
        final long before = into.tally.refused;
        planRow(reader, number, done, into);
        if (into.tally.refused > before) {
            into.refused.add(number);
        }
    }

    private void planRow(final TableReader reader, final long number, final boolean done, final Batch into) {
        batch = into;
        row = number;
        line = reader.line();
        role = 1;
        refused = false;
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
        if (!complete(cells, width) || !sound(cells, width)) {
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

    private boolean sound(final String[] cells, final int width) {
        refused = !values.read(row, cells, width, batch.tally);
        if (!refused) {
            checking = true;
            handler.check(this);
            checking = false;
        }
        return !refused;
    }

    private void decide() {
        final var decision = plan.spec().choices().rows().get(row);
        final var existing = decision == RowDecision.CREATE ? null : plan.matches().find(values.all(), values.texts());
        if (KeyIndex.AMBIGUOUS.equals(existing)) {
            note(Severity.ERROR, "match.ambiguous", null, plan.matches().shown(values.texts()), "");
            batch.tally.refused++;
        } else if (existing == null) {
            if (plan.spec().choices().mode == ImportMode.UPDATE_ONLY && decision != RowDecision.CREATE) {
                note(Severity.WARNING, "match.none", null, plan.matches().shown(values.texts()), "");
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
            if (binding.target().required() && values.of(binding) == null && !values.toCreate(binding)) {
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
        if (activates) {
            type.field("active").set(record, true);
        }
        for (final var binding : bindings) {
            set(record, binding);
        }
        if (values.sign() != null && type.hasField("currency") && type.field("currency").get(record) == null) {
            type.field("currency").set(record, values.sign());
        }
        added(record);
        handler.created(this, record);
        batch.tally.created++;
        postpone(record.getId());
        plan.learn(record);
        plan.matches().learn(values.all(), values.texts(), record.getId());
    }

    private void set(final StoredRecord record, final Binding binding) {
        final var value = values.of(binding);
        final Optional<Field> field = binding.target().field();
        if (value != null && field.isPresent()) {
            field.get().set(record, binding.lookup() == null ? value : binding.lookup().reference((UUID) value));
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
            note(Severity.WARNING, "match.skipped", null, plan.matches().shown(values.texts()), "");
            batch.tally.skipped++;
            return;
        }
        if (!made && handler.leavesAlone(this)) {
            note(Severity.WARNING, "match.left", null, plan.matches().shown(values.texts()), "");
            batch.tally.skipped++;
            return;
        }
        if (!made || !repeated) {
            note(made ? Severity.WARNING : Severity.NOTE, made ? "match.repeated" : "match.existing", null, plan.matches()
                    .shown(values.texts()), "");
        }
        makeReferences();
        postpone(existing);
        final boolean same = plan.matches().saysTheSame(values.all(), values.texts());
        final var wanted = wanted();
        if (!made) {
            batch.updates.add(new Batch.Update(row, line, existing, wanted, false));
        } else if (same) {
            batch.tally.unchanged++;
        } else {
            batch.tally.updated++;
            change(existing, wanted);
        }
        plan.matches().learn(values.all(), values.texts(), existing);
    }

    private void change(final UUID existing, final Map<String, Object> wanted) {
        final var fresh = batch.fresh(existing);
        if (fresh == null) {
            batch.updates.add(new Batch.Update(row, line, existing, wanted, true));
            return;
        }
        final var before = new HashMap<String, Object>();
        for (final var binding : bindings) {
            if (values.of(binding) != null && binding.target().field().isPresent()) {
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
            final var value = values.of(binding);
            if (value != null || plan.spec().choices().blankOverwrites && binding.column() >= 0 && values.postponed(binding) == null
                    && !binding.target().required()) {
                wanted.put(binding.target().name(), value);
            }
        }
        return wanted;
    }

    private void makeReferences() {
        for (final var binding : bindings) {
            if (!values.toCreate(binding)) {
                continue;
            }
            final var text = values.text(binding);
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
            values.made(binding, id);
        }
    }

    private void postpone(final UUID record) {
        if (!plan.postponesReferences()) {
            return;
        }
        for (final var binding : bindings) {
            if (values.postponed(binding) != null) {
                plan.postpone(new RunPlan.Postponed(row, line, record, binding, values.postponed(binding)));
            }
        }
    }

    /**
     * The row is stored; whether its references to later rows were filled before the interruption is not known, so they are filled again.
     */
    private void rememberPostponed(final String[] cells, final int width) {
        batch = new Batch();
        if (!complete(cells, width) || !sound(cells, width)) {
            return;
        }
        final var existing = plan.matches().find(values.all(), values.texts());
        for (final var binding : bindings) {
            if (plan.postpones(binding) && !values.text(binding).isEmpty()) {
                plan.postpone(new RunPlan.Postponed(row, line, existing == null ? plan.scope().id(row, 0) : existing, binding,
                        values.text(binding)));
            }
        }
    }

    private void addSums() {
        for (final var binding : bindings) {
            final var kind = binding.target().kind();
            if ((kind == FieldKind.MONEY || kind == FieldKind.DECIMAL) && values.of(binding) instanceof final BigDecimal number) {
                batch.tally.sum(binding.target().name(), number);
            }
        }
    }

    private void added(final StoredRecord record) {
        batch.adds.add(record);
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
        return binding == null ? null : values.of(binding);
    }

    @Override
    public Optional<String> text(final String target) {
        final var binding = byTarget.get(target);
        return binding == null || values.text(binding).isEmpty() ? Optional.empty() : Optional.of(values.text(binding));
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
        findings.addWorded(batch.tally, row, line, severity, code, binding, binding == null ? "" : values.text(binding), message);
    }

    @Override
    public void add(final StoredRecord record) {
        record.setId(plan.scope().id(row, role++));
        added(record);
    }

    @Override
    public <T extends StoredRecord> void change(final Class<T> recordType, final UUID record, final Consumer<T> change) {
        final var fresh = batch.fresh(record);
        if (fresh != null) {
            change.accept(recordType.cast(fresh));
        } else {
            batch.changes.add(new Batch.Change<>(recordType, record, change));
        }
    }
}
