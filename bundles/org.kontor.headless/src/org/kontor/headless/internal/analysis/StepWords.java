// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.kontor.analytics.engine.Step;
import org.kontor.headless.internal.Usage;

/** Steps of preparation as they are typed: {@code NAME[=HOW][:COLUMN,COLUMN,...]}. */
final class StepWords {

    static final String FORM = "STEP[=HOW][:COLUMN,...]";

    private StepWords() {
    }

    static Step parse(final String command, final String text) {
        final int colon = text.indexOf(':');
        final var head = colon < 0 ? text : text.substring(0, colon);
        final List<String> columns = colon < 0 ? List.of()
                : Arrays.stream(text.substring(colon + 1).split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        final int equals = head.indexOf('=');
        final var name = equals < 0 ? head : head.substring(0, equals);
        final var how = equals < 0 ? "" : head.substring(equals + 1);
        return switch (name) {
            case "fill-missing" -> fill(columns, how);
            case "drop-missing" -> new Step.DropMissing(columns);
            case "log1p" -> new Step.Logarithm(columns);
            case "one-hot" -> new Step.OneHot(columns);
            case "standardize" -> new Step.Standardize(columns, how.equals("1") ? 1 : how.isEmpty() || how.equals("0") ? 0 : wrong(command, text));
            case "outliers" -> outliers(command, text, columns, how);
            default -> throw Usage.wrong(command, "badPair", "--prepare", FORM, text);
        };
    }

    private static int wrong(final String command, final String text) {
        throw Usage.wrong(command, "badPair", "--prepare", FORM, text);
    }

    private static Step fill(final List<String> columns, final String how) {
        return switch (how) {
            case "", "median" -> new Step.FillMissing(columns, Step.Fill.MEDIAN, "");
            case "mean" -> new Step.FillMissing(columns, Step.Fill.MEAN, "");
            case "most-frequent" -> new Step.FillMissing(columns, Step.Fill.MOST_FREQUENT, "");
            default -> new Step.FillMissing(columns, Step.Fill.CONSTANT, how);
        };
    }

    private static Step outliers(final String command, final String text, final List<String> columns, final String how) {
        final var parts = (how.isEmpty() ? "tukey-clip" : how).toUpperCase(Locale.ROOT).split("-");
        try {
            final var fences = Step.Fences.valueOf(parts[0]);
            return new Step.Outliers(columns, fences, fences == Step.Fences.TUKEY ? 1.5 : 3, Step.Outlier.valueOf(parts.length > 1 ? parts[1] : "CLIP"));
        } catch (IllegalArgumentException unknown) {
            throw Usage.wrong(command, "badPair", "--prepare", FORM, text);
        }
    }
}
