// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.Validation;
import org.kontor.store.FieldChange;
import org.kontor.store.RecordPatch;
import org.kontor.ui.RecordRef;

/**
 * A record that somebody is editing: for each field the value last seen in the store, the value wanted, and what is wrong with it. Knows no
 * widget and no store; for one thread.
 */
public final class RecordDraft {

    /**
     * Something wrong with a field.
     *
     * @param field   the field
     * @param text    one sentence
     */
    public record FieldProblem(Field field, String text) {
    }

    /**
     * Somebody else stored another value while this one was edited.
     *
     * @param theirs the value that is stored now
     * @param who    who stored it
     */
    public record Rival(Object theirs, String who) {
    }

    /** Hears of changes. */
    public interface Listener {
        /** @param field the name of the field whose value, problem or rival changed */
        void changed(String field);
    }

    private final RecordType<?> type;
    private final RecordRef ref;
    private final Map<String, Object> seen = new LinkedHashMap<>();
    private final Map<String, Object> wanted = new LinkedHashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final Map<String, Rival> rivals = new HashMap<>();
    private final Map<UUID, String> titles = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private boolean stored;

    /**
     * @param snapshot the record as it stands, or as it starts
     * @param stored   whether it is in the store
     */
    public RecordDraft(final Snapshot snapshot, final boolean stored) {
        this.ref = snapshot.ref();
        this.type = Catalogue.standard().type(ref.recordType());
        this.stored = stored;
        wanted.putAll(snapshot.values());
        titles.putAll(snapshot.titles());
        if (stored) {
            seen.putAll(snapshot.values());
        } else {
            type.fields().forEach(field -> seen.put(field.name(), field.kind() == FieldKind.BOOLEAN ? Boolean.FALSE : null));
        }
    }

    public RecordType<?> type() {
        return type;
    }

    public RecordRef ref() {
        return ref;
    }

    public boolean isStored() {
        return stored;
    }

