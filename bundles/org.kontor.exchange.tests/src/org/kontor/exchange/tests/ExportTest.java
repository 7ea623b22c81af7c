// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.CsvExport;
import org.kontor.exchange.Separator;
import org.kontor.model.Account;
import org.kontor.model.AccountType;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.StoredRecord;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

class ExportTest {

    private static final int RECORDS = 2_000;

    private final Workplace place = new Workplace();

    @AfterEach
    void close() {
        place.close();
    }

    /**
     * Texts that are hard on a table: quotes, separators, line ends, formulas, apostrophes, characters of four bytes, blanks at the edges.
     */
    private static String text(final Random random, final int most) {
        final var parts = new String[] {"\"", ",", ";", "\n", "\r\n", "=", "+", "-", "@", "'", "\t", "＝", "𠀀", "😀", "é", "中", " ", "\u00A0",
                "a", "B", "7", "|", "\\", "|"};
        final var text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            final var part = parts[random.nextInt(parts.length)];
            if (text.length() + part.length() < most) {
                text.append(part);
            }
        }
        return text.toString().isBlank() || text.toString().replace("\u00A0", " ").isBlank() ? "x" + text : text.toString();
    }

    private static void fill(final StoredRecord record, final Random random, final int number) {
        for (final var field : Catalogue.standard().type(record.getClass().getSimpleName()).fields()) {
            if (!field.system() && (field.required() || field.kind() == FieldKind.CURRENCY || random.nextInt(3) > 0)) {
                final Object value = value(field, random, number);
                if (value != null) {
                    field.set(record, value);
                }
            }
        }
    }

    private static Object value(final Field field, final Random random, final int number) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> field.name().equals("externalId") ? "N" + number : text(random, field.maxLength());
            case EMAIL -> "p" + number + "@example.com";
            case PHONE -> "+49 30 " + (1000 + number);
            case URL -> "https://example.com/" + number + "?a=b,c";
            case CURRENCY -> "EUR";
            case INTEGER -> field.javaType() == Long.class ? (Object) random.nextLong() : (Object) random.nextInt();
            case DECIMAL, MONEY -> BigDecimal.valueOf(random.nextInt(), random.nextInt(5));
            case PERCENT -> BigDecimal.valueOf(random.nextInt(100));
            case DATE -> LocalDate.of(1990 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case BOOLEAN -> random.nextBoolean();
            case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
            case INSTANT, REFERENCE, ID -> null;
        };
    }

    private static List<String> own(final Class<? extends StoredRecord> type) {
        return Catalogue.standard().type(type).fields().stream().filter(field -> !field.system() && field.kind() != FieldKind.REFERENCE)
                .map(Field::name).toList();
    }

    @Test
    void everyRecordComesBack() throws IOException {
        for (final boolean mark : new boolean[] {false, true}) {
            comesBack(Account.class, "accounts", mark ? Separator.SEMICOLON : Separator.COMMA, mark);
            comesBack(Contact.class, "contacts", mark ? Separator.TAB : Separator.COMMA, mark);
        }
    }

    private <T extends StoredRecord> void comesBack(final Class<T> type, final String kind, final Separator separator, final boolean mark) {
        final var random = new Random(type.hashCode() == 0 ? 1 : 17);
        final var written = place.store().write(Intent.of(Cause.EDIT, "Records"), writer -> {
            for (int i = 0; i < RECORDS; i++) {
                final var record = Catalogue.standard().type(type).create();
                fill(record, random, i);
                writer.add(record);
            }
        });
        final var paths = new java.util.ArrayList<>(own(type));
        final var query = Query.of(type).orderBy("externalId", true).orderBy("id", true);
        final var file = place.folder().resolve(kind + mark + ".csv");
        final var format = new CsvExport.Format(mark, separator, List.of());
        assertEquals(RECORDS, new CsvExport(place.store()).write(query, paths, file, format, Progress.NONE));
        final List<Object[]> before = place.store().read(session -> session.rows(query, paths));
        try (var other = new Workplace()) {
            final var draft = other.imports().inspect(file, kind);
            for (final var column : draft.columns()) {
                if (draft.target(column.index()).isEmpty()) {
                    draft.map(column.index(), column.name());
                }
                draft.dates(column.index(), org.kontor.exchange.DateStyle.ISO);
                draft.numbers(column.index(), org.kontor.exchange.NumberStyle.POINT);
            }
            draft.choices().key = java.util.Optional.empty();
            final var report = other.run(draft).report();
            assertEquals(RECORDS, report.created(), report.problems().stream().limit(5).toList().toString());
            final List<Object[]> after = other.store().read(session -> session.rows(query, paths));
            compare(before, after, paths);
        }
        place.undo(written.changeSet().operation());
    }

    private static void compare(final List<Object[]> before, final List<Object[]> after, final List<String> paths) {
        final java.util.Comparator<Object[]> byContent = java.util.Comparator.comparing(row -> java.util.Arrays.stream(row)
                .map(String::valueOf).toList().toString());
        final var expected = before.stream().sorted(byContent).toList();
        final var actual = after.stream().sorted(byContent).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i), paths.toString());
        }
    }

    @Test
    void writesNoFormulaThatASpreadsheetWouldRun() throws IOException {
        place.store().write(Intent.of(Cause.EDIT, "Accounts"), writer -> {
            for (final var name : List.of("=1+1", "@SUM(A1)", "＝1", "+x", "-y")) {
                final var account = new Account();
                account.setName(name);
                account.setPhone("+49 30 12345");
                account.setType(AccountType.CUSTOMER);
                account.setAnnualRevenue(new BigDecimal("-5"));
                writer.add(account);
            }
        });
        final var file = place.folder().resolve("guarded.csv");
        new CsvExport(place.store()).write(Query.of(Account.class), List.of("name", "phone", "annualRevenue", "type"), file,
                CsvExport.Format.PLAIN, Progress.NONE);
        final var lines = Files.readAllLines(file);
        assertEquals(6, lines.size());
        for (final var line : lines.subList(1, 6)) {
            assertTrue(line.startsWith("'"), line);
            assertTrue(line.endsWith(",+49 30 12345,-5,CUSTOMER"), line);
        }
    }

    @Test
    void namesReferencesByWhatTheyAreCalled() throws IOException {
        place.run(place.draft("accounts", "name,parent account\nParent,\nChild,Parent\n"));
        final var file = place.folder().resolve("all.csv");
        final var paths = CsvExport.paths(Catalogue.standard().type(Account.class));
        assertTrue(paths.contains("parent.name") && paths.contains("owner.displayName"), paths.toString());
        new CsvExport(place.store()).write(Query.of(Account.class).orderBy("name", true), paths, file, CsvExport.Format.PLAIN,
                Progress.NONE);
        try (var other = new Workplace()) {
            assertEquals(2, other.run(other.imports().inspect(file, "accounts")).report().created());
            assertEquals("Parent", other.store().read(session -> session.rows(Query.of(Account.class).where(Filter.equal("name", "Child")),
                    List.of("parent.name"))).get(0)[0]);
        }
    }

    @Test
    void leavesTheOldFileWhereItCannotFinish() throws IOException {
        place.run(place.draft("accounts", "name\nAcme\n"));
        final var file = Files.writeString(place.folder().resolve("old.csv"), "old");
        final var cancelled = new Progress() {
            @Override
            public void begin(final String task, final long total) {
                // nobody watches
            }

            @Override
            public void worked(final long amount) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> new CsvExport(place.store()).write(Query.of(Account.class), List.of("name"), file, CsvExport.Format.PLAIN,
                cancelled));
        assertEquals("old", Files.readString(file));
        final var nowhere = place.folder().resolve("none").resolve("x.csv");
        assertEquals("export.absent", assertThrows(ProblemException.class,
                () -> new CsvExport(place.store()).write(Query.of(Account.class), List.of("name"), nowhere, CsvExport.Format.PLAIN,
                Progress.NONE)).problem().code());
        try (var files = Files.list(place.folder())) {
            assertFalse(files.anyMatch(each -> each.getFileName().toString().endsWith(".part")));
        }
    }
}
