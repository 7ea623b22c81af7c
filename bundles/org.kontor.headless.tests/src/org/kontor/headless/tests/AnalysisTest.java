// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.Family;
import org.kontor.analytics.engine.tests.methods.ColumnMeans;
import org.kontor.analytics.engine.tests.methods.Misbehaving;
import org.kontor.analytics.engine.tests.methods.NearestNeighbour;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

final class AnalysisTest {

    private static final String PROVIDER = "org.kontor.headless.tests";

    @TempDir
    Path folder;

    private Shell shell;
    private ServiceRegistration<Algorithm> means;
    private ServiceRegistration<Algorithm> neighbour;

    @BeforeEach
    void provide() throws IOException {
        shell = new Shell(folder);
        means = provide(new ColumnMeans("1.0.0"), ColumnMeans.ID, 0);
        neighbour = provide(new NearestNeighbour(Family.CLASSIFICATION), NearestNeighbour.ID, 0);
        shell.write("rows.csv", "id,x,y,kind\na,1,10,p\nb,2,20,p\nc,6,60,q\n");
    }

    private static ServiceRegistration<Algorithm> provide(final Algorithm algorithm, final String id, final int ranking) {
        final Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Algorithm.ID, id);
        properties.put(Algorithm.VERSION, "1.0.0");
        properties.put("service.ranking", ranking);
        return FrameworkUtil.getBundle(AnalysisTest.class).getBundleContext().registerService(Algorithm.class, algorithm, properties);
    }

    @AfterEach
    void withdraw() {
        means.unregister();
        neighbour.unregister();
    }

    @Test
    void methodsAreListedWithEverythingAScriptNeeds() {
        final var listed = shell.json("algorithms").getAsJsonArray("algorithms").asList().stream().map(each -> each.getAsJsonObject())
                .filter(each -> each.get("id").getAsString().equals(ColumnMeans.ID)).findFirst().orElseThrow();
        assertEquals("clustering", listed.get("family").getAsString());
        assertEquals(PROVIDER, listed.get("provider").getAsString());
        assertEquals("1.0.0", listed.get("version").getAsString());
        assertEquals(0, listed.get("ranking").getAsInt());
        assertTrue(listed.get("active").getAsBoolean());
        assertEquals("features", listed.getAsJsonArray("roles").get(0).getAsJsonObject().get("role").getAsString());
        final var parameter = listed.getAsJsonArray("parameters").get(0).getAsJsonObject();
        assertEquals(List.of("scale", "real", "0..1000", "1"), List.of("name", "type", "range", "default").stream()
                .map(name -> parameter.get(name).getAsString()).toList());
        assertTrue(shell.run("algorithms", ColumnMeans.ID, "--language", "zh").out().contains("列均值"));
    }

    private JsonObject result(final String out) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve(out).resolve("result.json"))).getAsJsonObject();
    }

    @Test
    void aFileIsAnalysedIntoAResultAndAFileForEachTable() throws IOException {
        final var answer = shell.run("analyze", ColumnMeans.ID, "--input", "rows.csv", "--id", "id", "--features", "@2-@3", "-p", "scale=2", "--threads", "2",
                "--seed", "5", "--out", "result");
        assertEquals(0, answer.code(), answer.out() + answer.err());
        final var result = result("result");
        assertEquals(ColumnMeans.ID, result.get("algorithm").getAsString());
        assertEquals(PROVIDER, result.get("provider").getAsString());
        assertEquals("1.0.0", result.get("version").getAsString());
        assertEquals("2", result.getAsJsonObject("parameters").get("scale").getAsString());
        assertEquals(5, result.get("seed").getAsLong());
        assertEquals(64, result.get("fingerprint").getAsString().length());
        assertEquals(3, result.get("rows").getAsInt());
        assertEquals("[\"x\",\"y\",\"id\"]", result.getAsJsonArray("columnsUsed").toString());
        assertTrue(result.get("algorithmMilliseconds").getAsLong() >= 0);
        assertEquals(6, result.getAsJsonObject("metrics").get("mean-0").getAsDouble());
        assertEquals("[\"groups.csv\"]", result.getAsJsonArray("tables").toString());
        assertEquals(0, result.getAsJsonArray("warnings").size());
        assertEquals("id,group,distance\na,low,5\nb,low,4\nc,low,0\n", Files.readString(folder.resolve("result/groups.csv")));
    }

    @Test
    void columnsThatNobodyNamedAreChosenAndSaid() throws IOException {
        final var answer = shell.run("analyze", ColumnMeans.ID, "--input", "rows.csv", "--where", "kind=p", "--out", "result");
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.out().contains("--features x,y"), answer.out());
        assertEquals(2, result("result").get("rows").getAsInt());
    }

    @ParameterizedTest
    @CsvSource({"2, analytics.no-algorithm, 'analyze kmean --input rows.csv --out o'",
        "2, analytics.no-provider, 'analyze column-means --input rows.csv --provider a.b --out o'",
        "2, analytics.no-column, 'analyze column-means --input rows.csv --features z --out o'",
        "2, analytics.no-parameter, 'analyze column-means --input rows.csv -p k=3 --out o'",
        "2, analytics.parameter-range, 'analyze column-means --input rows.csv -p scale=-1 --out o'",
        "2, analytics.parameter-unreadable, 'analyze column-means --input rows.csv -p scale=much --out o'",
        "2, usage.badPair, 'analyze column-means --input rows.csv -p scale --out o'",
        "2, usage.oneOf, 'analyze column-means --out o'",
        "2, usage.missingOption, 'analyze column-means --input rows.csv'",
        "2, usage.oneOf, 'evaluate column-means --input rows.csv --out o'",
        "2, analytics.folds, 'evaluate column-means --input rows.csv --folds 9 --out o'",
        "2, analytics.no-role, 'analyze nearest-neighbour --input rows.csv --out o'",
        "1, analytics.no-file, 'analyze column-means --input none.csv --out o'",
        "3, analytics.wrong-type, 'analyze column-means --input rows.csv --features kind --out o'",
        "3, analytics.no-rows, 'analyze column-means --input rows.csv --where x>9 --out o'",
        "3, analytics.constant, 'analyze column-means --input rows.csv --where x=1 --where kind=p --features x --out o2'"})
    void whatCannotBeDoneIsSaidWithItsExitCode(final int code, final String problem, final String words) throws IOException {
        shell.write("rows.csv", "id,x,y,kind\na,1,10,p\nb,1,20,p\nc,6,60,q\n");
        final var all = new ArrayList<>(List.of(words.split(" ")));
        all.add("--json");
        final var answer = shell.run(all.toArray(String[]::new));
        assertEquals(code, answer.code(), answer.out());
        assertEquals(problem, answer.problem());
        assertFalse(Files.exists(folder.resolve("o/result.json")));
    }

    @Test
    void aProviderThatFailsIsNamed() {
        final var broken = provide(new Misbehaving(Misbehaving.Fault.THROWS), ColumnMeans.ID, 50);
        try {
            final var answer = shell.run("analyze", ColumnMeans.ID, "--input", "rows.csv", "--out", "o", "--json");
            assertEquals(1, answer.code());
            assertEquals("analytics.provider-fails", answer.problem());
        } finally {
            broken.unregister();
        }
    }

    @Test
    void methodsAreEvaluatedOnHeldOutRowsAndOnAnotherFile() throws IOException {
        final var rows = IntStream.range(0, 20).mapToObj(i -> (i % 2 == 0 ? i * 0.01 : 10 + i * 0.01) + "," + (i % 2 == 0 ? "no" : "yes"))
                .collect(Collectors.joining("\n"));
        shell.write("learn.csv", "x,t\n" + rows + '\n');
        shell.write("test.csv", "x,t\n0.5,no\n10.5,yes\n10.6,no\n");
        shell.json("evaluate", NearestNeighbour.ID, "--input", "learn.csv", "--target", "t", "--prepare", "standardize", "--folds", "4", "--out", "folds");
        assertEquals(1, result("folds").getAsJsonObject("metrics").get("auc").getAsDouble());
        assertEquals(4, result("folds").getAsJsonArray("folds").size());
        shell.json("evaluate", NearestNeighbour.ID, "--input", "learn.csv", "--target", "t", "--test", "test.csv", "--out", "other");
        assertEquals(2 / 3.0, result("other").getAsJsonObject("metrics").get("accuracy").getAsDouble(), 1e-12);
    }

    @Test
    void customersOfAStoreAreAnalysed() throws IOException {
        shell.json("demo", "--store", "company", "--customers", "50", "--seed", "3");
        shell.json("analyze", ColumnMeans.ID, "--store", "company", "--query", "customers", "--features", "recency,monetary", "--prepare",
                "log1p:monetary", "--out", "one", "--threads", "1");
        shell.json("analyze", ColumnMeans.ID, "--store", "company", "--query", "customers", "--features", "recency,monetary", "--prepare",
                "log1p:monetary", "--out", "seven", "--threads", "7");
        assertEquals("customer", result("one").getAsJsonObject("roles").getAsJsonArray("id").get(0).getAsString());
        assertEquals(result("one").get("fingerprint"), result("seven").get("fingerprint"));
        assertEquals(Files.readString(folder.resolve("one/groups.csv")), Files.readString(folder.resolve("seven/groups.csv")));
        assertEquals("analytics.no-source", shell.run("analyze", ColumnMeans.ID, "--store", "company", "--query", "nothing", "--out", "o", "--json").problem());
    }

    @Test
    void helpNamesTheShortOptionAsItIsTyped() {
        assertTrue(shell.run("analyze", "--help").out().contains("-p NAME=VALUE"));
        assertFalse(shell.run("analyze", "--help").out().contains("--p "));
    }
}
