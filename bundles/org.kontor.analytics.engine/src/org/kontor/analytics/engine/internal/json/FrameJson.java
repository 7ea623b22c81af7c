// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.DateColumn;
import org.kontor.analytics.frame.Dictionary;
import org.kontor.analytics.frame.FlagColumn;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.InstantColumn;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Missing;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.TextColumn;

/** Frames as JSON: each column's values as an array; texts as codes into the texts that occur, in the order of their first row. */
final class FrameJson {

    private FrameJson() {
    }

    static void write(final JsonOutput out, final Frame frame) throws IOException {
        out.begin().member("rows", frame.rows()).list("columns", frame.columns(), column -> write(out, column)).end();
    }

    private static void write(final JsonOutput out, final Column column) throws IOException {
        out.begin().member("name", column.name()).member("type", column.type().key());
        if (column instanceof final TextColumn texts) {
            texts(out, texts);
        } else {
            final var writer = out.named("values").beginArray();
            for (int row = 0; row < column.rows(); row++) {
                if (column.isMissing(row)) {
                    writer.nullValue();
                    continue;
                }
                switch (column) {
                    case final NumberColumn numbers -> out.number(numbers.number(row));
                    case final IntegerColumn integers -> writer.value(integers.integer(row));
                    case final FlagColumn flags -> writer.value(flags.flag(row) ? 1 : 0);
                    case final DateColumn dates -> writer.value(dates.day(row));
                    case final InstantColumn instants -> writer.value(instants.micros(row));
                    case final TextColumn impossible -> throw new IllegalStateException(impossible.name());
                }
            }
            writer.endArray();
        }
        out.end();
    }

    private static void texts(final JsonOutput out, final TextColumn column) throws IOException {
        final var places = new int[column.dictionary().size()];
        Arrays.fill(places, -1);
        final var codes = new int[column.rows()];
        int used = 0;
        final var writer = out.named("texts").beginArray();
        for (int row = 0; row < codes.length; row++) {
            final int code = column.code(row);
            if (code == TextColumn.ABSENT) {
                codes[row] = TextColumn.ABSENT;
                continue;
            }
            if (places[code] < 0) {
                places[code] = used++;
                writer.value(column.dictionary().text(code));
            }
            codes[row] = places[code];
        }
        writer.endArray();
        out.integers("codes", codes);
    }

    static Frame read(final JsonInput in) throws IOException {
        final var members = in.object(Map.of("columns", () -> in.<Column>list(() -> column(in))));
        return Frame.of(members.<List<Column>>get("columns"));
    }

    private static Column column(final JsonInput in) throws IOException {
        final var kind = new ColumnType[1];
        // the type stands before the values: what it is decides how they are read
        final var members = in.object(Map.of("name", in::text,
                "type", () -> kind[0] = ColumnType.valueOf(in.text().toUpperCase(Locale.ROOT)),
                "texts", () -> in.<String>list(in::text),
                "codes", in::integers,
                "values", () -> kind[0] == ColumnType.NUMBER ? in.numbers() : in.wholes(Long.MIN_VALUE)));
        final var name = members.<String>get("name");
        return switch (members.<ColumnType>get("type")) {
            case NUMBER -> NumberColumn.of(name, members.<double[]>get("values"));
            case TEXT -> TextColumn.of(name, members.<int[]>get("codes"), Dictionary.of(members.<List<String>>get("texts").toArray(String[]::new)));
            case INTEGER -> IntegerColumn.of(name, members.<long[]>get("values"), missing(members.get("values")));
            case INSTANT -> InstantColumn.of(name, members.<long[]>get("values"), missing(members.get("values")));
            case DATE -> {
                final var values = members.<long[]>get("values");
                final var days = new int[values.length];
                for (int row = 0; row < days.length; row++) {
                    days[row] = values[row] == Long.MIN_VALUE ? 0 : Math.toIntExact(values[row]);
                }
                yield DateColumn.of(name, days, missing(values));
            }
            case FLAG -> {
                final var values = members.<long[]>get("values");
                final var flags = new boolean[values.length];
                for (int row = 0; row < flags.length; row++) {
                    flags[row] = values[row] == 1;
                }
                yield FlagColumn.of(name, flags, missing(values));
            }
        };
    }

    private static Missing missing(final long[] values) {
        final var bits = new long[(values.length + 63) / 64];
        for (int row = 0; row < values.length; row++) {
            if (values[row] == Long.MIN_VALUE) {
                bits[row >> 6] |= 1L << row;
            }
        }
        return Missing.of(bits);
    }
}
