// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.core.progress.Progress;
import org.kontor.exchange.BadValueChoice;
import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.DuplicateChoice;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.ReportExport;
import org.kontor.exchange.RowDecision;
import org.kontor.exchange.Severity;
import org.kontor.exchange.UnknownChoice;
import org.kontor.model.Account;
import org.kontor.model.Activity;
import org.kontor.model.ActivityKind;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.Product;
import org.kontor.model.StageHistory;
import org.kontor.model.User;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

class ImportRunTest {

    private final Workplace place = new Workplace();

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void updatesWhatTheKeyNamesAndNeverBlanks() {
        place.run(place.draft("accounts", "customer number,name,city,phone\n1,Acme,Berlin,030 123456\n2,Beta,Paris,01 123456\n"));
        final var before = place.contentHash();
        final var draft = place.draft("accounts", "customer number,name,city,phone\n1,Acme AG,,030 999999\n2,Beta,Paris,\n3,Gamma,Rome,\n");
        final var dry = draft.check(place.store(), Progress.NONE).report();
        final var result = place.run(draft);
        assertEquals(1, result.report().created());
        assertEquals(1, result.report().updated());
        assertEquals(1, result.report().unchanged());
        assertEquals(List.of(dry.created(), dry.updated(), dry.unchanged()), List.of(1L, 1L, 1L));
        assertArrayEquals(new Object[] {"Acme AG", "Berlin", "030 999999"},
                place.rows(Account.class, "externalId", "name", "billingCity", "phone").get(0));
        place.undo(result.operation().orElseThrow());
        assertEquals(before, place.contentHash());
    }

    @Test
    void blanksOnlyWhenAsked() {
        place.run(place.draft("accounts", "customer number,name,city\n1,Acme,Berlin\n"));
        final var draft = place.draft("accounts", "customer number,name,city\n1,Acme,\n");
        draft.choices().blankOverwrites = true;
        assertEquals(1, place.run(draft).report().updated());
        assertEquals(null, place.rows(Account.class, "externalId", "billingCity").get(0)[0]);
    }

    @Test
    void createsOrUpdatesOnlyWhereAsked() {
        place.run(place.draft("products", "sku,product,price\nA,Anvil,5\n"));
        final var createOnly = place.draft("products", "sku,product,price\nA,Anvil,6\nB,Bolt,1\n");
        createOnly.choices().mode = ImportMode.CREATE_ONLY;
        final var created = place.run(createOnly).report();
        assertEquals(List.of(1L, 1L), List.of(created.created(), created.skipped()));
        final var updateOnly = place.draft("products", "sku,product,price\nA,Anvil,7\nC,Cog,1\n");
        updateOnly.choices().mode = ImportMode.UPDATE_ONLY;
        final var updated = place.run(updateOnly).report();
        assertEquals(List.of(1L, 1L), List.of(updated.updated(), updated.skipped()));
        assertEquals(2, place.count(Product.class));
    }

    @Test
    void listsEachProblemByRow() {
        final var draft = place.draft("leads", "last name,company,email,amount,rating\nLi,A,li@example.com,5,hot\n,B,b@example.com,5,\nWu,C,not mail,5,\nMa,D,,five,\nXu,E,,5,wram\n");
        final var report = draft.check(place.store(), Progress.NONE).report();
        assertEquals(List.of("missing", "email.bad", "number.bad", "choice.bad"), report.problems().stream().map(problem -> problem.code())
                .toList());
        assertEquals(List.of(2L, 3L, 4L, 5L), report.problems().stream().map(problem -> problem.row()).toList());
        assertEquals(List.of(3L, 4L, 5L, 6L), report.problems().stream().map(problem -> problem.line()).toList());
        assertEquals("email", report.problems().get(1).column());
        assertEquals("not mail", report.problems().get(1).value());
        assertEquals("WARM", report.problems().get(3).suggestion().toUpperCase(java.util.Locale.ROOT));
        assertEquals(0, place.count(Lead.class));
    }