    public void addListener(final Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(final Listener listener) {
        listeners.remove(listener);
    }

    public Object value(final String field) {
        return wanted.get(field);
    }

    public Object seen(final String field) {
        return seen.get(field);
    }

    public Optional<Rival> rival(final String field) {
        return Optional.ofNullable(rivals.get(field));
    }

    /** @return what people call a record that a field refers to; empty where it is not known */
    public Optional<String> titleOf(final Object id) {
        return id instanceof final UUID uuid ? Optional.ofNullable(titles.get(uuid)) : Optional.empty();
    }

    public void putTitle(final UUID id, final String title) {
        titles.put(id, title);
    }

    /** @return whether a record is one that a field refers to */
    public boolean refersTo(final UUID id) {
        return titles.containsKey(id);
    }

    /** Sets what is wanted; blank texts are no value. */
    public void set(final String field, final Object plain) {
        final var value = plain instanceof final String text && text.isBlank() ? null : plain;
        final boolean wasUnreadable = unreadable.remove(field) != null;
        if (!wasUnreadable && FieldChange.same(wanted.get(field), value)) {
            return;
        }
        wanted.put(field, value);
        if (FieldChange.same(seen.get(field), value)) {
            acceptRival(field);
        }
        fire(field);
    }

    /** What was typed cannot be read; the value wanted stays what it was. */
    public void setUnreadable(final String field, final String message) {
        if (!message.equals(unreadable.put(field, message))) {
            fire(field);
        }
    }

    /** A person who went back to what they had seen has nothing against what is stored now. */
    private void acceptRival(final String field) {
        final var rival = rivals.remove(field);
        if (rival != null) {
            seen.put(field, rival.theirs());
            wanted.put(field, rival.theirs());
        }
    }

    /** @return whether what was typed into a field cannot be read, so that the field must go on showing it */
    public boolean isUnreadable(final String field) {
        return unreadable.containsKey(field);
    }

    public boolean isTouched(final String field) {
        return unreadable.containsKey(field) || !FieldChange.same(seen.get(field), wanted.get(field));
    }

    public boolean isDirty() {
        return !stored || type.fields().stream().anyMatch(field -> isTouched(field.name()));
    }

    public Optional<FieldProblem> problem(final Field field) {
        final var text = unreadable.get(field.name());
        if (text != null) {
            return Optional.of(new FieldProblem(field, text));
        }
        if (field.system()) {
            return Optional.empty();
        }
        return Validation.check(field, wanted.get(field.name())).map(wrong -> new FieldProblem(field, wrong));
    }

    /** @return everything that is wrong, in the order of the form */
    public List<FieldProblem> problems() {
        return type.fields().stream().map(this::problem).flatMap(Optional::stream).toList();
    }

    /** @return what differs from what was seen; for a record that is not stored every value it has */
    public RecordPatch patch() {
        final var fields = new LinkedHashMap<String, FieldChange>();
        for (final var field : type.fields()) {
            final var name = field.name();
            if (!FieldChange.same(seen.get(name), wanted.get(name))) {
                fields.put(name, new FieldChange(seen.get(name), wanted.get(name)));
            }
        }
        return new RecordPatch(type.name(), ref.id(), fields);
    }

    /**
     * A patch of this draft is in the store. What was typed since then stays as it is.
     *
     * @param patch what was saved
     */
    public void saved(final RecordPatch patch) {
        stored = true;
        patch.fields().forEach((field, change) -> {
            seen.put(field, change.after());
            rivals.remove(field);
        });
        patch.fields().keySet().forEach(this::fire);
    }

    /**
     * The record stands differently in the store: fields that were not touched follow silently, touched ones keep what was typed and learn
     * of their rival.
     *
     * @param now the record as it stands
     * @param who who changed it, in words
     * @return the labels of fields that somebody else changed under the hands of whoever edits here
     */
    public List<String> merge(final Snapshot now, final String who) {
        titles.putAll(now.titles());
        stored = true;
        final var contested = new ArrayList<String>();
        for (final var field : type.fields()) {
            final var name = field.name();
            final var theirs = now.values().get(name);
            if (FieldChange.same(seen.get(name), theirs)) {
                if (rivals.remove(name) != null) {
                    fire(name);
                }
                continue;
            }
            if (!isTouched(name)) {
                seen.put(name, theirs);
                wanted.put(name, theirs);
            } else if (FieldChange.same(wanted.get(name), theirs) && !unreadable.containsKey(name)) {
                seen.put(name, theirs);
                rivals.remove(name);
            } else {
                final var before = rivals.put(name, new Rival(theirs, who));
                if (before == null || !FieldChange.same(before.theirs(), theirs)) {
                    contested.add(field.label());
                }
            }
            fire(name);
        }
        return contested;
    }

    /**
     * Settles a field about which two people disagree.
     *
     * @param field  the field
     * @param theirs the value that is stored now
     * @param chosen the value to have: mine, theirs or the one that both started from
     */
    public void settle(final String field, final Object theirs, final Object chosen) {
        rivals.remove(field);
        unreadable.remove(field);
        seen.put(field, theirs);
        wanted.put(field, chosen);
        fire(field);
    }

    /** Somebody deleted the record: everything it holds is new now. */
    public void deleted() {
        stored = false;
        rivals.clear();
        type.fields().forEach(field -> seen.put(field.name(), field.kind() == FieldKind.BOOLEAN ? Boolean.FALSE : null));
        type.fields().forEach(field -> fire(field.name()));
    }

    /** Gives up what was typed. */
    public void revert() {
        unreadable.clear();
        for (final var field : type.fields()) {
            final var name = field.name();
            final var rival = rivals.remove(name);
            if (rival != null) {
                seen.put(name, rival.theirs());
            }
            if (stored) {
                wanted.put(name, seen.get(name));
            }
        }
        type.fields().forEach(field -> fire(field.name()));
    }

    private void fire(final String field) {
        for (final var listener : List.copyOf(listeners)) {
            listener.changed(field);
        }
    }
}
