// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.analytics.kit.Expected.near;
import static org.kontor.analytics.kit.Expected.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.kit.KnownAnswers.Known;
import org.kontor.analytics.result.Result;

/** Short texts in two languages, written for the kit. */
final class TextAnswers {

    private static final String CHINESE = "酒店的服务很好，前台的服务态度热情。😀 早餐很好吃，早餐的品种也多。房间很干净！🚇 离地铁站很近，出门就是地铁站。下次还会住这家酒店。";
    private static final String ENGLISH = "The battery lasts two days. Dr. Lee said the battery costs 3.5 dollars! Shipping took a week, and the shipping box was broken. "
            + "Support answered the next day. The battery is the best part.";

    private TextAnswers() {
    }

    static List<Known> of(final String method) {
        return switch (method) {
            case "text-classification" -> classes();
            case "keywords" -> keywords();
            case "summary" -> summaries();
            default -> List.of();
        };
    }

    /** Forty short reviews, half of them good: an opinion about a thing. */
    private static Dataset reviews() {
        final var things = List.of("房间", "早餐", "前台", "位置", "空调", "breakfast", "room", "staff", "view", "price");
        final var texts = new ArrayList<String>();
        final var classes = new ArrayList<String>();
        for (final var thing : things) {
            final boolean english = thing.charAt(0) < 128;
            for (final var good : english ? List.of("the %s was great", "lovely %s, we will come again") : List.of("%s很好，非常满意", "喜欢这里的%s，不错")) {
                texts.add(good.formatted(thing));
                classes.add("good");
            }
            for (final var bad : english ? List.of("the %s was awful", "terrible %s, never again") : List.of("%s太差了，很失望", "不喜欢%s，糟糕")) {
                texts.add(bad.formatted(thing));
                classes.add("bad");
            }
        }
        return new Dataset(Frame.of(TextColumn.of("text", texts), TextColumn.of("opinion", classes)),
                Map.of(Role.TEXT, List.of("text"), Role.TARGET, List.of("opinion")));
    }

    private static Dataset letters() {
        return new Dataset(Frame.of(TextColumn.of("text", List.of("a", "b", "a", "b")), TextColumn.of("class", List.of("x", "y", "x", "y"))),
                Map.of(Role.TEXT, List.of("text"), Role.TARGET, List.of("class")));
    }

    private static List<Known> classes() {
        return List.of(new Known(new Case("forty reviews", reviews(), Map.of()), result -> {
            assertTrue(result.metric("accuracy") >= .9, "accuracy " + result.metric("accuracy"));
            near(.5, result, "baseline-accuracy");
            final var predictions = table(result, "predictions");
            assertEquals(40, predictions.rows());
        }), new Known(new Case("two texts", letters(), Map.of("longest", "1", "c", "1", "folds", "0", "units", "characters")), result -> {
                    // by symmetry the weights are w and -w and nothing is common; w solves w = 2 / (1 + exp(w))
                    final var terms = table(result, "terms");
                    for (int row = 0; row < terms.rows(); row++) {
                        final double w = terms.column("weight").number(row);
                        assertEquals(2 / (1 + Math.exp(w)), w, 1e-4);
                    }
                    assertEquals(2, terms.rows());
                }));
    }

    private static Dataset texts(final String... texts) {
        return new Dataset(Frame.of(TextColumn.of("text", List.of(texts))), Map.of(Role.TEXT, List.of("text")));
    }

    private static List<String> terms(final Result result) {
        final var frame = table(result, "keywords");
        final var found = new ArrayList<String>();
        for (int row = 0; row < frame.rows(); row++) {
            found.add(frame.column("term").text(row));
        }
        return found;
    }

    private static List<Known> keywords() {
        return List.of(new Known(new Case("two texts", texts(CHINESE, ENGLISH), Map.of()), result -> {
            final var found = terms(result);
            for (final var word : List.of("battery", "shipping", "早餐", "地铁站", "酒店", "服务")) {
                assertTrue(found.contains(word), word + " is not among " + found);
            }
            assertEquals("battery", found.getFirst());
            assertFalse(found.contains("the"));
        }), new Known(new Case("two texts, connections", texts(CHINESE, ENGLISH), Map.of("method", "textrank")),
                result -> assertTrue(terms(result).contains("battery"))),
                new Known(new Case("two texts, weights", texts(CHINESE, ENGLISH), Map.of("weights", "battery|0;shipping|5")), result -> {
                    assertFalse(terms(result).contains("battery"));
                    assertEquals("shipping", terms(result).getFirst());
                }));
    }

    private static List<Known> summaries() {
        return List.of(new Known(new Case("two texts", texts(CHINESE, ENGLISH), Map.of("length", "2")), result -> {
            final var frame = table(result, "summaries");
            assertEquals(List.of("5", "5"), List.of(frame.column("sentences").text(0), frame.column("sentences").text(1)));
            assertTrue(frame.column("summary").text(1).contains("battery"), frame.column("summary").text(1));
            for (int row = 0; row < 2; row++) {
                assertEquals("2", frame.column("kept").text(row));
                final var text = frame.column("summary").text(row);
                assertFalse(text.chars().anyMatch(letter -> letter == '?'), text);
            }
        }), new Known(new Case("the same twice", texts("The train is late. The train is late. Bread is cheap."), Map.of("length", "3")), result -> {
            final var frame = table(result, "summaries");
            assertEquals("The train is late. Bread is cheap.", frame.column("summary").text(0));
        }), new Known(new Case("two texts together", texts(CHINESE, ENGLISH), Map.of("scope", "all", "length", "4")),
                result -> assertEquals(4, table(result, "sentences").rows())));
    }
}
