// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonWriter;

import org.kontor.core.problem.Problem;
import org.kontor.headless.Answer;
import org.kontor.headless.ExitCode;

/** The one line that {@code --json} prints. */
final class JsonObject {

    private JsonObject() {
    }

    /**
     * @param command the command's name; empty where none was recognized
     * @param answer  what came out of it
     * @return one JSON object in one line
     */
    static String of(final String command, final Answer answer) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("ok", answer.exit() == ExitCode.DONE);
        values.put("command", command);
        values.put("exitCode", answer.exit().number());
        answer.problem().ifPresent(problem -> values.put("problem", of(problem)));
        answer.values().forEach(values::putIfAbsent);
        return text(values);
    }

    private static Map<String, Object> of(final Problem problem) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("code", problem.code());
        values.put("happened", problem.happened());
        values.put("meaning", problem.meaning());
        values.put("nextStep", problem.nextStep());
        return values;
    }

    private static String text(final Map<?, ?> values) {
        final var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            write(writer, values);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(final JsonWriter writer, final Object value) throws IOException {
        switch (value) {
            case null -> writer.nullValue();
            case final String text -> writer.value(text);
            case final Boolean flag -> writer.value(flag);
            case final BigDecimal number -> writer.value(number.scale() < 0 ? number.setScale(0) : number);
            case final Number number -> writer.value(number);
            case final List<?> list -> {
                writer.beginArray();
                for (final var element : list) {
                    write(writer, element);
                }
                writer.endArray();
            }
            case final Map<?, ?> map -> {
                writer.beginObject();
                for (final var entry : map.entrySet()) {
                    writer.name((String) entry.getKey());
                    write(writer, entry.getValue());
                }
                writer.endObject();
            }
            default -> throw new IllegalArgumentException("a " + value.getClass().getName() + " in an answer");
        }
    }
}
