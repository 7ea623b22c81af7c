// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

import org.kontor.analytics.engine.StoredResult;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Metric;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Part;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.Trail;
import org.kontor.analytics.result.Warning;

/** A whole result as one JSON document. */
public final class ResultDocument {

    /** Grows when a document could not be read by what reads it now. */
    private static final int FORMAT = 1;

    private ResultDocument() {
    }

    /** Writes a result, and what its model knows. */
    public static void write(final Writer target, final Result result, final Optional<ModelState> model) throws IOException {
        final var writer = new JsonWriter(target);
        final var out = new JsonOutput(writer);
        out.begin().member("format", FORMAT).list("summary", result.summary(), out::message)
                .list("metrics", result.metrics(), metric -> metric(out, metric))
                .list("warnings", result.warnings(), warning -> out.begin().member("code", warning.code()).member("text", warning.text()).end())
                .list("parts", result.parts(), part -> PartJson.write(out, part));
        if (model.isPresent()) {
            out.named("model");
            model(out, model.get());
        }
        out.end();
        writer.flush();
    }

    private static void metric(final JsonOutput out, final Metric metric) throws IOException {
        out.begin().member("name", metric.name()).member("value", metric.value()).member("title", metric.title())
                .list("trail", metric.trail().steps(), step -> out.begin().member("what", step.what()).member("value", step.value()).end());
        PartJson.meaning(out, "meaning", metric.meaning());
        out.end();
    }

    /** Writes what a model knows. */
    public static void write(final Writer target, final ModelState model) throws IOException {
        final var writer = new JsonWriter(target);
        model(new JsonOutput(writer), model);
        writer.flush();
    }

    private static void model(final JsonOutput out, final ModelState model) throws IOException {
        out.begin().member("algorithm", model.algorithm()).member("version", model.version()).map("facts", model.facts(), out::text)
                .map("tables", model.tables(), table -> FrameJson.write(out, table)).end();
    }

    /** Writes a frame. */
    public static void write(final Writer target, final Frame frame) throws IOException {
        final var writer = new JsonWriter(target);
        FrameJson.write(new JsonOutput(writer), frame);
        writer.flush();
    }

    /** {@return a frame that was written} */
    public static Frame readFrame(final Reader source) throws IOException {
        return FrameJson.read(new JsonInput(new JsonReader(source)));
    }

    /** {@return what a model knows that was written} */
    public static ModelState readModel(final Reader source) throws IOException {
        return model(new JsonInput(new JsonReader(source)));
    }

    /** {@return a result that was written} */
    public static StoredResult read(final Reader source) throws IOException {
        final var in = new JsonInput(new JsonReader(source));
        final JsonInput.Value message = () -> PartJson.message(in);
        final var members = in.object(Map.of("format", in::integer, "summary", () -> in.<Message>list(message),
                "metrics", () -> in.<Metric>list(() -> metric(in)),
                "warnings", () -> in.<Warning>list(() -> {
                    final var warning = in.object(Map.of("code", in::text, "text", message));
                    return new Warning(warning.get("code"), warning.get("text"));
                }),
                "parts", () -> in.<Part>list(() -> PartJson.read(in)), "model", () -> model(in)));
        if (members.<Integer>get("format") > FORMAT) {
            throw new IOException("format " + members.get("format"));
        }
        final var result = new Result(members.get("summary"), members.get("metrics"), members.get("parts"), members.get("warnings"), Optional.empty());
        return new StoredResult(result, members.find("model"));
    }

    /** {@return a message alone} */
    public static String write(final Message message) {
        final var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            new JsonOutput(writer).message(message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** {@return a list of messages; a plain text among them is the same in every language} */
    public static List<Message> readMessages(final String json) {
        final var reader = new JsonReader(new StringReader(json));
        final var in = new JsonInput(reader);
        try {
            return in.list(() -> reader.peek() == JsonToken.STRING ? Message.name(in.text()) : PartJson.message(in));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Metric metric(final JsonInput in) throws IOException {
        final JsonInput.Value message = () -> PartJson.message(in);
        final var metric = in.object(Map.of("name", in::text, "value", in::number, "title", message, "meaning", () -> PartJson.meaning(in),
                "trail", () -> in.<Trail.Step>list(() -> {
                    final var step = in.object(Map.of("what", message, "value", in::number));
                    return new Trail.Step(step.get("what"), step.<Double>find("value").orElse(Double.NaN));
                })));
        final List<Trail.Step> steps = metric.get("trail");
        return new Metric(metric.get("name"), metric.<Double>find("value").orElse(Double.NaN), metric.get("title"), new Trail(steps),
                metric.<Meaning>find("meaning").orElse(Meaning.PLAIN));
    }

    private static ModelState model(final JsonInput in) throws IOException {
        final var members = in.object(Map.of("algorithm", in::text, "version", in::text, "facts", () -> in.<String>map(in::text),
                "tables", () -> in.<Frame>map(() -> FrameJson.read(in))));
        return new ModelState(members.get("algorithm"), members.get("version"), members.get("facts"), members.get("tables"));
    }
}
