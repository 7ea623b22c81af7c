// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.changes;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

import org.kontor.model.Field;
import org.kontor.store.FieldChange;

/**
 * The fields of a record that is created, kept as nothing but its values: an import holds tens of thousands of them at a time, and a map of
 * objects for each would be ten times as large. Fields without a value are left out.
 */
public final class CreatedFields extends AbstractMap<String, FieldChange> {

    private final List<Field> fields;
    private final Object[] values;
    private final int size;

    /**
     * @param fields the fields of the record type
     * @param values the value of each, as change sets keep it; not changed from now on
     */
    public CreatedFields(final List<Field> fields, final Object[] values) {
        this.fields = fields;
        this.values = values;
        int found = 0;
        for (final var value : values) {
            found += value == null ? 0 : 1;
        }
        size = found;
    }

    /** The fields of the record type. */
    List<Field> fields() {
        return fields;
    }

    /** The values in the order of the fields; null where there is none. Not to be changed. */
    public Object[] cells() {
        return values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public FieldChange get(final Object name) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && fields.get(i).name().equals(name)) {
                return new FieldChange(null, values[i]);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(final Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(final BiConsumer<? super String, ? super FieldChange> action) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                action.accept(fields.get(i).name(), new FieldChange(null, values[i]));
            }
        }
    }

    @Override
    public Set<Entry<String, FieldChange>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Entry<String, FieldChange>> iterator() {
                return new Entries();
            }
        };
    }

    /** Makes each entry when it is asked for. */
    private final class Entries implements Iterator<Map.Entry<String, FieldChange>> {

        private int next = -1;

        Entries() {
            advance();
        }

        private void advance() {
            do {
                next++;
            } while (next < values.length && values[next] == null);
        }

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, FieldChange> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            final var entry = Map.entry(fields.get(next).name(), new FieldChange(null, values[next]));
            advance();
            return entry;
        }
    }
}