    @Test
    void importsATradeFairList() {
        final var text = new StringBuilder("First name,Last name,Company,E-mail,Birthday\n");
        for (int i = 1; i <= 120; i++) {
            final int person = i > 111 ? i - 111 : i;
            text.append("First").append(person).append(",Last").append(person).append(",Company").append(person).append(",p").append(person)
                    .append("@example.com,")
                    .append(i == 20 || i == 40 || i == 60 ? "1990-02-30" : "1990-02-" + (10 + person % 10)).append('\n');
        }
        final var draft = place.draft("contacts", text.toString());
        draft.map(2, null);
        final var dry = draft.check(place.store(), Progress.NONE).report();
        assertEquals(12, dry.errors() + dry.warnings(), dry.problemCounts().toString());
        assertEquals(3L, dry.problemCounts().get("date.bad"));
        dry.problems().stream().filter(problem -> problem.code().equals("date.bad")).forEach(problem -> {
            assertEquals("1990-02-28", problem.suggestion());
            draft.choices().fixes().computeIfAbsent(problem.row(), row -> new java.util.HashMap<>()).put(4, problem.suggestion());
        });
        for (long row = 112; row <= 115; row++) {
            draft.choices().rows().put(row, RowDecision.SKIP);
        }
        final var report = place.run(draft).report();
        Workplace.addsUp(report);
        assertEquals(List.of(111L, 4L, 0L), List.of(report.created(), report.skipped(), report.refused()));
        assertEquals(5L, report.problemCounts().get("duplicate"));
        assertEquals(111, place.count(Contact.class));
    }

    @Test
    void leavesBadValuesEmptyWhereAsked() {
        final var draft = place.draft("contacts", "last name,birthday\nLi,1990-02-30\nWu,1990-02-10\n");
        draft.choices().badValues = BadValueChoice.LEAVE_EMPTY;
        final var report = place.run(draft).report();
        assertEquals(2, report.created());
        assertEquals(1, report.warnings());
        assertEquals(List.of(Optional.empty(), Optional.of(LocalDate.of(1990, 2, 10))),
                place.rows(Contact.class, "lastName", "birthDate").stream().map(row -> Optional.ofNullable(row[0])).toList());
    }

    @Test
    void resolvesReferencesByTheChoiceForEachColumn() {
        place.run(place.draft("accounts", "name\nAcme\n"));
        final var text = "last name,account,owner\nLi,acme,\nWu,Acmee,\nMa,Other,Nobody\nXu,,\n";
        final var refusing = place.draft("contacts", text).check(place.store(), Progress.NONE).report();
        assertEquals(2, refusing.refused());
        assertEquals("Acme", refusing.problems().get(0).suggestion());
        assertEquals(Map.of("account", 1L, "owner", 3L), refusing.blanks());
        final var draft = place.draft("contacts", text);
        draft.choices().unknown().put("account", UnknownChoice.CREATE);
        draft.choices().unknown().put("owner", UnknownChoice.LEAVE_EMPTY);
        draft.choices().replace("account", "Acmee", "Acme");
        draft.choices().blank().put("account", BlankChoice.REFUSE);
        final var report = place.run(draft).report();
        assertEquals(List.of(3L, 1L), List.of(report.created(), report.refused()));
        assertEquals(2, place.count(Account.class));
        assertEquals(0, place.count(User.class));
        assertEquals(List.of("Acme", "Other", "Acme"), place.rows(Contact.class, "lastName", "account.name").stream().map(row -> row[0])
                .toList());
    }

    @Test
    void resolvesSingleValuesByAChoiceOfTheirOwn() {
        place.run(place.draft("accounts", "name\nAcme\n"));
        final var draft = place.draft("contacts", "last name,account\nLi,acme\nWu,New\nMa,Gone\nXu,Other\n");
        draft.choices().unknownValues().put("account", new TreeMap<>(Map.of("New", UnknownChoice.CREATE, "Gone", UnknownChoice.LEAVE_EMPTY)));
        final var again = place.draft("contacts", "last name,account\nLi,acme\nWu,New\nMa,Gone\nXu,Other\n");
        again.load(draft.toJson());
        assertEquals(draft.choices().unknownValues(), again.choices().unknownValues());
        final var report = place.run(again).report();
        assertEquals(List.of(3L, 1L), List.of(report.created(), report.refused()));
        assertEquals("Other", report.problems().stream().filter(each -> each.severity() == Severity.ERROR).findFirst().orElseThrow().value());
        assertEquals(2, place.count(Account.class));
    }

