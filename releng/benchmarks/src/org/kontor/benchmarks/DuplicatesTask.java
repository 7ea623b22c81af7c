// SPDX-License-Identifier: EPL-2.0

package org.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.kontor.analytics.algorithms.preparation.Duplicates;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.result.Result;

/** Finds people who were entered twice, with mistakes, among made people with names, addresses and birthdays. */
final class DuplicatesTask {

    /** GB; the texts alone take most of one. */
    static final int HEAP = 6;

    private static final List<String> COLUMNS = List.of("given", "surname", "street", "suburb", "birthday", "phone");
    private static final String[] STARTS = {"b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "v", "w"};
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ai", "ee", "ea", "ou"};
    private static final String[] ENDS = {"", "n", "r", "s", "l", "t", "m", "ck", "nd"};
    private static final int ONE_OF = 10;

    private DuplicatesTask() {
    }

    private static List<String> names(final SplittableRandom random, final int count, final String after) {
        final var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            final var name = new StringBuilder();
            for (int part = random.nextInt(2, 4); part > 0; part--) {
                name.append(STARTS[random.nextInt(STARTS.length)]).append(MIDDLES[random.nextInt(MIDDLES.length)]).append(ENDS[random.nextInt(ENDS.length)]);
            }
            names.add(name.append(after).toString());
        }
        return names;
    }

    private static String some(final List<String> all, final SplittableRandom random) {
        return all.get((int) (all.size() * Math.pow(random.nextDouble(), 2)));
    }

    /** One record of ten is another one entered again, with one to three mistakes. The first column says who somebody is. */
    static void people(final Path folder, final int count) throws IOException {
        final var random = new SplittableRandom(41);
        final var given = names(random, 3_000, "");
        final var surnames = names(random, 40_000, "");
        final var streets = names(random, 20_000, " street");
        final var suburbs = names(random, 5_000, "");
        final var people = new ArrayList<String[]>();
        final int originals = count - count / ONE_OF;
        for (int i = 0; i < count; i++) {
            if (i < originals) {
                people.add(new String[] {String.valueOf(i), some(given, random), some(surnames, random), random.nextInt(1, 300) + " " + some(streets, random),
                    some(suburbs, random), LocalDate.of(1930, 1, 1).plusDays(random.nextInt(29_000)).toString(),
                    String.format("0%d %07d", random.nextInt(2, 9), random.nextInt(10_000_000))});
            } else {
                final var copy = people.get(random.nextInt(originals)).clone();
                for (int mistakes = random.nextInt(1, 4); mistakes > 0; mistakes--) {
                    final int field = random.nextInt(1, copy.length);
                    copy[field] = random.nextInt(8) == 0 ? "" : mistaken(copy[field], random);
                }
                people.add(copy);
            }
        }
        // who was entered again stands anywhere
        for (int i = people.size() - 1; i > 0; i--) {
            final int other = random.nextInt(i + 1);
            final var one = people.get(i);
            people.set(i, people.get(other));
            people.set(other, one);
        }
        Files.write(folder.resolve("people.tsv"), people.stream().map(person -> String.join("\t", person)).toList());
    }

    private static String mistaken(final String text, final SplittableRandom random) {
        if (text.length() < 2) {
            return text;
        }
        final var letters = new StringBuilder(text);
        final int at = random.nextInt(text.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> letters.deleteCharAt(at);
            case 1 -> letters.insert(at, letters.charAt(at));
            case 2 -> letters.setCharAt(at, Character.isDigit(letters.charAt(at)) ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26)));
            default -> {
                final char letter = letters.charAt(at);
                letters.setCharAt(at, letters.charAt(at + 1));
                letters.setCharAt(at + 1, letter);
            }
        }
        return letters.toString();
    }

    static Work<Result> work(final Path folder) throws IOException {
        final var lines = Files.readAllLines(folder.resolve("people.tsv"));
        final var who = new int[lines.size()];
        final var texts = new String[COLUMNS.size()][lines.size()];
        for (int i = 0; i < who.length; i++) {
            final var parts = lines.get(i).split("\t", -1);
            who[i] = Integer.parseInt(parts[0]);
            for (int c = 0; c < texts.length; c++) {
                texts[c][i] = parts[c + 1].isEmpty() ? null : parts[c + 1];
            }
        }
        final var columns = new ArrayList<Column>();
        columns.add(IntegerColumn.of("number", LongStream.range(0, who.length).toArray()));
        for (int c = 0; c < texts.length; c++) {
            columns.add(TextColumn.of(COLUMNS.get(c), Arrays.asList(texts[c])));
        }
        final var data = new Dataset(Frame.of(columns), Map.of(Role.ID, List.of("number"), Role.FEATURES, COLUMNS));
        return Work.of(new Duplicates(), data, Map.of(), result -> tell(result, who));
    }

    /** How many of the pairs that were found are one person, and how many of those that are were found. */
    private static void tell(final Result result, final int[] who) {
        final var table = result.table("groups").orElseThrow().frame();
        final var groups = new HashMap<Long, List<Integer>>();
        for (int i = 0; i < table.rows(); i++) {
            groups.computeIfAbsent((long) table.column("group").number(i), unseen -> new ArrayList<>()).add(who[(int) table.column("id").number(i)]);
        }
        double found = 0;
        double right = 0;
        for (final var members : groups.values()) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    found++;
                    right += members.get(i).equals(members.get(j)) ? 1 : 0;
                }
            }
        }
        final var times = new int[who.length];
        for (final int each : who) {
            times[each]++;
        }
        Measured.value("precision", right / found);
        Measured.value("recall", right / Arrays.stream(times).mapToDouble(each -> each * (each - 1) / 2.0).sum());
    }
}
