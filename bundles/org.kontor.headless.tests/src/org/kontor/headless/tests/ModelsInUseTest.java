// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in use and searches for settings from the command line, with our own methods. */
final class ModelsInUseTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        OwnMethods.start();
        shell = new Shell(folder);
    }

    private void company(final int customers) {
        shell.json("demo", "--store", "company", "--customers", Integer.toString(customers), "--seed", "3");
    }

    /** What a company's industry is has nothing to do with its size in the demo company. */
    private void learn(final String name, final String features) {
        shell.json("analyze", "decision-tree", "--store", "company", "--query", "table-accounts", "--id", "id", "--target", "industry", "--features",
                features, "--save", name, "--out", "learned");
    }

    private String problem(final int code, final String... words) {
        final var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", "company", "--json"));
        final var answer = shell.run(all.toArray(String[]::new));
        assertEquals(code, answer.code(), answer.out());
        return answer.problem();
    }

    @Test
    void aModelThatIsNoBetterNeedsAnExplicitWordAndAReason() throws IOException {
        company(60);
        learn("Industry", "employees");
        assertEquals("analytics.deploy-no-better", problem(3, "deploy", "Industry"));
        assertEquals("analytics.deploy-reason", problem(1, "deploy", "Industry", "--anyway"));
        assertEquals(0, shell.json("models", "--store", "company").getAsJsonArray("models").size());
        shell.json("deploy", "Industry", "--store", "company", "--anyway", "--reason", "A trial", "--name", "Guess", "--scheme", "guess");
        final var model = shell.json("models", "--store", "company").getAsJsonArray("models").get(0).getAsJsonObject();
        assertEquals("Guess", model.get("name").getAsString());
        final var term = model.getAsJsonArray("terms").get(0).getAsJsonObject();
        assertEquals(List.of("champion", "no-better", "A trial"), List.of("role", "verdict", "reason").stream()
                .map(key -> term.get(key).getAsString()).toList());
        final var scored = shell.json("models", "Guess", "--store", "company", "--score", "--out", "scores");
        assertTrue(scored.get("classified").getAsInt() > 0);
        assertTrue(Files.readString(folder.resolve("scores/scores.csv")).startsWith("id,label,score"), "scores");
        assertTrue(Files.readString(folder.resolve("scores/drift.csv")).contains("employees,"), "drift");
        assertEquals("analytics.repeat", problem(1, "runs", "Guess", "--again"));
        assertTrue(shell.run("models", "Guess", "--store", "company", "--language", "zh").out().contains("不优于基线"));
    }

    @Test
    void aChallengerIsSetComparedPromotedAndEnded() {
        company(60);
        learn("Industry", "employees");
        learn("Other", "employees,annualRevenue");
        shell.json("deploy", "Industry", "--store", "company", "--anyway", "--reason", "A trial", "--name", "Guess");
        assertEquals("analytics.no-challenger", problem(1, "models", "Guess", "--compare"));
        shell.json("models", "Guess", "--store", "company", "--challenger", "Other");
        shell.json("models", "Guess", "--store", "company", "--score");
        assertEquals(0, shell.json("models", "Guess", "--store", "company", "--compare").get("records").getAsInt());
        final var review = shell.json("models", "Guess", "--store", "company", "--review", "--days", "0");
        assertEquals(0, review.get("records").getAsInt());
        assertTrue(review.getAsJsonArray("measures").isEmpty());
        assertEquals("analytics.deploy-reason", problem(1, "models", "Guess", "--promote", "--anyway"));
        final var promoted = shell.json("models", "Guess", "--store", "company", "--promote", "--anyway", "--reason", "Looks at more")
                .getAsJsonObject("deployment");
        assertEquals(3, promoted.getAsJsonArray("terms").size());
        assertTrue(promoted.get("challenger").isJsonNull());
        assertTrue(shell.json("models", "Guess", "--store", "company", "--end").getAsJsonObject("deployment").get("champion").isJsonNull());
        assertEquals("analytics.no-champion", problem(1, "models", "Guess", "--score"));
    }

    @Test
    void tasksArePlannedForTheOwnersOfTheHighestScoresAndUndoneAtOnce() {
        company(120);
        shell.json("analyze", "linear-regression", "--store", "company", "--query", "table-accounts", "--id", "id", "--target", "annualRevenue", "--features",
                "employees", "--where", "annualRevenue present", "--save", "Revenue", "--out", "learned");
        shell.json("deploy", "Revenue", "--store", "company", "--anyway", "--reason", "A trial", "--name", "Large");
        assertEquals("analytics.never-scored", problem(1, "models", "Large", "--tasks"));
        shell.json("models", "Large", "--store", "company", "--score");
        final var planned = shell.json("models", "Large", "--store", "company", "--tasks", "--top", "12", "--subject", "Say hello", "--due", "3");
        assertEquals(List.of(12, 0, 0), List.of("tasks", "doubled", "gone").stream().map(key -> planned.get(key).getAsInt()).toList());
        int shared = 0;
        for (final var owner : planned.getAsJsonArray("owners")) {
            shared += owner.getAsJsonObject().get("tasks").getAsInt();
        }
        assertEquals(12, shared);
        final var again = shell.run("models", "Large", "--store", "company", "--tasks", "--top", "13", "--subject", "Say hello", "--language", "zh").out();
        assertTrue(again.contains("已安排 1 个任务") && again.contains("12 条记录已有同一主题的未完成任务"), again);
        final var usual = new String[] {"models", "Large", "--store", "company", "--tasks", "--top", "2"};
        assertEquals(2, shell.json(usual).get("tasks").getAsInt(), "another subject is another task");
        assertEquals(2, shell.json(usual).get("doubled").getAsInt());
        shell.json("undo", "--store", "company");
        assertEquals(2, shell.json(usual).get("tasks").getAsInt());
        assertEquals("analytics.follow-up-subject", problem(2, "models", "Large", "--tasks", "--subject", " "));
        assertEquals("usage.badNumber", problem(2, "models", "Large", "--tasks", "--top", "51"));
        assertEquals("usage.oneOf", problem(2, "models", "Large", "--tasks", "--score"));
    }

    @Test
    void betterSettingsAreSearchedByASeed() throws IOException {
        final var rows = IntStream.range(0, 120).mapToObj(i -> i + "," + i * 37 % 101 + "," + (i * 37 % 101 + i * 13 % 40 > 70 ? "yes" : "no"))
                .collect(Collectors.joining("\n"));
        shell.write("rows.csv", "id,x,t\n" + rows + '\n');
        final var words = new String[] {"evaluate", "decision-tree", "--input", "rows.csv", "--features", "x", "--target", "t", "--tune", "6", "--folds", "3",
            "--seed", "7", "--range", "min-leaf=1..20:log", "--measure", "accuracy", "--out", "tuned"};
        final var found = shell.json(words);
        assertEquals(7, found.getAsJsonArray("trials").size());
        assertEquals("accuracy", found.get("measure").getAsString());
        assertEquals(found.getAsJsonArray("trials"), shell.json(words).getAsJsonArray("trials"));
        assertEquals(8, Files.readString(folder.resolve("tuned/trials.csv")).lines().count());
        assertEquals(found.getAsJsonArray("trials").get(0).getAsJsonObject().getAsJsonObject("settings").get("min-leaf"),
                found.getAsJsonObject("best").get("min-leaf"));
        company(60);
        final var kept = shell.json("evaluate", "decision-tree", "--store", "company", "--query", "table-accounts", "--target", "industry", "--features",
                "employees", "--tune", "2", "--folds", "2", "--halving", "--save", "Tuned", "--out", "kept");
        assertEquals("tuning", shell.json("runs", "Tuned", "--store", "company").getAsJsonArray("runs").get(0).getAsJsonObject().get("purpose").getAsString());
        assertTrue(kept.has("run"));
    }

    @Test
    void wrongWordsChangeNothing() {
        company(10);
        Map.of("deploy Nobody", "models.no-run", "models Nobody --score", "models.none-called", "models --score", "usage.missingOperand",
                "models A --score --compare", "usage.oneOf", "evaluate decision-tree --query customers --halving --folds 3 --out o", "usage.missingOption",
                "evaluate decision-tree --query customers --tune 2 --range a --out o", "usage.badPair")
                .forEach((words, expected) -> assertEquals(expected, problem(2, words.split(" ")), words));
    }
}