    @Test
    void writesRefusedRowsSoThatTheyCanBeImportedOnceTheyAreRight() throws IOException {
        final var draft = place.draft("contacts", "last name,note,birthday\nLi,\"a, b\",1990-02-10\nHe,,1990-02-11\nWu,=1+1,1990-02-31\n\nMa,,1991-01-32\n");
        final var report = draft.check(place.store(), Progress.NONE).report();
        final var file = place.folder().resolve("refused.csv");
        assertEquals(2, ReportExport.refusedRows(draft, report, file, Progress.NONE));
        final var lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertEquals("\uFEFFlast name,note,birthday,Problem", lines.get(0));
        assertTrue(lines.get(1).startsWith("Wu,'=1+1,1990-02-31,\"birthday: ") || lines.get(1).startsWith("Wu,'=1+1,1990-02-31,birthday: "), lines.get(1));
        Files.writeString(file, Files.readString(file).replace("02-31", "02-28").replace("01-32", "01-31"));
        final var corrected = place.imports().inspect(file, "contacts").check(place.store(), Progress.NONE).report();
        assertEquals(List.of(2L, 0L), List.of(corrected.created(), corrected.refused()));
        ReportExport.problems(report.problems(), file);
        assertEquals(1 + report.problems().size(), Files.readAllLines(file).size());
    }

    @Test
    void refusesNamesThatSeveralRecordsHave() {
        final var twins = place.draft("accounts", "name,city\nTwin,Rome\nTwin,Oslo\n");
        twins.choices().key = Optional.empty();
        assertEquals(2, place.run(twins).report().created());
        final var report = place.draft("contacts", "last name,account\nLi,Twin\n").check(place.store(), Progress.NONE).report();
        assertEquals(1L, report.problemCounts().get("reference.ambiguous"));
    }

    @Test
    void findsParentsThatComeLater() {
        final var result = place.run(place.draft("accounts",
                "name,parent account\nChild,Parent\nGrandchild,Child\nParent,\nOrphan,Nobody\n"));
        assertEquals(List.of(3L, 1L), List.of(result.report().created(), result.report().refused()));
        assertEquals(List.of(Optional.of("Parent"), Optional.of("Child"), Optional.empty()),
                place.rows(Account.class, "name", "name", "parent.name").stream().map(row -> Optional.ofNullable(row[1])).toList());
        place.undo(result.operation().orElseThrow());
        assertEquals(0, place.count(Account.class));
    }

    @Test
    void joinsLinesOfOneOrder() {
        place.run(place.draft("products", "sku,product\nA,Anvil\nB,Bolt\n"));
        final var draft = place.draft("orders", "order number,customer,date,product,quantity,unit price\n7,C-1,2024-01-31,A,2,10\n8,C-2,2024-02-01,B,1,3.5\n7,C-1,2024-01-31,B,4,0.25\n");
        final var result = place.run(draft);
        assertEquals(3, result.report().created());
        assertEquals(Map.of("Order", 2L, "OrderItem", 3L, "Account", 2L), result.report().records());
        final var orders = place.rows(Order.class, "number", "number", "total", "quantity", "baseTotal", "status.code",
                "account.externalId", "account.name");
        assertEquals(0, new BigDecimal("21").compareTo((BigDecimal) orders.get(0)[1]));
        assertEquals(0, new BigDecimal("6").compareTo((BigDecimal) orders.get(0)[2]));
        assertEquals(0, new BigDecimal("21").compareTo((BigDecimal) orders.get(0)[3]));
        assertEquals("fulfilled", orders.get(0)[4]);
        assertEquals("C-1", orders.get(0)[5]);
        assertEquals(3, place.count(OrderItem.class));
        final var later = place.run(place.draft("orders",
                "order number,customer,date,product,quantity,unit price\n7,C-1,2024-01-31,A,2,10\n")).report();
        assertEquals(1, later.skipped());
        assertEquals(1L, later.problemCounts().get("match.left"));
    }

