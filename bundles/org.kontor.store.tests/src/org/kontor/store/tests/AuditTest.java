// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.kontor.core.progress.Progress;
import org.kontor.store.Finding;
import org.kontor.store.Store;

/** Whoever changes the database by hand is found out. */
class AuditTest {

    @Test
    void anUntouchedStoreVerifies() throws Exception {
        try (var fixture = filled(); var store = fixture.open()) {
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        assertFirstBroken("7", "UPDATE CHANGE_SET SET user_name = 'wang' WHERE sequence_number = 7");
    }

    @Test
    void anEditedChangeIsNamed() throws Exception {
        assertFirstBroken("5", "UPDATE RECORD_CHANGE SET record_type = 'Contact' WHERE sequence_number = 5");
    }

    @Test
    void aRemovedEntryIsNamed() throws Exception {
        assertFirstBroken("4", "DELETE FROM CHANGE_SET WHERE sequence_number = 4");
    }

    @Test
    void reorderedEntriesAreNamed() throws Exception {
        assertFirstBroken("3", "UPDATE CHANGE_SET SET sequence_number = 1003 WHERE sequence_number = 3",
                "UPDATE CHANGE_SET SET sequence_number = 3 WHERE sequence_number = 4", "UPDATE CHANGE_SET SET sequence_number = 4 WHERE sequence_number = 1003");
    }

    private static void assertFirstBroken(final String entry, final String... tampering) throws Exception {
        try (var fixture = filled()) {
            tamper(fixture, tampering);
            try (var store = fixture.open()) {
                final var found = chain(store);
                assertEquals(1, found.size());
                assertEquals(entry, found.getFirst().where());
            }
        }
    }

    @Test
    void aCutOffEndDoesNotEvenOpen() throws Exception {
        try (var fixture = filled()) {
            tamper(fixture, "DELETE FROM RECORD_CHANGE WHERE sequence_number > 8", "DELETE FROM CHANGE_SET WHERE sequence_number > 8");
            assertEquals("store.lost-tail", Fixture.codeOf(() -> fixture.open().close()));
        }
    }

    @Test
    void aReferenceToNothingIsNamed() throws Exception {
        try (var fixture = new Fixture()) {
            try (var store = fixture.open()) {
                final var stage = Fixture.stage(store);
                final var account = Fixture.account(store, "Acme");
                Fixture.edit(store, "Deal", writer -> writer.add(Fixture.opportunity("Deal", account, stage)));
            }
            tamper(fixture, "DELETE FROM ACCOUNT");
            try (var store = fixture.open()) {
                final var found = store.verify(Progress.NONE);
                assertTrue(found.stream().anyMatch(finding -> "references".equals(finding.check()) && "OPPORTUNITY".equals(finding.where())), found::toString);
                assertFalse(found.stream().anyMatch(finding -> "chain".equals(finding.check())));
            }
        }
    }

    private static List<Finding> chain(final Store store) {
        return store.verify(Progress.NONE).stream().filter(finding -> "chain".equals(finding.check())).toList();
    }

    private static Fixture filled() {
        final var fixture = new Fixture();
        try (var store = fixture.open()) {
            for (int i = 0; i < 10; i++) {
                Fixture.account(store, "A" + i);
            }
        }
        return fixture;
    }

    private static void tamper(final Fixture fixture, final String... statements) throws SQLException {
        try (var database = fixture.database(); var connection = database.dataSource().getConnection()) {
            for (final var sql : statements) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.executeUpdate();
                }
            }
        }
    }
}
