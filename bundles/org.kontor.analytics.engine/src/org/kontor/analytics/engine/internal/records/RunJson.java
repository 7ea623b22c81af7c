// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.kontor.analytics.engine.internal.json.ResultDocument;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.result.Warning;

/** The smaller facts of a run as JSON. */
final class RunJson {

    private static final int MOST = 31_000;

    private RunJson() {
    }

    static String texts(final Map<String, String> texts) {
        final var json = new JsonObject();
        texts.forEach(json::addProperty);
        return json.toString();
    }

    static Map<String, String> texts(final String json) {
        final var texts = new LinkedHashMap<String, String>();
        object(json).entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
        return texts;
    }

    static String metrics(final List<Metric> metrics) {
        final var json = new JsonObject();
        metrics.forEach(metric -> json.addProperty(metric.name(), Double.toString(metric.value())));
        return json.toString();
    }

    static Map<String, Double> metrics(final String json) {
        final var metrics = new LinkedHashMap<String, Double>();
        texts(json).forEach((name, value) -> metrics.put(name, Double.valueOf(value)));
        return metrics;
    }

    /** As many as fit the field: a method that warns of each row says the same over and over. */
    static String warnings(final List<Warning> warnings) {
        return messages(warnings.stream().map(Warning::text).toList());
    }

    /** The warnings of a run with one more, which comes first. */
    static String with(final String json, final Warning added) {
        return messages(Stream.concat(Stream.of(added.text()), warnings(json).stream()).toList());
    }

    private static String messages(final List<Message> messages) {
        final var kept = new StringBuilder("[");
        for (final var message : messages) {
            final var text = ResultDocument.write(message);
            if (kept.length() + text.length() > MOST) {
                break;
            }
            kept.append(kept.length() == 1 ? "" : ",").append(text);
        }
        return kept.append(']').toString();
    }

    static List<Message> warnings(final String json) {
        return json == null || json.isEmpty() ? List.of() : ResultDocument.readMessages(json);
    }

    private static JsonObject object(final String json) {
        return json == null || json.isEmpty() ? new JsonObject() : JsonParser.parseString(json).getAsJsonObject();
    }
}