    @Test
    void joinsLinesAcrossBatches() {
        final var text = new StringBuilder("order number,customer,date,unit price\n");
        for (int i = 0; i < 9_000; i++) {
            text.append(i % 3_000).append(",C").append(i % 500).append(",2024-01-31,1\n");
        }
        final var result = place.run(place.draft("orders", text.toString()));
        assertEquals(9_000, result.report().created());
        assertEquals(3_000, place.count(Order.class));
        assertEquals(9_000, place.count(OrderItem.class));
        assertTrue(place.rows(Order.class, "number", "total").stream()
                .allMatch(row -> new BigDecimal("3").compareTo((BigDecimal) row[0]) == 0));
    }

    @Test
    void keepsOrSkipsExactDuplicates() {
        final var text = "customer,date,value\nA,2024-01-01,5\nA,2024-01-01,5\nA,2024-01-01,5\n";
        final var keeping = place.run(place.draft("orders", text));
        assertEquals(3, keeping.report().created());
        assertEquals(2, keeping.report().warnings());
        place.undo(keeping.operation().orElseThrow());
        final var draft = place.draft("orders", text);
        draft.choices().duplicates = DuplicateChoice.SKIP;
        final var report = place.run(draft).report();
        assertEquals(List.of(1L, 2L), List.of(report.created(), report.skipped()));
        assertTrue(report.problems().get(0).message().contains("1"), report.problems().get(0).message());
    }

    @Test
    void movesOpportunitiesThroughStages() {
        place.run(place.draft("opportunities", "id,name,stage,amount,close date\n1,Deal,Proposal,100,2024-05-01\n"));
        final var draft = place.draft("opportunities", "id,stage,amount\n1,Closed Won,120\n");
        final var report = place.run(draft).report();
        assertEquals(1, report.updated());
        final var deal = place.rows(Opportunity.class, "name", "name", "stage.code", "probability", "baseAmount", "stageSince").get(0);
        assertEquals("closedWon", deal[1]);
        assertEquals(0, new BigDecimal("100").compareTo((BigDecimal) deal[2]));
        assertEquals(0, new BigDecimal("120").compareTo((BigDecimal) deal[3]));
        assertEquals(List.of(Optional.empty(), Optional.of("proposal")), place.rows(StageHistory.class, "createdAt", "fromStage.code")
                .stream()
                .map(row -> Optional.ofNullable(row[0])).toList());
    }

    @Test
    void placesOpportunitiesWithoutAStageInTheFirst() {
        assertEquals(1, place.run(place.draft("opportunities", "id,account,product\n1,,\n")).report().created());
        final var deal = place.rows(Opportunity.class, "name", "name", "stage.code").get(0);
        assertArrayEquals(new Object[] {"1", "prospecting"}, deal);
    }

    @Test
    void makesAPipelineFromChineseStages() {
        final var report = place.run(place.draft("opportunities", "商机名称,阶段,金额\n甲,潜在,1\n乙,赢单,2\n丙,输单,3\n丁,报价,4\n")).report();
        assertEquals(4, report.created());
        final var stages = place.store().read(session -> session.rows(Query.of(org.kontor.model.Stage.class)
                .where(new Filter.Missing("code")).orderBy("position", true), List.of("name", "closed", "won")));
        assertEquals(List.of("潜在", "报价", "赢单", "输单"), stages.stream().map(stage -> stage[0]).toList());
        assertEquals(List.of(false, false, true, true), stages.stream().map(stage -> stage[1]).toList());
    }

    @Test
    void importsActivitiesWithTheStatusOfTheirKind() {
        place.run(place.draft("accounts", "name\nAcme\n"));
        final var report = place.run(place.draft("activities",
                "type,subject,status,start,account\nCall,Ring,Held,2024-01-31 09:30,Acme\nTask,Write,,,\nMeeting,Meet,Completed,,\n"))
                .report();
        assertEquals(List.of(2L, 1L), List.of(report.created(), report.refused()));
        final var rows = place.rows(Activity.class, "subject", "kind", "status.code");
        assertArrayEquals(new Object[] {ActivityKind.CALL, "held"}, rows.get(0));
        assertArrayEquals(new Object[] {ActivityKind.TASK, "notStarted"}, rows.get(1));
    }

