// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.stream.JsonWriter;

import org.kontor.analytics.result.Message;

/** Writes values so that the same value is the same text everywhere: numbers with all digits, maps in the order of their keys. */
final class JsonOutput {

    /** Writes one value. */
    @FunctionalInterface
    interface Value<T> {
        /** Writes it. */
        void write(T value) throws IOException;
    }

    /** Stands among the languages of a message, and is none. */
    static final String MENTIONS = "mentions";

    private final JsonWriter writer;

    JsonOutput(final JsonWriter writer) {
        this.writer = writer;
        writer.setSerializeNulls(true);
    }

    JsonOutput begin() throws IOException {
        writer.beginObject();
        return this;
    }

    void end() throws IOException {
        writer.endObject();
    }

    JsonOutput member(final String name, final String value) throws IOException {
        writer.name(name).value(value);
        return this;
    }

    JsonOutput member(final String name, final long value) throws IOException {
        writer.name(name).value(value);
        return this;
    }

    JsonOutput member(final String name, final boolean value) throws IOException {
        writer.name(name).value(value);
        return this;
    }

    JsonOutput member(final String name, final double value) throws IOException {
        writer.name(name);
        number(value);
        return this;
    }

    JsonOutput member(final String name, final Message value) throws IOException {
        writer.name(name);
        message(value);
        return this;
    }

    <T> JsonOutput list(final String name, final List<T> values, final Value<? super T> element) throws IOException {
        writer.name(name).beginArray();
        for (final var value : values) {
            element.write(value);
        }
        writer.endArray();
        return this;
    }

    <T> JsonOutput map(final String name, final Map<String, T> values, final Value<? super T> element) throws IOException {
        writer.name(name).beginObject();
        for (final var entry : new TreeMap<>(values).entrySet()) {
            writer.name(entry.getKey());
            element.write(entry.getValue());
        }
        writer.endObject();
        return this;
    }

    JsonOutput numbers(final String name, final double[] values) throws IOException {
        writer.name(name);
        numbers(values);
        return this;
    }

    JsonOutput numbers(final String name, final double[][] values) throws IOException {
        writer.name(name).beginArray();
        for (final var row : values) {
            numbers(row);
        }
        writer.endArray();
        return this;
    }

    JsonOutput integers(final String name, final int[] values) throws IOException {
        writer.name(name).beginArray();
        for (final int value : values) {
            writer.value(value);
        }
        writer.endArray();
        return this;
    }

    JsonWriter named(final String name) throws IOException {
        return writer.name(name);
    }

    void text(final String value) throws IOException {
        writer.value(value);
    }

    void message(final Message value) throws IOException {
        writer.beginObject();
        for (final var entry : new TreeMap<>(value.texts()).entrySet()) {
            writer.name(entry.getKey()).value(entry.getValue());
        }
        if (!value.mentions().isEmpty()) {
            map(MENTIONS, value.mentions(), mentions -> {
                writer.beginArray();
                for (final var mention : mentions) {
                    writer.beginArray().value(mention.from()).value(mention.until());
                    if (mention.valueOf().isPresent()) {
                        writer.value(mention.valueOf().get());
                    }
                    writer.endArray();
                }
                writer.endArray();
            });
        }
        writer.endObject();
    }

    void number(final double value) throws IOException {
        if (Double.isNaN(value)) {
            writer.nullValue();
        } else if (Double.isInfinite(value)) {
            writer.value(Double.toString(value));
        } else {
            writer.value(value);
        }
    }

    private void numbers(final double[] values) throws IOException {
        writer.beginArray();
        for (final double value : values) {
            number(value);
        }
        writer.endArray();
    }
}
