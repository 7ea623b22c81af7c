// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.json.ResultDocument;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Model;
import org.kontor.analytics.result.ModelState;
import org.kontor.analytics.result.Result;
import org.kontor.core.problem.ProblemException;

/**
 * Frames, results and models as JSON. Equal values are equal texts, and what is read is equal to the last bit to what was written: numbers
 * have all digits that tell them apart, a missing number is {@code null}, an infinite one a text.
 *
 * @since 0.1
 */
public final class AnalysisJson {

    private AnalysisJson() {
    }

    /** Writes to a writer. */
    private interface Work {
        void on(Writer writer) throws IOException;
    }

    /**
     * Writes a frame.
     *
     * @param frame any frame
     * @return JSON
     */
    public static String write(final Frame frame) {
        return text(writer -> ResultDocument.write(writer, frame));
    }

    /**
     * Writes a result with the state of its model.
     *
     * @param result any result
     * @return JSON
     */
    public static String write(final Result result) {
        return text(writer -> ResultDocument.write(writer, result, result.model().map(Model::state)));
    }

    /**
     * Writes the state of a model.
     *
     * @param model any state
     * @return JSON
     */
    public static String write(final ModelState model) {
        return text(writer -> ResultDocument.write(writer, model));
    }

    /**
     * Writes a result without its model, packed by gzip.
     *
     * @param result any result
     * @return bytes that {@link #unpack} reads, the same for the same result
     */
    public static byte[] pack(final Result result) {
        return packed(writer -> ResultDocument.write(writer, result, Optional.empty()));
    }

    /**
     * Writes the state of a model, packed by gzip.
     *
     * @param model any state
     * @return bytes that {@link #unpackModel} reads
     */
    public static byte[] pack(final ModelState model) {
        return packed(writer -> ResultDocument.write(writer, model));
    }

    /**
     * A fingerprint of a result and what its model knows: equal for results that are equal to the last bit.
     *
     * @param result any result
     * @return SHA-256 in 64 hexadecimal digits
     */
    public static String fingerprint(final Result result) {
        try {
            final var digest = MessageDigest.getInstance("SHA-256");
            try (var writer = new OutputStreamWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest), StandardCharsets.UTF_8)) {
                ResultDocument.write(writer, result, result.model().map(Model::state));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] packed(final Work work) {
        final var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            work.on(writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String text(final Work work) {
        final var text = new StringWriter();
        try {
            work.on(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * Reads a frame.
     *
     * @param json as {@link #write(Frame)} writes it
     * @return the frame
     * @throws ProblemException where it is damaged ({@code analytics.unreadable})
     */
    public static Frame readFrame(final String json) {
        try {
            return ResultDocument.readFrame(new StringReader(json));
        } catch (IOException | RuntimeException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }

    /**
     * Reads a result.
     *
     * @param json as {@link #write(Result)} writes it
     * @return the result
     * @throws ProblemException where it is damaged ({@code analytics.unreadable})
     */
    public static StoredResult readResult(final String json) {
        try {
            return ResultDocument.read(new StringReader(json));
        } catch (IOException | RuntimeException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }

    /**
     * Reads the state of a model.
     *
     * @param json as {@link #write(ModelState)} writes it
     * @return the state
     * @throws ProblemException where it is damaged ({@code analytics.unreadable})
     */
    public static ModelState readModel(final String json) {
        try {
            return ResultDocument.readModel(new StringReader(json));
        } catch (IOException | RuntimeException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }

    /**
     * Reads a packed result.
     *
     * @param packed as {@link #pack(Result)} gives it
     * @return the result
     * @throws ProblemException where it is damaged ({@code analytics.unreadable})
     */
    public static StoredResult unpack(final byte[] packed) {
        try (var reader = new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8)) {
            return ResultDocument.read(reader);
        } catch (IOException | RuntimeException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }

    /**
     * Reads the packed state of a model.
     *
     * @param packed as {@link #pack(ModelState)} gives it
     * @return the state
     * @throws ProblemException where it is damaged ({@code analytics.unreadable})
     */
    public static ModelState unpackModel(final byte[] packed) {
        try (var reader = new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8)) {
            return ResultDocument.readModel(reader);
        } catch (IOException | RuntimeException damaged) {
            throw EngineProblems.of("analytics.unreadable").asException(damaged);
        }
    }
}
