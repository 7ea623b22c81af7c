// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.Algorithm;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class TextTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 0, 1, 1L << 30, Runnable::run);

    private static Result run(final Algorithm algorithm, final Dataset data, final Map<String, String> parameters) {
        return algorithm.run(data, Parameters.of(algorithm.descriptor().parameters(), parameters), RUN);
    }

    private static Dataset labelled(final List<String> texts, final List<String> classes) {
        return new Dataset(Frame.of(TextColumn.of("text", texts), TextColumn.of("class", classes)),
                Map.of(Role.TEXT, List.of("text"), Role.TARGET, List.of("class")));
    }

    @Test
    void charactersOfAllPlanesAreOne() {
        assertArrayEquals(new int[] {'a', 0x1F600, ' ', '好'}, Symbols.characters("A😀  好"));
        assertArrayEquals(new int[] {'a', '\t', 'b', ' ', 'c'}, Symbols.characters("a\tb\n\n c"));
        assertArrayEquals(new int[] {0xFFFD}, Symbols.characters("\uD83D"));
        assertEquals(List.of("two", "words", "好", "的", "𠀀", "x1"), Symbols.words("Two words, 好的𠀀 a x1"));
    }

    @Test
    void runsAreCountedAsByHand() {
        final var random = Randomness.of(2, 2);
        final var texts = new String[700];
        for (int d = 0; d < texts.length; d++) {
            final var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.appendCodePoint(new int[] {'a', 'b', '好', '坏', 0x1F600, ' '}[random.nextInt(6)]);
            }
            texts[d] = text.toString();
        }
        final var grams = Grams.of(texts.length, d -> texts[d], new Symbols(false), 1, 3, RUN);
        final var frequency = new HashMap<String, Integer>();
        for (int d = 0; d < texts.length; d++) {
            final var letters = Symbols.characters(texts[d]);
            final var expected = new HashMap<String, Integer>();
            for (int length = 1; length <= 3; length++) {
                for (int i = 0; i + length <= letters.length; i++) {
                    expected.merge(new String(letters, i, length), 1, Integer::sum);
                }
            }
            final var found = new HashMap<String, Integer>();
            for (int i = grams.starts()[d]; i < grams.starts()[d + 1]; i++) {
                assertEquals(null, found.put(grams.text(grams.ids()[i]), grams.counts()[i]));
            }
            assertEquals(expected, found);
            expected.keySet().forEach(gram -> frequency.merge(gram, 1, Integer::sum));
        }
        for (int id = 0; id < grams.vocabulary().size(); id++) {
            assertEquals(frequency.get(grams.text(id)), grams.frequency()[id]);
        }
        assertEquals(frequency.size(), grams.vocabulary().size());
    }

    /** scikit-learn 1.2.1, TfidfVectorizer(analyzer='char', ngram_range=(1, 1), sublinear_tf=True) on "aab", "bc". */
    @Test
    void rowsAreThoseOfScikitLearn() {
        final var texts = List.of("aab", "bc");
        final var grams = Grams.of(2, texts::get, new Symbols(false), 1, 1, RUN);
        final var values = TfIdf.of(grams, 1, true, RUN);
        final double a = (1 + Math.log(2)) * (Math.log(1.5) + 1);
        final double length = Math.sqrt(a * a + 1);
        assertEquals(a / length, values.values()[0], 1e-15);
        assertEquals(.92190697, values.values()[0], 5e-9);
        assertEquals(1 / length, values.values()[1], 1e-15);
        assertEquals(Math.log(1.5) + 1, values.idf()[2], 1e-15);
    }

    @Test
    void weightsAreAtTheLowestPlace() {
        final var random = Randomness.of(9, 9);
        final var texts = new String[200];
        final var yes = new double[200];
        final var no = new double[200];
        for (int d = 0; d < texts.length; d++) {
            yes[d] = random.nextInt(2);
            no[d] = 1 - yes[d];
            texts[d] = "abcdefg".substring(random.nextInt(4), 5) + (yes[d] == 1 && random.nextInt(3) > 0 ? "x" : "y");
        }
        final var values = TfIdf.of(Grams.of(texts.length, d -> texts[d], new Symbols(false), 1, 2, RUN), 1, true, RUN);
        final var logistic = new Logistic(values, RUN);
        final var found = logistic.fit(yes, no, 10);
        assertTrue(found.settled());
        final var scores = logistic.along(found.weights());
        final var gradient = Arrays.copyOf(found.weights(), found.weights().length);
        gradient[values.columns()] = 0;
        for (int d = 0; d < texts.length; d++) {
            final double residual = 10 * (1 / (1 + Math.exp(-scores[d])) - yes[d]);
            gradient[values.columns()] += residual;
            for (int i = values.starts()[d]; i < values.starts()[d + 1]; i++) {
                gradient[values.ids()[i]] += residual * values.values()[i];
            }
        }
        assertEquals(0, Arrays.stream(gradient).map(Math::abs).max().orElseThrow(), .02);
    }

    @Test
    void severalClassesAreToldApart() {
        final var texts = List.of("red apple", "red cherry", "green pear", "green lime", "blue plum", "blue berry", "red fruit", "green fruit", "blue fruit");
        final var classes = List.of("r", "r", "g", "g", "b", "b", "r", "g", "b");
        final var result = run(new TextClassification(), labelled(texts, classes), Map.of("least-texts", "1", "folds", "0"));
        final var model = result.model().orElseThrow();
        final var answers = model.apply(labelled(List.of("a green thing", "the blue one", "my red car"), List.of("?", "?", "?")), RUN);
        assertEquals(List.of("g", "b", "r"), List.of(answers.frame().column("class").text(0), answers.frame().column("class").text(1),
                answers.frame().column("class").text(2)));
        double sum = 0;
        for (final var name : List.of("b", "g", "r")) {
            sum += answers.frame().column("probability-" + name).number(0);
        }
        assertEquals(1, sum, 1e-12);
        final var reasons = model.explain(labelled(List.of("a green thing"), List.of("?")), 0);
        assertEquals(answers.frame().column("score").number(0), reasons.stream().mapToDouble(reason -> reason.amount()).sum(), 1e-9);
        assertTrue(reasons.getFirst().reason().texts().get("en").contains("green"));
    }

    @Test
    void shuffledClassesAreNoBetterThanTheBaseline() {
        final var random = Randomness.of(6, 1);
        final var texts = new String[300];
        final var classes = new String[300];
        for (int d = 0; d < texts.length; d++) {
            texts[d] = "word" + random.nextInt(40) + " thing" + random.nextInt(40) + ' ' + d;
            classes[d] = random.nextInt(2) == 0 ? "no" : "yes";
        }
        final var result = run(new TextClassification(), labelled(List.of(texts), List.of(classes)), Map.of());
        assertEquals(0, result.metric("better-than-baseline"));
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.code().equals("learning.no-better")));
    }

    @Test
    void theThresholdDecidesAboutTheSecondClass() {
        final var texts = List.of("good", "good", "good bad", "bad", "bad", "bad good");
        final var classes = List.of("+", "+", "+", "-", "-", "-");
        final var parameters = new HashMap<>(Map.of("folds", "0", "least-texts", "1"));
        final var counts = new HashSet<Long>();
        for (final var threshold : List.of("0.05", "0.5", "0.95")) {
            parameters.put("threshold", threshold);
            final var frame = run(new TextClassification(), labelled(texts, classes), parameters).table("predictions").orElseThrow().frame();
            long second = 0;
            for (int row = 0; row < frame.rows(); row++) {
                second += frame.column("class").text(row).equals("-") ? 1 : 0;
            }
            counts.add(second);
        }
        assertTrue(counts.size() > 1, counts.toString());
    }

    @Test
    void oneClassAndNoTextsAreRefused() {
        assertThrows(ProblemException.class, () -> run(new TextClassification(), labelled(List.of("a", "b"), List.of("x", "x")), Map.of()));
        for (final Algorithm each : List.of(new Keywords(), new Summary())) {
            final var data = new Dataset(Frame.of(TextColumn.of("text", Arrays.asList(" ", null))), Map.of(Role.TEXT, List.of("text")));
            assertThrows(ProblemException.class, () -> run(each, data, Map.of()), each.descriptor().id());
        }
    }

    @Test
    void sentencesEndWhereReadersThinkSo() {
        assertEquals(List.of("Dr. Smith paid 3.50 dollars.", "He said “Stop!”", "Why?"), Sentences.of("Dr. Smith paid 3.50 dollars. He said “Stop!” Why?"));
        assertEquals(List.of("他说：“好。”", "然后走了！！", "没有下文"), Sentences.of("他说：“好。”然后走了！！没有下文"));
        assertEquals(List.of("房间好😀。", "早餐差"), Sentences.of("房间好😀。早餐差"));
        assertEquals(List.of("first line", "second line"), Sentences.of("first line\nsecond line\n\n"));
        assertEquals(List.of(), Sentences.of(" ...!? "));
    }

    @Test
    void wordsOfHotelsAreFoundWithoutADictionary() throws IOException {
        final var reviews = ReviewsTest.reviews();
        final var texts = new Dataset(reviews.frame(), Map.of(Role.TEXT, List.of("review")));
        final var frame = run(new Keywords(), texts, Map.of("count", "60")).table("keywords").orElseThrow().frame();
        final var found = new HashSet<String>();
        for (int row = 0; row < frame.rows(); row++) {
            found.add(frame.column("term").text(row));
        }
        for (final var word : List.of("酒店", "房间", "服务", "早餐")) {
            assertTrue(found.contains(word), word + " is not among " + found);
        }
    }

    @Test
    void aSummaryIsInTheOrderOfTheTextAndSaysNothingTwice() {
        final var text = "Sales grew in the north. Sales grew in the north too. The weather was fine. Profit fell because prices of steel rose. "
                + "Steel prices rose by a third. The board wants to raise prices of steel products. Lunch was served at noon.";
        final var data = new Dataset(Frame.of(TextColumn.of("text", List.of(text))), Map.of(Role.TEXT, List.of("text")));
        final var summary = run(new Summary(), data, Map.of("length", "3")).table("summaries").orElseThrow().frame().column("summary").text(0);
        int last = -1;
        for (final var sentence : Sentences.of(summary)) {
            assertTrue(text.indexOf(sentence) > last, summary);
            last = text.indexOf(sentence);
        }
        assertEquals(3, Sentences.of(summary).size());
        assertTrue(summary.contains("steel"), summary);
        assertTrue(!(summary.contains("in the north.") && summary.contains("in the north too.")), summary);
    }
}
