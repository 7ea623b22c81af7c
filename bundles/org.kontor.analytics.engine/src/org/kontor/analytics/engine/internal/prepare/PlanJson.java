// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.prepare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Step;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.frame.Role;

/** Plans as JSON. */
public final class PlanJson {

    private PlanJson() {
    }

    /** {@return the text of a plan, the same for equal plans} */
    public static String write(final Plan plan) {
        final var json = new JsonObject();
        json.addProperty("source", plan.source());
        json.add("sourceOptions", texts(plan.sourceOptions()));
        final var filter = new JsonArray();
        for (final var condition : plan.filter()) {
            final var each = new JsonObject();
            each.addProperty("column", condition.column());
            each.addProperty("comparison", condition.comparison().name());
            each.addProperty("value", condition.value());
            filter.add(each);
        }
        json.add("filter", filter);
        final var roles = new JsonObject();
        plan.roles().forEach((role, names) -> roles.add(role.key(), StepJson.texts(names)));
        json.add("roles", roles);
        final var steps = new JsonArray();
        plan.preparation().forEach(step -> steps.add(StepJson.write(step)));
        json.add("preparation", steps);
        json.addProperty("algorithm", plan.algorithm());
        json.add("parameters", texts(plan.parameters()));
        json.addProperty("seed", plan.seed());
        return json.toString();
    }

    /** {@return a plan that was written} */
    public static Plan read(final String text) {
        try {
            final var json = JsonParser.parseString(text).getAsJsonObject();
            final var filter = new ArrayList<Condition>();
            for (final var each : json.getAsJsonArray("filter")) {
                final var condition = each.getAsJsonObject();
                filter.add(new Condition(condition.get("column").getAsString(), Condition.Comparison.valueOf(condition.get("comparison").getAsString()),
                        condition.get("value").getAsString()));
            }
            final var roles = new EnumMap<Role, List<String>>(Role.class);
            json.getAsJsonObject("roles").entrySet()
                    .forEach(entry -> roles.put(Role.of(entry.getKey()).orElseThrow(), StepJson.texts(entry.getValue().getAsJsonArray())));
            final var steps = new ArrayList<Step>();
            json.getAsJsonArray("preparation").forEach(step -> steps.add(StepJson.read(step.getAsJsonObject())));
            return new Plan(json.get("source").getAsString(), texts(json.getAsJsonObject("sourceOptions")), filter, roles, steps,
                    json.get("algorithm").getAsString(), texts(json.getAsJsonObject("parameters")), json.get("seed").getAsLong());
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException | java.util.NoSuchElementException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }

    private static JsonObject texts(final Map<String, String> texts) {
        final var json = new JsonObject();
        texts.forEach(json::addProperty);
        return json;
    }

    private static Map<String, String> texts(final JsonObject json) {
        final var texts = new TreeMap<String, String>();
        json.entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
        return texts;
    }
}
