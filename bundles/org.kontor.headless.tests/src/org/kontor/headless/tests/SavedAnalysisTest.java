// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Analyses that are kept in a store, and what becomes of their runs. */
final class SavedAnalysisTest {

    @TempDir
    Path folder;

    private Shell shell;
    private ServiceRegistration<Algorithm> means;

    @BeforeEach
    void save() {
        shell = new Shell(folder);
        means = provide();
        shell.json("demo", "--store", "company", "--customers", "30", "--seed", "3");
        analyse("--save", "Money");
    }

    private static ServiceRegistration<Algorithm> provide() {
        final Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Algorithm.ID, ColumnMeans.ID);
        properties.put(Algorithm.VERSION, "1.0.0");
        return FrameworkUtil.getBundle(SavedAnalysisTest.class).getBundleContext().registerService(Algorithm.class, new ColumnMeans("1.0.0"), properties);
    }

    private void analyse(final String... more) {
        final var words = new ArrayList<>(List.of("analyze", ColumnMeans.ID, "--store", "company", "--query", "customers", "--features",
                "recency,monetary", "--out", "first"));
        words.addAll(List.of(more));
        shell.json(words.toArray(String[]::new));
    }

    @AfterEach
    void withdraw() {
        if (means != null) {
            means.unregister();
        }
    }

    private JsonObject run(final int index) {
        return shell.json("runs", "--store", "company").getAsJsonArray("runs").get(index).getAsJsonObject();
    }

    @Test
    void aSavedAnalysisIsCarriedOutAgainWithTheSameResult() throws IOException {
        final var again = shell.json("runs", "Money", "--store", "company", "--again", "--out", "again");
        assertEquals(2, shell.json("runs", "Money", "--store", "company").getAsJsonArray("runs").size());
        assertEquals(run(1).get("resultFingerprint"), again.getAsJsonObject("run").get("resultFingerprint"));
        assertEquals("[\"The results are the same to the last bit.\"]", again.getAsJsonArray("changes").toString());
        assertEquals(Files.readString(folder.resolve("first/groups.csv")), Files.readString(folder.resolve("again/groups.csv")));
        assertEquals("succeeded", run(0).get("state").getAsString());
        assertTrue(shell.run("runs", "--store", "company", "--language", "zh").out().contains("Money"));
    }

    @Test
    void whatIsDifferentInTheDataIsSaid() {
        shell.json("demo", "--store", "company", "--customers", "10", "--seed", "4", "--into-existing");
        final var again = shell.json("runs", "Money", "--store", "company", "--again");
        assertNotEquals(run(1).get("fingerprint"), run(0).get("fingerprint"));
        assertFalse(again.getAsJsonArray("changes").isEmpty());
    }

    @Test
    void anAnalysisOfTheSameNameIsChanged() {
        analyse("--save", "Money", "-p", "scale=2");
        assertEquals("[\"Money\"]", shell.json("runs", "--store", "company").getAsJsonArray("analyses").toString());
        assertEquals("2", shell.json("runs", "Money", "--store", "company", "--again").getAsJsonObject("run").getAsJsonObject("parameters").get("scale").getAsString());
    }

    @Test
    void aResultIsReadWithoutItsProvider() throws IOException {
        means.unregister();
        means = null;
        assertTrue(run(0).get("providerMissing").getAsBoolean());
        shell.json("runs", "Money", "--store", "company", "--out", "old");
        assertEquals(Files.readString(folder.resolve("first/groups.csv")), Files.readString(folder.resolve("old/groups.csv")));
        final var again = shell.run("runs", "Money", "--store", "company", "--again", "--json");
        assertEquals(1, again.code(), again.out());
        assertEquals("analytics.no-algorithm", again.problem());
        assertEquals("failed", run(0).get("state").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"2, runs.no-analysis, 'runs Mony --store company --again'", "2, usage.missingOperand, 'runs --store company --again'",
        "2, usage.missingOperand, 'runs --store company --out o'", "2, analytics.no-provider, 'runs Money --store company --again --provider a.b'",
        "2, usage.missingOption, 'analyze column-means --input rows.csv --save Money --out o'"})
    void wrongWordsChangeNothing(final int code, final String problem, final String words) {
        final var answer = shell.run((words + " --json").split(" "));
        assertEquals(code, answer.code(), answer.out());
        assertEquals(problem, answer.problem());
        assertEquals(1, shell.json("runs", "--store", "company").getAsJsonArray("runs").size());
    }
}
