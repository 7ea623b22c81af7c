// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Where somebody typed a command.
 *
 * @param out           standard output: results and nothing else
 * @param err           standard error: problems and progress
 * @param showsProgress whether a person watches standard error
 * @param directory     the folder the person is in; absolute
 * @param environment   the environment of the process
 * @param home          the folder for what Kontor keeps for the person, such as its log; absolute
 * @param cancelled     whether the person asked to stop
 */
public record Terminal(PrintStream out, PrintStream err, boolean showsProgress, Path directory, Map<String, String> environment, Path home,
        BooleanSupplier cancelled) {

    private static final int USUAL_WIDTH = 96;

    public Terminal {
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(home);
        Objects.requireNonNull(cancelled);
        environment = Map.copyOf(environment);
        if (!directory.isAbsolute()) {
            throw new IllegalArgumentException(directory.toString());
        }
    }

    /** @return how many columns a paragraph may take */
    int width() {
        final var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,2}") ? Math.clamp(Integer.parseInt(columns), 40, 120) : USUAL_WIDTH;
    }
}
