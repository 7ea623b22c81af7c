// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Reads values whose kind is known. Members of objects may come in any order; unknown ones are skipped. */
final class JsonInput {

    /** Reads one value. */
    @FunctionalInterface
    interface Value {
        /** {@return the value that comes next} */
        Object read() throws IOException;
    }

    /** Reads the value of a member. */
    @FunctionalInterface
    interface Member {
        /** {@return the value that comes next} */
        Object read(String name) throws IOException;
    }

    /** The members of an object that were there. */
    record Members(Map<String, Object> values) {

        @SuppressWarnings("unchecked")
        <T> T get(final String name) throws IOException {
            final var value = values.get(name);
            if (value == null) {
                throw new IOException("no member " + name);
            }
            return (T) value;
        }

        @SuppressWarnings("unchecked")
        <T> Optional<T> find(final String name) {
            return Optional.ofNullable((T) values.get(name));
        }
    }

    private final JsonReader reader;

    JsonInput(final JsonReader reader) {
        this.reader = reader;
    }

    Members object(final Map<String, Value> known) throws IOException {
        final var values = new HashMap<String, Object>();
        reader.beginObject();
        while (reader.hasNext()) {
            final var name = reader.nextName();
            final var value = known.get(name);
            if (value == null || reader.peek() == JsonToken.NULL) {
                reader.skipValue();
            } else {
                values.put(name, value.read());
            }
        }
        reader.endObject();
        return new Members(values);
    }

    <T> List<T> list(final Value element) throws IOException {
        final var all = new ArrayList<T>();
        reader.beginArray();
        while (reader.hasNext()) {
            @SuppressWarnings("unchecked")
            final var read = (T) element.read();
            all.add(read);
        }
        reader.endArray();
        return all;
    }

    <T> Map<String, T> map(final Value element) throws IOException {
        return map(name -> element.read());
    }

    /** Members whose names tell their kind. */
    <T> Map<String, T> map(final Member member) throws IOException {
        final var all = new HashMap<String, T>();
        reader.beginObject();
        while (reader.hasNext()) {
            final var name = reader.nextName();
            @SuppressWarnings("unchecked")
            final var read = (T) member.read(name);
            all.put(name, read);
        }
        reader.endObject();
        return all;
    }

    String text() throws IOException {
        return reader.nextString();
    }

    Boolean flag() throws IOException {
        return reader.nextBoolean();
    }

    Integer integer() throws IOException {
        return reader.nextInt();
    }

    Long whole() throws IOException {
        return reader.nextLong();
    }

    Double number() throws IOException {
        return switch (reader.peek()) {
            case NULL -> {
                reader.nextNull();
                yield Double.NaN;
            }
            case STRING -> Double.valueOf(reader.nextString());
            default -> reader.nextDouble();
        };
    }

    double[] numbers() throws IOException {
        var all = new double[16];
        int size = 0;
        reader.beginArray();
        while (reader.hasNext()) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = number();
        }
        reader.endArray();
        return Arrays.copyOf(all, size);
    }

    double[][] rowsOfNumbers() throws IOException {
        return this.<double[]>list(this::numbers).toArray(double[][]::new);
    }

    /** Whole numbers; {@code missing} where there is null. */
    long[] wholes(final long missing) throws IOException {
        var all = new long[16];
        int size = 0;
        reader.beginArray();
        while (reader.hasNext()) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            if (reader.peek() == JsonToken.NULL) {
                reader.nextNull();
                all[size++] = missing;
            } else {
                all[size++] = reader.nextLong();
            }
        }
        reader.endArray();
        return Arrays.copyOf(all, size);
    }

    int[] integers() throws IOException {
        return Arrays.stream(wholes(-1)).mapToInt(Math::toIntExact).toArray();
    }
}
