// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.tests.methods;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.run.RunContext;

/** A provider as no one should write it. */
public final class Misbehaving implements Algorithm {

    /** What it does wrong. */
    public enum Fault { THROWS, OVERFLOWS, HANGS, ANSWERS_NULL, INVENTS_ROWS, LEAVES_OUT_LABELS, WANTS_TOO_MUCH, NO_DESCRIPTOR, OTHER_ID }

    private final Fault fault;
    private final CountDownLatch started = new CountDownLatch(1);

    public Misbehaving(final Fault fault) {
        this.fault = fault;
    }

    /** Waits until it runs. */
    public void awaitStart() throws InterruptedException {
        if (!started.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never started");
        }
    }

    @Override
    public AlgorithmDescriptor descriptor() {
        if (fault == Fault.NO_DESCRIPTOR) {
            throw new IllegalStateException("nothing to say");
        }
        final var real = new ColumnMeans("1.0.0").descriptor();
        return fault == Fault.OTHER_ID ? new AlgorithmDescriptor("other", real.version(), real.family(), real.texts(), real.literature(), real.cost(),
                real.needs(), real.parameters(), real.capabilities()) : real;
    }

    @Override
    public long memory(final Dataset data, final Parameters parameters) {
        return fault == Fault.WANTS_TOO_MUCH ? 1L << 50 : 0;
    }

    @Override
    public Result run(final Dataset data, final Parameters parameters, final RunContext context) {
        started.countDown();
        return switch (fault) {
            case OVERFLOWS -> run(data, parameters, context);
            case HANGS -> {
                double heat = 1;
                while (!Thread.currentThread().isInterrupted()) {
                    heat = Math.sqrt(heat + 1); // hears of no wish to stop
                }
                yield Result.builder().say(Message.name(Double.toString(heat))).build();
            }
            case ANSWERS_NULL -> null;
            case INVENTS_ROWS -> table("nobody", "a");
            case LEAVES_OUT_LABELS -> table(data.frame().column("id").text(0), null);
            default -> throw new IllegalStateException("broken");
        };
    }

    private static Result table(final String id, final String label) {
        final var title = Message.name("t");
        return Result.builder().part(new TablePart("t", title,
                Frame.of(TextColumn.of("id", List.of(id)), TextColumn.of("label", Arrays.asList(label))),
                List.of(new TablePart.Head("id", title, title, Meaning.ID), new TablePart.Head("label", title, title, Meaning.LABEL)))).build();
    }
}
