// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.field;

import java.util.List;
import java.util.function.Consumer;

import org.kontor.store.Store;
import org.kontor.ui.RecordRef;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.field.ValueParser;
import org.kontor.ui.internal.record.Pick;
import org.kontor.ui.internal.record.RecordDraft;

/**
 * What the editors of a form's fields share.
 *
 * @param draft  the record
 * @param store  where references are looked up
 * @param picks  the statuses and stages that may be chosen
 * @param format how values are written
 * @param parser how values are read
 * @param opener opens the editor of another record
 */
public record FormContext(RecordDraft draft, Store store, List<Pick> picks, FieldFormat format, ValueParser parser,
        Consumer<RecordRef> opener) {
}
