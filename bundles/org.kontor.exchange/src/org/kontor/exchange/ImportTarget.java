// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.kontor.model.Field;
import org.kontor.model.FieldKind;

/**
 * Something a column can be mapped to: a field of the record, or something the kind of import makes a part of it from, such as the product
 * of an opportunity.
 *
 * @param name      language-free name; for a field the field's name
 * @param labelText what it is called, in the person's language
 * @param kind      what the value is
 * @param field     the field of the record type; empty for something else
 * @param required  whether a row without a value is refused
 * @param synonyms  how headers call it, in any language; compared without case, blanks and punctuation
 * @param reference for a reference, how it is resolved
 * @since 0.1
 */
public record ImportTarget(String name, Supplier<String> labelText, FieldKind kind, Optional<Field> field, boolean required,
        List<String> synonyms, Optional<ReferenceRule> reference) {

    public ImportTarget {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        synonyms = List.copyOf(synonyms);
    }

    /**
     * @param field a field of the record type
     * @return a target that fills it; required where the field is
     */
    public static ImportTarget of(final Field field) {
        return new ImportTarget(field.name(), field::label, field.kind(), Optional.of(field), field.required(), List.of(),
                Optional.empty());
    }

    /**
     * @param name  language-free name
     * @param kind  what the value is
     * @param label what it is called, in the person's language
     * @return a target that the kind of import itself makes use of
     */
    public static ImportTarget part(final String name, final FieldKind kind, final Supplier<String> label) {
        return new ImportTarget(name, label, kind, Optional.empty(), false, List.of(), Optional.empty());
    }

    /**
     * @param more how headers call it
     * @return the same target, known under these names too
     */
    public ImportTarget called(final String... more) {
        final var all = new ArrayList<>(synonyms);
        all.addAll(List.of(more));
        return new ImportTarget(name, labelText, kind, field, required, all, reference);
    }

    /**
     * @param needed whether a row without a value is refused
     * @return the same target with it
     */
    public ImportTarget required(final boolean needed) {
        return new ImportTarget(name, labelText, kind, field, needed, synonyms, reference);
    }

    /**
     * @param rule how it is resolved
     * @return the same target with it
     */
    public ImportTarget resolving(final ReferenceRule rule) {
        return new ImportTarget(name, labelText, kind, field, required, synonyms, Optional.of(rule));
    }

    /** @return what it is called, in the person's language of the moment */
    public String label() {
        return labelText.get();
    }
}
