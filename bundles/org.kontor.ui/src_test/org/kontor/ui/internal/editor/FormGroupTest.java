// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.kontor.core.text.Texts;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;

class FormGroupTest {

    @Test
    void showsEveryFieldThatAPersonFillsExactlyOnce() {
        for (final var type : Catalogue.standard().types()) {
            final var shown = FormGroup.of(type).stream().flatMap(group -> group.fields().stream()).map(Field::name).toList();
            assertEquals(shown.size(), new HashSet<>(shown).size(), type + " shows a field twice");
            final var missing = type.fields().stream().filter(field -> field.kind() != FieldKind.ID).map(Field::name)
                    .filter(name -> !shown.contains(name))
                    .collect(Collectors.toSet());
            assertTrue(missing.isEmpty(), type + " does not show " + missing);
        }
    }

    @Test
    void hasAHeadingForEveryGroupInBothLanguages() {
        final var texts = Texts.beside(FormGroup.class);
        for (final var type : Catalogue.standard().types()) {
            for (final var group : FormGroup.of(type)) {
                for (final var locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
                    assertTrue(!texts.get(locale, "group." + group.key()).startsWith("!"), group.key() + " in " + locale);
                }
            }
        }
    }

    @Test
    void endsWithWhatKontorItselfFills() {
        for (final var type : Catalogue.standard().types()) {
            assertTrue(FormGroup.of(type).getLast().isSystem());
        }
    }
}
