// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.math.BigDecimal;
import java.util.Map;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.DryRun;
import org.kontor.exchange.ImportReport;
import org.kontor.exchange.ImportResult;

/** What an import did, for scripts. */
public final class Json {

    private Json() {
    }

    /**
     * @param dryRun a dry run
     * @return it as one JSON object
     */
    public static String of(final DryRun dryRun) {
        final var json = new JsonObject();
        json.addProperty("dryRun", true);
        json.addProperty("state", dryRun.state().name());
        add(json, dryRun.report());
        return text(json);
    }

    /**
     * @param result a result
     * @return it as one JSON object
     */
    public static String of(final ImportResult result) {
        final var json = new JsonObject();
        json.addProperty("dryRun", false);
        json.addProperty("state", result.state().name());
        result.operation().ifPresent(operation -> json.addProperty("operation", operation.toString()));
        result.problem().ifPresent(problem -> json.add("problem", of(problem)));
        add(json, result.report());
        return text(json);
    }

    private static String text(final JsonObject json) {
        return new GsonBuilder().disableHtmlEscaping().create().toJson(json);
    }

    private static JsonObject of(final Problem problem) {
        final var json = new JsonObject();
        json.addProperty("code", problem.code());
        json.addProperty("happened", problem.happened());
        json.addProperty("meaning", problem.meaning());
        json.addProperty("nextStep", problem.nextStep());
        return json;
    }

    private static void add(final JsonObject json, final ImportReport report) {
        json.addProperty("rows", report.rows());
        json.addProperty("created", report.created());
        json.addProperty("updated", report.updated());
        json.addProperty("unchanged", report.unchanged());
        json.addProperty("alreadyThere", report.alreadyThere());
        json.addProperty("skipped", report.skipped());
        json.addProperty("refused", report.refused());
        json.addProperty("errors", report.errors());
        json.addProperty("warnings", report.warnings());
        json.add("records", numbers(report.records()));
        json.add("sums", numbers(report.sums()));
        json.add("blanks", numbers(report.blanks()));
        json.add("problemCounts", numbers(report.problemCounts()));
        final var problems = new JsonArray();
        for (final var each : report.problems()) {
            final var problem = new JsonObject();
            problem.addProperty("row", each.row());
            problem.addProperty("line", each.line());
            problem.addProperty("severity", each.severity().name());
            problem.addProperty("code", each.code());
            problem.addProperty("column", each.column());
            problem.addProperty("value", each.value());
            problem.addProperty("message", each.message());
            problem.addProperty("suggestion", each.suggestion());
            problems.add(problem);
        }
        json.add("problems", problems);
        final var values = new JsonArray();
        for (final var each : report.values()) {
            final var value = new JsonObject();
            value.addProperty("target", each.target());
            value.addProperty("column", each.column());
            value.addProperty("value", each.value());
            value.addProperty("rows", each.rows());
            value.addProperty("firstRow", each.firstRow());
            value.addProperty("suggestion", each.suggestion());
            value.addProperty("reason", each.reason());
            values.add(value);
        }
        json.add("values", values);
    }

    private static JsonObject numbers(final Map<String, ? extends Number> map) {
        final var json = new JsonObject();
        map.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> json.addProperty(entry.getKey(),
                entry.getValue() instanceof final BigDecimal number && number.signum() != 0
                ? new BigDecimal(number.stripTrailingZeros().toPlainString())
                        : entry.getValue()));
        return json;
    }
}
