// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of those who are compared: a process that waits for its turn with its data in memory, and all that it said. */
final class Side implements AutoCloseable {

    /** A run that takes longer is measured from the first: warming up changes nothing about it. */
    private static final double LONG = 20;

    private static final int SHOWN = 40;

    private final String name;
    private final Process process;
    private final BufferedReader lines;
    private final Writer orders;
    private final Map<String, List<String>> values = new HashMap<>();

    Side(final String name, final ProcessBuilder command) throws IOException {
        this.name = name;
        process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        lines = process.inputReader();
        orders = process.outputWriter();
    }

    /** Runs once, says what was found and forgets how long it took, unless that was long or is all that there will be. */
    void tell(final boolean counts) throws IOException {
        ask("tell");
        if (!counts && seconds() < LONG) {
            forget();
        }
    }

    /** Runs for nothing, so often and so long. */
    void warm(final int most, final double budget) throws IOException {
        double spent = 0;
        for (int i = 0; i < most && spent < budget && count() == 0; i++) {
            ask("run");
            spent += seconds();
            forget();
        }
    }

    void run() throws IOException {
        ask("run");
    }

    void whole() throws IOException {
        ask("whole");
    }

    private void forget() {
        values.remove("seconds");
        values.remove("processor");
    }

    private void ask(final String order) throws IOException {
        orders.write(order + '\n');
        orders.flush();
        for (String line = lines.readLine(); !"done".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IllegalStateException(name + " ended before it was done");
            }
            if (line.startsWith("measured ")) {
                final int equal = line.indexOf('=');
                values.computeIfAbsent(line.substring("measured ".length(), equal), unseen -> new ArrayList<>()).add(line.substring(equal + 1));
            }
        }
    }

    /** {@return how many runs were measured} */
    int count() {
        return values.getOrDefault("seconds", List.of()).size();
    }

    /** {@return how long all measured runs took together} */
    double spent() {
        return values.getOrDefault("seconds", List.of()).stream().mapToDouble(Double::parseDouble).sum();
    }

    private double seconds() {
        return Double.parseDouble(values.get("seconds").getLast());
    }

    boolean has(final String value) {
        return values.containsKey(value);
    }

    String text(final String value) {
        if (!has(value)) {
            throw new IllegalStateException(name + " said nothing about " + value);
        }
        return values.get(value).getFirst();
    }

    double number(final String value) {
        return Double.parseDouble(text(value));
    }

    double[] numbers(final String value) {
        return Arrays.stream(text(value).split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private double[] sorted(final String value) {
        return values.get(value).stream().mapToDouble(Double::parseDouble).sorted().toArray();
    }

    double median(final String value) {
        final double[] sorted = sorted(value);
        return sorted.length % 2 == 1 ? sorted[sorted.length / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    double least(final String value) {
        return sorted(value)[0];
    }

    @Override
    public String toString() {
        final var text = new StringBuilder(name);
        values.forEach((value, said) -> text.append(' ').append(value).append('=').append(String.join(", ", said.stream().map(Side::brief).toList())));
        return text.toString();
    }

    private static String brief(final String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }

    @Override
    public void close() throws IOException {
        // the end of its input is the end of its work; where it failed there is nobody left to tell
        process.destroy();
        lines.close();
    }
}
