// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonElement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports as a script does them. */
class ImportCommandTest {

    private static final String ACCOUNTS = """
            account,sector,year_established,revenue,employees,office_location
            Acme Corporation,technolgy,1996,1100.04,2822,Philipines
            Betasoloin,medical,1999,251.41,495,
            Cancity,retail,2001,718.62,2448,
            """;
    private static final String DEALS = """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
            1C1I7A6R,Moses Frase,GTX Plus Basic,Cancity,Won,2016-10-20,2017-03-01,1054
            Z063OYW0,Darcel Schlecht,GTXPro,Betasoloin,Won,2016-10-25,2017-03-11,4514
            EC4QE1BX,Darcel Schlecht,GTX Pro,,Engaging,2016-10-25,,
            """;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        shell.write("accounts.csv", ACCOUNTS);
        shell.write("deals.csv", DEALS);
    }

    private String hash() {
        return shell.json("verify", "--store", "company").get("contentHash").getAsString();
    }

    @Test
    void importsAndTakesBackAsOne() {
        shell.json("import", "accounts", "accounts.csv", "--store", "company");
        final var before = hash();
        final var deals = shell.json("import", "opportunities", "deals.csv", "--store", "company", "--unknown", "create",
                "--accept-suggestions");
        assertEquals(3, deals.get("created").getAsInt());
        assertEquals(3, deals.getAsJsonObject("records").get("Opportunity").getAsInt());
        assertEquals("5568", deals.getAsJsonObject("sums").get("amount").toString());
        assertEquals(1, deals.getAsJsonObject("blanks").get("account").getAsInt(), "the blank account is counted, not dropped");
        shell.json("undo", deals.get("number").getAsString(), "--store", "company");
        assertEquals(before, hash());
    }

    @Test
    void aDryRunWritesNothingNotEvenAStore() throws IOException {
        final var dry = shell.json("import", "accounts", "accounts.csv", "--store", "company", "--dry-run");
        assertEquals(3, dry.get("created").getAsInt());
        assertTrue(dry.get("dryRun").getAsBoolean());
        assertFalse(Files.exists(shell.file("company")));
        assertTrue(dry.getAsJsonArray("values").asList().stream().map(JsonElement::getAsJsonObject)
                .anyMatch(value -> value.get("value").getAsString().equals("Philipines") && value.get("suggestion").getAsString()
                .equals("Philippines")), dry.toString());

        shell.json("import", "accounts", "accounts.csv", "--store", "company");
        final var before = hash();
        shell.write("accounts.csv", ACCOUNTS.replace("2822", "2823"));
        assertEquals(1, shell.json("import", "accounts", "accounts.csv", "--store", "company", "--dry-run").get("updated").getAsInt());
        assertEquals(before, hash());
    }

    @Test
    void refusedRowsAreListedAndTheOthersAreIn() throws IOException {
        shell.write("deals.csv", DEALS.replace("2017-03-11", "2017-02-30"));
        final var result = shell.run("import", "opportunities", "deals.csv", "--store", "company", "--unknown", "create", "--json");
        assertEquals(3, result.code());
        final var json = result.json();
        assertEquals(1, json.get("refused").getAsInt());
        assertEquals(2, json.get("created").getAsInt());
        final var problem = json.getAsJsonArray("problems").get(0).getAsJsonObject();
        assertEquals(2, problem.get("row").getAsInt());
        assertEquals(3, problem.get("line").getAsInt());
        assertEquals("date.bad", problem.get("code").getAsString());

        shell.json("undo", "--store", "company");
        final var told = shell.run("import", "opportunities", "deals.csv", "--store", "company", "--unknown", "create");
        assertEquals(3, told.code());
        assertTrue(told.out().contains("2017-02-30") && told.err().startsWith("1 row of deals.csv was refused."),
                told.out() + told.err());
    }

    @Test
    void choicesReplaceAndSkip() {
        final var deals = shell.json("import", "opportunities", "deals.csv", "--store", "company", "--unknown", "product=create",
                "--unknown=account=create",
                "--unknown", "owner=leave-empty", "--unknown", "stage=create", "--replace", "product:GTXPro=GTX Pro", "--skip-row", "1");
        assertEquals(2, deals.get("created").getAsInt());
        assertEquals(1, deals.get("skipped").getAsInt());
        assertEquals(1, deals.getAsJsonObject("records").get("Product").getAsInt(), deals.toString());
    }

    @Test
    void aMappingIsWrittenAndTakenOver() throws IOException {
        shell.write("odd.csv", "Wer;Was\nAcme;retail\n");
        shell.json("import", "accounts", "odd.csv", "--store", "company", "--map", "Wer=name", "--map", "Was=industry", "--write-mapping",
                "odd.json");
        shell.write("odd2.csv", "Wer;Was\nBeta;medical\n");
        final var second = shell.json("import", "accounts", "odd2.csv", "--store", "company", "--mapping", "odd.json");
        assertEquals(1, second.get("created").getAsInt());
        shell.json("export", "accounts", "out.csv", "--store", "company", "--columns", "name,industry");
        assertTrue(Files.readString(shell.file("out.csv")).contains("Beta,medical"));
    }

    @Test
    void theSameFileIsNotImportedTwice() {
        shell.json("import", "accounts", "accounts.csv", "--store", "company");
        final var before = hash();
        final var again = shell.run("import", "accounts", "accounts.csv", "--store", "company");
        assertEquals(0, again.code());
        assertTrue(again.out().contains("already"), again.out());
        assertEquals(before, hash());
        assertEquals(3, shell.json("import", "accounts", "accounts.csv", "--store", "company", "--again").get("unchanged").getAsInt());
    }

    @Test
    void chineseFilesAreRead() throws IOException {
        Files.write(shell.file("客户.csv"), "客户名称,行业,城市\n上海国际贸易有限公司,零售,上海\n".getBytes(Charset.forName("GB18030")));
        final var result = shell.json("import", "accounts", "客户.csv", "--store", "company");
        assertEquals(1, result.get("created").getAsInt());
        shell.json("export", "accounts", "out.csv", "--store", "company");
        assertTrue(Files.readString(shell.file("out.csv")).contains("上海国际贸易有限公司"));
    }

    @Test
    void kindsExplainTheFields() {
        assertTrue(shell.json("kinds").getAsJsonArray("kinds").size() >= 9);
        assertTrue(shell.run("kinds", "opportunities", "--language", "zh").out().contains("商机"));
    }
}
