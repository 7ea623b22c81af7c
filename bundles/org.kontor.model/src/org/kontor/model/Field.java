// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.kontor.core.text.Texts;

/**
 * One field of a record type: what it is called, what it may hold, and how to read and set it.
 *
 * @since 0.1
 */
public final class Field {

    private static final Texts TEXTS = Texts.beside(Field.class);

    private static final int USED_OFTEN = 10_000;

    private final String owner;
    private final java.lang.reflect.Field member;
    private final Attribute attribute;
    /** Asked for each cell of an import; an annotation answers through a proxy. */
    private final FieldKind kind;
    private final boolean system;
    private final int order;
    private final String column;
    private final boolean required;
    private final int maxLength;
    private final int scale;
    private final Method getter;
    private final Method setter;
    private int read;
    private int written;
    /** Made for fields that are used by the hundred thousand: reflection costs an import as much as the database does. */
    private volatile Function<Object, Object> reader;
    private volatile BiConsumer<Object, Object> writer;

    Field(final Class<?> recordClass, final java.lang.reflect.Field member) {
        this.owner = recordClass.getSimpleName();
        this.member = member;
        this.attribute = member.getAnnotation(Attribute.class);
        this.kind = attribute.kind();
        this.system = attribute.system();
        this.order = attribute.order();
        final var plain = member.getAnnotation(Column.class);
        if (plain != null) {
            column = plain.name();
            required = !plain.nullable() && member.getType() != boolean.class;
            maxLength = member.getType() == String.class ? plain.length() : 0;
            scale = member.getType() == BigDecimal.class ? plain.scale() : 0;
        } else {
            column = member.getAnnotation(JoinColumn.class).name();
            required = !member.getAnnotation(ManyToOne.class).optional();
            maxLength = 0;
            scale = 0;
        }
        final var capital = Character.toUpperCase(member.getName().charAt(0)) + member.getName().substring(1);
        try {
            getter = member.getDeclaringClass().getDeclaredMethod((member.getType() == boolean.class ? "is" : "get") + capital);
            setter = member.getDeclaringClass().getDeclaredMethod("set" + capital, member.getType());
        } catch (ReflectiveOperationException incomplete) {
            throw new IllegalStateException(owner + '.' + member.getName(), incomplete);
        }
    }

    /** @return the field's name, such as {@code closeDate} */
    public String name() {
        return member.getName();
    }

    /** @return the field's name in the person's language */
    public String label() {
        for (final var type : List.of(owner, "BusinessRecord", "StoredRecord")) {
            if (TEXTS.has(type + '.' + name())) {
                return TEXTS.get(type + '.' + name());
            }
        }
        return name();
    }

    /** @return what the value is */
    public FieldKind kind() {
        return kind;
    }

    /** @return the Java type of the value; a primitive type only for {@code boolean} */
    public Class<?> javaType() {
        return member.getType();
    }

    /** @return for a reference, the type of the records it may name */
    @SuppressWarnings("unchecked")
    public Optional<Class<? extends StoredRecord>> target() {
        return kind() == FieldKind.REFERENCE ? Optional.of((Class<? extends StoredRecord>) member.getType()) : Optional.empty();
    }

    /** @return for a choice, its values in order; empty for every other kind */
    public List<Enum<?>> choices() {
        return kind() == FieldKind.CHOICE ? Arrays.stream(member.getType().getEnumConstants()).<Enum<?>>map(value -> (Enum<?>) value).toList()
                : List.of();
    }

    /** @return whether a record without a value is refused */
    public boolean required() {
        return required;
    }

    /** @return the longest text in UTF-16 units; 0 for other types */
    public int maxLength() {
        return maxLength;
    }

    /** @return the digits kept after the point; 0 for other types */
    public int scale() {
        return scale;
    }

    /** @return whether the field is how people call the record */
    public boolean title() {
        return attribute.title();
    }

    /** @return whether only Kontor itself fills the field */
    public boolean system() {
        return system;
    }

    /** @return for money, the path to the currency from the record, such as {@code order.currency}; empty for the base currency */
    public String currencyPath() {
        return attribute.currency();
    }

    /** @return the column of the table that keeps the value */
    public String column() {
        return column;
    }

    /**
     * Reads the value. Reading a reference of a record that was loaded from a store loads the record it names.
     *
     * @param record a record of the field's type
     * @return the value, or null
     */
    public Object get(final StoredRecord record) {
        final var known = reader;
        if (known != null) {
            return known.apply(record);
        }
        if (++read == USED_OFTEN) {
            reader = function(Function.class, "apply", getter);
        }
        return call(getter, record);
    }

    /** A method of an entity as a function of objects. */
    @SuppressWarnings("unchecked")
    private <F> F function(final Class<? super F> type, final String name, final Method method) {
        try {
            final var lookup = MethodHandles.lookup();
            final var handle = lookup.unreflect(method);
            final var site = LambdaMetafactory.metafactory(lookup, name, MethodType.methodType(type), handle.type().erase().generic()
                    .changeReturnType(handle.type().returnType() == void.class ? void.class : Object.class), handle, handle.type().wrap()
                            .changeReturnType(handle.type().returnType() == void.class ? void.class : handle.type().wrap().returnType()));
            return (F) MethodHandleProxies.asInterfaceInstance(Supplier.class, site.getTarget()).get();
        } catch (LambdaConversionException | IllegalAccessException impossible) {
            throw new IllegalStateException(toString(), impossible); // the method was called before
        }
    }

    /**
     * Sets the value.
     *
     * @param record a record of the field's type
     * @param value  a value of the field's Java type, or null
     */
    public void set(final StoredRecord record, final Object value) {
        final var known = writer;
        if (known != null && (value != null || !javaType().isPrimitive())) {
            known.accept(record, value);
            return;
        }
        if (++written == USED_OFTEN) {
            writer = function(BiConsumer.class, "accept", setter);
        }
        call(setter, record, value);
    }

    private static Object call(final Method method, final StoredRecord record, final Object... arguments) {
        try {
            return method.invoke(record, arguments);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof final RuntimeException cause ? cause : new IllegalStateException(thrown.getCause());
        }
    }

    int order() {
        return order;
    }

    @Override
    public String toString() {
        return owner + '.' + name();
    }

    /**
     * A choice's value in the person's language.
     *
     * @param choice an enum constant of the model
     * @return its label
     */
    public static String label(final Enum<?> choice) {
        return TEXTS.get(choice.getDeclaringClass().getSimpleName() + '.' + choice.name());
    }
}
