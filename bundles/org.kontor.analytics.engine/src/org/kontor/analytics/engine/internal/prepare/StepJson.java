// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.kontor.analytics.engine.FittedStep;
import org.kontor.analytics.engine.Step;

/** Steps and what they learned as JSON. */
public final class StepJson {

    private StepJson() {
    }

    /** {@return the stable name of a kind of step} */
    public static String kind(final Step step) {
        return switch (step) {
            case final Step.FillMissing fill -> "fill-missing";
            case final Step.DropMissing drop -> "drop-missing";
            case final Step.Standardize standardize -> "standardize";
            case final Step.Logarithm logarithm -> "log1p";
            case final Step.OneHot oneHot -> "one-hot";
            case final Step.Outliers outliers -> "outliers";
        };
    }

    static JsonObject write(final Step step) {
        final var json = new JsonObject();
        json.addProperty("step", kind(step));
        json.add("columns", texts(step.columns()));
        switch (step) {
            case final Step.FillMissing fill -> {
                json.addProperty("fill", word(fill.fill()));
                json.addProperty("constant", fill.constant());
            }
            case final Step.Standardize standardize -> json.addProperty("ddof", standardize.ddof());
            case final Step.Outliers outliers -> {
                json.addProperty("fences", word(outliers.fences()));
                json.addProperty("factor", outliers.factor());
                json.addProperty("action", word(outliers.action()));
            }
            default -> {
                // nothing else to say
            }
        }
        return json;
    }

    static Step read(final JsonObject json) {
        final var columns = texts(json.getAsJsonArray("columns"));
        return switch (json.get("step").getAsString()) {
            case "fill-missing" -> new Step.FillMissing(columns, Step.Fill.valueOf(constant(json, "fill")), json.get("constant").getAsString());
            case "drop-missing" -> new Step.DropMissing(columns);
            case "standardize" -> new Step.Standardize(columns, json.get("ddof").getAsInt());
            case "log1p" -> new Step.Logarithm(columns);
            case "one-hot" -> new Step.OneHot(columns);
            case "outliers" -> new Step.Outliers(columns, Step.Fences.valueOf(constant(json, "fences")), json.get("factor").getAsDouble(),
                    Step.Outlier.valueOf(constant(json, "action")));
            default -> throw new IllegalArgumentException(json.toString());
        };
    }

    /** {@return what was learned, for the record of a run} */
    public static JsonArray write(final List<FittedStep> steps) {
        final var all = new JsonArray();
        for (final var fitted : steps) {
            final var json = new JsonObject();
            json.add("step", write(fitted.step()));
            final var learned = new JsonArray();
            for (final var each : fitted.learned()) {
                final var column = new JsonObject();
                column.addProperty("column", each.column());
                final var numbers = new JsonObject();
                // as texts: they may be infinite
                new TreeMap<>(each.numbers()).forEach((name, number) -> numbers.addProperty(name, Double.toString(number)));
                column.add("numbers", numbers);
                column.add("texts", texts(each.texts()));
                learned.add(column);
            }
            json.add("learned", learned);
            all.add(json);
        }
        return all;
    }

    /** {@return steps that were written} */
    public static List<FittedStep> read(final JsonArray json) {
        final var steps = new ArrayList<FittedStep>();
        for (final var element : json) {
            final var object = element.getAsJsonObject();
            final var learned = new ArrayList<FittedStep.Learned>();
            for (final var each : object.getAsJsonArray("learned")) {
                final var column = each.getAsJsonObject();
                final var numbers = new TreeMap<String, Double>();
                column.getAsJsonObject("numbers").entrySet().forEach(entry -> numbers.put(entry.getKey(), Double.valueOf(entry.getValue().getAsString())));
                learned.add(new FittedStep.Learned(column.get("column").getAsString(), numbers, texts(column.getAsJsonArray("texts"))));
            }
            steps.add(new FittedStep(read(object.getAsJsonObject("step")), learned));
        }
        return steps;
    }

    static JsonArray texts(final List<String> texts) {
        final var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static List<String> texts(final JsonArray array) {
        final var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.getAsString()));
        return texts;
    }

    private static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(final JsonObject json, final String name) {
        return json.get(name).getAsString().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
