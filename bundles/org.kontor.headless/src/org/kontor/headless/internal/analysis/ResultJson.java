// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.GsonBuilder;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.result.Warning;

/** The file {@code result.json}. */
final class ResultJson {

    private ResultJson() {
    }

    /** {@return what every result says first} */
    static Map<String, Object> head(final Provider provider, final Map<String, String> parameters, final Plan plan, final String fingerprint,
            final int rows, final List<String> columns, final long milliseconds) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("algorithm", provider.id());
        values.put("provider", provider.bundle());
        values.put("providerVersion", provider.bundleVersion());
        values.put("version", provider.descriptor().version());
        values.put("parameters", parameters);
        values.put("seed", plan.seed());
        values.put("fingerprint", fingerprint);
        values.put("source", plan.source());
        values.put("filter", plan.filter().stream().map(Condition::toString).toList());
        values.put("rows", rows);
        values.put("columnsUsed", columns);
        final var roles = new LinkedHashMap<String, Object>();
        plan.roles().forEach((role, names) -> roles.put(role.key(), names));
        values.put("roles", roles);
        values.put("algorithmMilliseconds", milliseconds);
        return values;
    }

    /** {@return a number as JSON has one; null for what it has none for} */
    static Object number(final double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }

    static Map<String, Object> warning(final Warning warning) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("code", warning.code());
        values.put("text", warning.text().text());
        return values;
    }

    static String text(final Map<String, Object> values) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create().toJson(values);
    }
}
