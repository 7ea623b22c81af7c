// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kontor.model.Account;
import org.kontor.model.AccountType;
import org.kontor.model.ActivityKind;
import org.kontor.model.LifecycleStage;
import org.kontor.model.StoredRecord;
import org.kontor.testkit.Samples;

/** What a service manager asks of complaints, on the screen: what they are about, in two languages, and what goes with what. */
class ComplaintsTest {

    private static final List<String> BILLING = List.of("The invoice is wrong. Please send a new invoice.", "发票金额错误，请重新开具发票。");
    private static final List<String> MACHINE = List.of("The machine stopped. The motor is broken.", "机器停了，电机坏了。");

    private final AnalyticsFixture fixture = new AnalyticsFixture();
    private final Guided guide = new Guided(fixture);

    @AfterEach
    void close() {
        fixture.forgetViews();
        fixture.close();
    }

    /** Sixty complaints: about invoices in meetings, about machines by telephone. */
    private void complain() {
        final var meeting = Samples.status("Activity.MEETING", "open-here", "Open", 1);
        final var call = Samples.status("Activity.CALL", "open-here", "Open", 1);
        fixture.store.add(meeting, call);
        final var complaints = new ArrayList<StoredRecord>();
        for (int index = 0; index < 60; index++) {
            final boolean billing = index % 4 < 2;
            final var complaint = Samples.activity(billing ? ActivityKind.MEETING : ActivityKind.CALL, "Complaint " + index,
                    billing ? meeting : call, fixture.accounts.get(index % 12));
            complaint.setDescription(index + ": " + (billing ? BILLING : MACHINE).get(index % 2));
            complaints.add(complaint);
        }
        fixture.store.add(complaints.toArray(StoredRecord[]::new));
    }

    private Guided texts(final String method) {
        return guide.rows("Table: Activities").method(method).role("description", "text");
    }

    @Test
    void whatComplaintsAreAboutIsSaidInBothLanguagesWithTheirSources() {
        complain();
        texts("Keywords").run();
        guide.charts("weights");
        final var words = guide.table("keywords", 50).stream().map(row -> row.get(0)).toList();
        assertTrue(words.containsAll(List.of("invoice", "发票")), words.toString());
        final var sources = guide.table("texts", 60);
        assertEquals(60, sources.size());
        assertTrue(sources.stream().anyMatch(row -> row.get(0).startsWith("Complaint ") && row.get(1).contains("发票")), "each word leads to its message: " + sources.getFirst());
        texts("Summary").setting("length", "1").run();
        final var summaries = guide.table("summaries", 60).stream().map(row -> row.get(1)).distinct().toList();
        assertTrue(summaries.stream().anyMatch(line -> line.contains("invoice")) && summaries.stream().anyMatch(line -> line.contains("发票")), summaries.toString());
    }

    @Test
    void complaintsAreSortedIntoClasses() {
        complain();
        texts("Text classification").role("kind", "target").run();
        assertEquals("1", guide.metric("better-than-baseline"));
        final var classes = guide.table("predictions", 60);
        assertTrue(classes.stream().allMatch(row -> row.get(0).startsWith("Complaint ")), "messages, not identifiers: " + classes.getFirst());
        assertTrue(classes.stream().flatMap(List::stream).noneMatch("CALL"::equals), "kinds as people call them: " + classes.getFirst());
    }

    @Test
    void whatGoesWithWhatIsTestedAgainstChance() {
        final var accounts = new ArrayList<Account>();
        for (final var cell : List.of(new int[] {0, 0, 10}, new int[] {0, 1, 20}, new int[] {1, 0, 30}, new int[] {1, 1, 40})) {
            for (int count = 0; count < cell[2]; count++) {
                final var account = Samples.account("Cell " + accounts.size());
                account.setType(cell[0] == 0 ? AccountType.CUSTOMER : AccountType.PARTNER);
                account.setLifecycleStage(cell[1] == 0 ? LifecycleStage.LOYAL : LifecycleStage.LOST);
                accounts.add(account);
            }
        }
        fixture.store.add(accounts.toArray(Account[]::new));
        guide.rows("Table: Accounts").known("Lifecycle stage").method("Chi-square test");
        guide.role("type", "feature").role("lifecycleStage", "target").setting("level", "0.05");
        fixture.ui.click("guide.parameter.yates");
        guide.run();
        assertEquals(List.of("1", "100"), List.of(guide.metric("degrees-of-freedom"), guide.metric("total")));
        assertEquals("0.7937", guide.metric("chi-square"), "without Yates's correction");
        assertEquals(4, fixture.ui.find(Table.class, "result.table.cells").getItemCount());
        assertTrue(guide.table("cells", 4).stream().flatMap(List::stream).anyMatch("Loyal"::equals), guide.table("cells", 4).toString());
        assertEquals("0.3730", guide.metric("p-value"));
    }
}
