// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.kontor.headless.Answer;

/** Prints an answer for a person: blocks on standard output, then the problem, if any, on standard error. */
final class AnswerPrinter {

    private static final String GAP = "  ";

    private final Terminal terminal;

    AnswerPrinter(final Terminal terminal) {
        this.terminal = terminal;
    }

    void print(final Answer answer) {
        final var out = terminal.out();
        Answer.Block before = null;
        for (final var block : answer.blocks()) {
            if (before != null && !(before instanceof Answer.Line && block instanceof Answer.Line)) {
                out.println();
            }
            print(out, block);
            before = block;
        }
        out.flush();
        answer.problem().ifPresent(problem -> {
            // no blank after the full stop of a Chinese sentence
            terminal.err().println(Layout.clean(problem.sentence()).replace("\u3002 ", "\u3002"));
            terminal.err().flush();
        });
    }

    private void print(final PrintStream out, final Answer.Block block) {
        switch (block) {
            case final Answer.Paragraph paragraph -> Layout.wrap(Layout.clean(paragraph.text()), terminal.width()).forEach(out::println);
            case final Answer.Line line -> out.println(Layout.clean(line.text()));
            case final Answer.Facts facts -> print(out, facts);
            case final Answer.Table table -> print(out, table);
        }
    }

    private static void print(final PrintStream out, final Answer.Facts facts) {
        final int columns = facts.entries().keySet().stream().mapToInt(name -> Layout.width(Layout.clean(name))).max().orElse(0);
        facts.entries().forEach((name, value) -> out.println(Layout.pad(Layout.clean(name), columns, false) + GAP + Layout.clean(value)));
    }

    private void print(final PrintStream out, final Answer.Table table) {
        final var headers = table.headers().stream().map(Layout::clean).toList();
        final var rows = table.rows().stream().map(row -> row.stream().map(Layout::clean).toList()).toList();
        final var widths = widest(headers, rows, Layout::width);
        narrow(widths, widest(headers, rows, Layout::least));
        print(out, headers, widths, table.numbers());
        out.println(String.join(GAP, IntStream.of(widths).mapToObj("-"::repeat).toList()));
        rows.forEach(row -> print(out, row, widths, table.numbers()));
    }

    private static int[] widest(final List<String> headers, final List<List<String>> rows, final ToIntFunction<String> measure) {
        return IntStream.range(0, headers.size()).map(column -> Math.max(measure.applyAsInt(headers.get(column)),
                rows.stream().mapToInt(row -> measure.applyAsInt(row.get(column))).max().orElse(0))).toArray();
    }

    /** Takes from the widest columns, down to their longest words, until the lines fit or nothing can be taken. */
    private void narrow(final int[] widths, final int[] least) {
        int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - terminal.width();
        while (excess > 0) {
            final var wide = IntStream.range(0, widths.length).filter(i -> widths[i] > least[i]).boxed().max(Comparator.comparingInt(i -> widths[i]));
            if (wide.isEmpty()) {
                return;
            }
            final int column = wide.get();
            final int next = IntStream.range(0, widths.length).filter(i -> i != column && widths[i] > least[i] && widths[i] <= widths[column])
                    .map(i -> widths[i]).max().orElse(0);
            final int taken = Math.max(1, Math.min(excess, widths[column] - Math.max(least[column], next)));
            widths[column] -= taken;
            excess -= taken;
        }
    }

    private static void print(final PrintStream out, final List<String> cells, final int[] widths, final List<Integer> numbers) {
        final var lines = IntStream.range(0, widths.length).mapToObj(column -> Layout.wrap(cells.get(column), widths[column])).toList();
        final int height = lines.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            final int of = line;
            out.println(String.join(GAP, IntStream.range(0, widths.length).mapToObj(column -> Layout.pad(
                    of < lines.get(column).size() ? lines.get(column).get(of) : "", widths[column], numbers.contains(column))).toList()).stripTrailing());
        }
    }
}
