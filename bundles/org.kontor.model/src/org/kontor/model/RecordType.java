// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.persistence.Table;

import org.kontor.core.text.Texts;

/**
 * A kind of record: its fields, its labels and its table. Immutable.
 *
 * @param <T> the entity
 * @since 0.1
 */
public final class RecordType<T extends StoredRecord> {

    private static final Texts TEXTS = Texts.beside(RecordType.class);

    private final Class<T> javaType;
    private final Supplier<T> constructor;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Field> inOrder;

    RecordType(final Class<T> javaType, final Supplier<T> constructor) {
        this.javaType = javaType;
        this.constructor = constructor;
        final var found = new ArrayList<Field>();
        for (Class<?> level = javaType; level != Object.class; level = level.getSuperclass()) {
            Arrays.stream(level.getDeclaredFields()).filter(member -> member.isAnnotationPresent(Attribute.class))
                    .map(member -> new Field(javaType, member)).forEach(found::add);
        }
        found.stream().sorted(Comparator.comparingInt(Field::order)).forEach(field -> fields.put(field.name(), field));
        inOrder = List.copyOf(fields.values());
    }

    /** @return the language-free name, such as {@code Opportunity} */
    public String name() {
        return javaType.getSimpleName();
    }

    /** @return what one record is called, in the person's language */
    public String label() {
        return TEXTS.get(name());
    }

    /** @return what many records are called, in the person's language */
    public String pluralLabel() {
        return TEXTS.get(name() + ".plural");
    }

    /** @return the entity class */
    public Class<T> javaType() {
        return javaType;
    }

    /** @return the table */
    public String table() {
        return javaType.getAnnotation(Table.class).name();
    }

    /** @return all fields but the identifier and the version, in the order of forms */
    public List<Field> fields() {
        return inOrder;
    }

    /**
     * @param name a field's name
     * @return the field
     * @throws IllegalArgumentException where there is none
     */
    public Field field(final String name) {
        final var field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException(name() + " has no field " + name);
        }
        return field;
    }

    /**
     * @param name a name
     * @return whether there is such a field
     */
    public boolean hasField(final String name) {
        return fields.containsKey(name);
    }

    /** @return a new record that is not stored */
    public T create() {
        return constructor.get();
    }

    /**
     * A record that stands for a stored one where only its identifier matters, as the value of a reference.
     *
     * @param id the stored record's identifier
     * @return a record of which nothing but the identifier may be used
     */
    public T reference(final UUID id) {
        final var record = constructor.get();
        record.setId(id);
        return record;
    }

    /**
     * What people call a record: the values of its title fields.
     *
     * @param record a record of this type
     * @return the title; the label of the type where the record has none
     */
    public String title(final StoredRecord record) {
        if (record instanceof final Titled titled && titled.title() != null && !titled.title().isBlank()) {
            return titled.title();
        }
        for (final var field : fields.values()) {
            if (field.title() && field.get(record) != null) {
                return field.get(record).toString();
            }
        }
        return label();
    }

    @Override
    public String toString() {
        return name();
    }
}