    @Test
    void splitsFullNames() {
        place.run(place.draft("contacts", "姓名,邮箱\n张伟,a@example.com\n欧阳娜娜,b@example.com\nAda Lovelace,c@example.com\n\"Hopper, Grace\",d@example.com\n"));
        assertEquals(List.of("伟 张", "娜娜 欧阳", "Ada Lovelace", "Grace Hopper"),
                place.rows(Contact.class, "email", "firstName", "lastName").stream().map(row -> row[0] + " " + row[1]).toList());
    }

    @Test
    void takesTheCurrencyFromASign() {
        place.run(place.draft("opportunities", "id,name,amount\n1,A,€1200\n2,B,1300\n"));
        assertEquals(List.of("EUR", "USD"), place.rows(Opportunity.class, "externalId", "currency").stream().map(row -> row[0]).toList());
    }

    @Test
    void boundsTheListOfProblems() {
        final var report = place.draft("products", "product,price\n" + "x,y\n".repeat(15_000)).check(place.store(), Progress.NONE).report();
        assertEquals(15_000, report.refused());
        assertEquals(10_000, report.problems().size());
        assertEquals(15_000L, report.problemCounts().get("number.bad"));
    }

    @Test
    void keepsMappingsInTheStore() {
        final var draft = place.draft("accounts", "a,b\nAcme,Berlin\n");
        draft.map(0, "name");
        draft.save(place.store(), "Mine");
        draft.map(1, "billingCity");
        draft.save(place.store(), "Mine");
        final var saved = place.imports().mappings(place.store(), "accounts");
        assertEquals(1, saved.size());
        final var other = place.draft("accounts", "a,b\nBeta,Rome\n");
        other.load(saved.get(0).definition());
        assertEquals(Optional.of("billingCity"), other.target(1));
    }

    @Test
    void saysTheSameAsJson() {
        final var json = place.draft("accounts", "name,phone\nAcme,x\n").check(place.store(), Progress.NONE).toJson();
        assertTrue(json.contains("\"refused\":1") && json.contains("\"code\":\"phone.bad\""), json);
        assertFalse(json.contains("\n"));
    }

    @Test
    void dryRunSaysWhatTheRunDoes() {
        final var random = new Random(99);
        place.run(place.draft("accounts", "customer number,name,phone,city\n1,Acme,030 12345,Berlin\n2,Beta,030 22345,Rome\n3,Gamma,,\n"));
        for (int n = 0; n < 60; n++) {
            final var text = new StringBuilder("customer number,name,phone,city,parent account,revenue\n");
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(random.nextInt(4) == 0 ? "" : random.nextInt(12)).append(',')
                        .append(pick(random, "Acme", "Beta", "Delta", "", "Eps " + n))
                        .append(',').append(pick(random, "030 12345", "", "bad", "040 7777")).append(',')
                        .append(pick(random, "Berlin", "", "Oslo"))
                        .append(',').append(pick(random, "Acme", "Delta", "", "", "Nobody")).append(',')
                        .append(pick(random, "5", "1,5", "-", "")).append('\n');
            }
            final var draft = place.draft("accounts", text.toString());
            draft.choices().mode = pick(random, ImportMode.values());
            draft.choices().duplicates = pick(random, DuplicateChoice.values());
            draft.choices().badValues = pick(random, BadValueChoice.values());
            draft.choices().blankOverwrites = random.nextInt(4) == 0;
            draft.choices().unknown().put("parent", pick(random, UnknownChoice.values()));
            if (draft.choices().mode != ImportMode.UPDATE_ONLY && random.nextInt(4) == 0) {
                draft.choices().key = Optional.empty();
            }
            final var before = place.contentHash();
            final var dry = draft.check(place.store(), Progress.NONE).report();
            assertEquals(before, place.contentHash());
            final var result = place.run(draft);
            Workplace.addsUp(result.report());
            assertEquals(dry, result.report(), text.toString());
            assertEquals(dry.refused() > 0, dry.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR));
            result.operation().ifPresent(place::undo);
            assertEquals(before, place.contentHash());
        }
    }

    @SafeVarargs
    private static <T> T pick(final Random random, final T... values) {
        return values[random.nextInt(values.length)];
    }
}
