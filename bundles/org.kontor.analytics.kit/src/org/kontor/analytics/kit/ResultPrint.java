// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.kit;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Model;

/** Everything in a result, to the last bit, as a text of fixed length; parts that are added one day are taken in as well. */
final class ResultPrint {

    private final MessageDigest digest;

    private ResultPrint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** {@return a text that is equal for equal results, tables, states of models and so on} */
    static String of(final Object result) {
        final var print = new ResultPrint();
        print.add(result);
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(final Object value) {
        switch (value) {
            case null -> text("null");
            case final Frame frame -> text(Fingerprint.of(frame));
            case final Model model -> add(model.state());
            case final Record items -> record(items);
            case final Optional<?> maybe -> add(maybe.orElse(null));
            case final Iterable<?> items -> {
                text("list");
                items.forEach(this::add);
                text("end");
            }
            case final Map<?, ?> items -> {
                text("map");
                new TreeMap<>(items).forEach((key, item) -> {
                    add(key);
                    add(item);
                });
                text("end");
            }
            case final Double number -> text(Long.toHexString(Double.doubleToLongBits(number)));
            default -> plain(value);
        }
    }

    private void plain(final Object value) {
        if (value.getClass().isArray()) {
            text("array");
            for (int i = 0; i < Array.getLength(value); i++) {
                add(Array.get(value, i));
            }
            text("end");
        } else {
            text(value.toString());
        }
    }

    private void record(final Record items) {
        text(items.getClass().getSimpleName());
        for (final var part : items.getClass().getRecordComponents()) {
            try {
                final var accessor = part.getAccessor();
                accessor.setAccessible(true);
                add(accessor.invoke(items));
            } catch (IllegalAccessException | InvocationTargetException unreadable) {
                throw new IllegalStateException(part.toString(), unreadable);
            }
        }
    }

    private void text(final String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
