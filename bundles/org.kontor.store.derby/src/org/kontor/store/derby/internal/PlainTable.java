// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.internal;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.derby.iapi.sql.conn.LanguageConnectionContext;
import org.apache.derby.iapi.sql.dictionary.ConglomerateDescriptor;
import org.apache.derby.iapi.sql.dictionary.TableDescriptor;
import org.apache.derby.shared.common.error.StandardException;

/** A table whose rows can be written below SQL, because it has nothing that only a statement would see to: no trigger, no constraint but its
 * key, no default, no unusual type or index.
 *
 * @param descriptor as the engine describes it
 */
record PlainTable(TableDescriptor descriptor) {

    private static final Set<Integer> KNOWN_TYPES = Set.of(Types.BINARY, Types.VARBINARY, Types.BIGINT, Types.INTEGER, Types.BOOLEAN, Types.DECIMAL,
            Types.DATE, Types.VARCHAR, Types.CHAR);

    /** The table of a name, as statements write it without quotes; empty where only statements may write its rows. */
    static Optional<PlainTable> of(final LanguageConnectionContext session, final String name) throws StandardException {
        final var dictionary = session.getDataDictionary();
        final int reading = dictionary.startReading(session);
        try {
            final var transaction = session.getTransactionExecute();
            final var schema = dictionary.getSchemaDescriptor(session.getCurrentSchemaName(), transaction, true);
            final var table = new PlainTable(dictionary.getTableDescriptor(name.toUpperCase(Locale.ROOT), schema, transaction));
            return table.isPlain(session) ? Optional.of(table) : Optional.empty();
        } finally {
            dictionary.doneReading(reading, session);
        }
    }

    private boolean isPlain(final LanguageConnectionContext session) throws StandardException {
        final var dictionary = session.getDataDictionary();
        for (final var column : descriptor.getColumnDescriptorList()) {
            if (!KNOWN_TYPES.contains(column.getType().getJDBCTypeId()) || column.hasGenerationClause() || column.isAutoincrement()
                    || column.getDefaultInfo() != null) {
                return false;
            }
        }
        for (final var index : indexes()) {
            final var shape = index.getIndexDescriptor();
            if (shape.isUniqueWithDuplicateNulls() || shape.hasDeferrableChecking()) {
                return false;
            }
        }
        return descriptor.getTableType() == TableDescriptor.BASE_TABLE_TYPE && dictionary.getTriggerDescriptors(descriptor).isEmpty()
                && dictionary.getConstraintDescriptors(descriptor).size() == (descriptor.getPrimaryKey() == null ? 0 : 1);
    }

    /** Indexes on the same columns may be one in the store. */
    List<ConglomerateDescriptor> indexes() {
        final Map<Long, ConglomerateDescriptor> found = new LinkedHashMap<>();
        for (final var conglomerate : descriptor.getConglomerateDescriptors()) {
            if (conglomerate.isIndex()) {
                found.putIfAbsent(conglomerate.getConglomerateNumber(), conglomerate);
            }
        }
        return List.copyOf(found.values());
    }

    /** The places of some columns in a row, from 0. */
    int[] places(final List<String> columns) {
        return columns.stream().mapToInt(column -> descriptor.getColumnDescriptor(column.toUpperCase(Locale.ROOT)).getPosition() - 1).toArray();
    }
}
