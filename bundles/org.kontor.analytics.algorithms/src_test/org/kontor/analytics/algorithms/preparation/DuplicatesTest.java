// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Fingerprint;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.run.LocalRun;
import org.kontor.analytics.run.Randomness;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;

class DuplicatesTest {

    private static final LocalRun RUN = new LocalRun(Progress.NONE, 7, 1, 1L << 30, Runnable::run);
    private static final List<String> NAMES = List.of("surname", "given", "birth", "phone", "town");

    private static Result run(final Dataset data, final Map<String, String> parameters) {
        final var duplicates = new Duplicates();
        return duplicates.run(data, Parameters.of(duplicates.descriptor().parameters(), parameters), RUN);
    }

    private static Dataset data(final List<String> names, final String... lines) {
        final var columns = new ArrayList<Column>();
        for (int c = 0; c < names.size(); c++) {
            final int column = c;
            columns.add(TextColumn.of(names.get(c), Arrays.stream(lines).map(line -> line.split("\\|", -1)[column])
                    .map(text -> text.isEmpty() ? null : text).toList()));
        }
        return new Dataset(Frame.of(columns), Map.of(Role.FEATURES, names));
    }

    private static String word(final Randomness random) {
        final var word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static String mistyped(final Randomness random, final String text) {
        final int place = random.nextInt(text.length() - 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, place) + text.substring(place + 1);
            case 1 -> text.substring(0, place) + text.charAt(place + 1) + text.charAt(place) + text.substring(place + 2);
            default -> text.substring(0, place) + text.charAt(place) + text.substring(place);
        };
    }

    /** People of which every fifth is there again with an error; row i and the person of row i. */
    private static Dataset people(final int count, final int[] person) {
        final var random = Randomness.of(3, 1);
        final var lines = new String[count];
        for (int i = 0; i < count; i++) {
            person[i] = i;
            if (i % 5 == 4) {
                person[i] = person[random.nextInt(i)];
                final var cells = lines[person[i]].split("\\|");
                final int which = random.nextInt(2) == 0 ? 0 : 1;
                cells[which] = mistyped(random, cells[which]);
                lines[i] = String.join("|", cells);
            } else {
                lines[i] = String.join("|", word(random), word(random),
                        "19" + (30 + random.nextInt(60)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9),
                        "0" + (100_000_000 + random.nextInt(800_000_000)), word(random).substring(0, 4));
            }
        }
        return data(NAMES, lines);
    }

    @Test
    void similaritiesAreThosePublished() {
        assertEquals(.9611111111, JaroWinkler.of("MARTHA", "MARHTA"), 1e-10);
        assertEquals(.8133333333, JaroWinkler.of("DIXON", "DICKSONX"), 1e-10);
        assertEquals(.84, JaroWinkler.of("DWAYNE", "DUANE"), 1e-10);
        assertEquals(1, JaroWinkler.of("王芳", "王芳"));
        assertEquals(0, JaroWinkler.of("abc", "xyz"));
        assertEquals(0, JaroWinkler.of("", "a"));
        assertEquals(1, JaroWinkler.of("", ""));
    }

    @Test
    void longTextsAreComparedLikeShortOnes() {
        final var random = Randomness.of(5, 5);
        for (int i = 0; i < 5_000; i++) {
            final var one = text(random, "abcd").toCharArray();
            final var other = text(random, "abcd").toCharArray();
            assertEquals(JaroWinkler.few(one, 0, one.length, other, 0, other.length), JaroWinkler.many(one, 0, one.length, other, 0, other.length),
                    new String(one) + ' ' + new String(other));
        }
        assertTrue(JaroWinkler.of("abcdefghij".repeat(9), "abcdefghij".repeat(9) + "x") > .99);
    }

    @Test
    void oneStepIsOneEdit() {
        final var random = Randomness.of(11, 2);
        final var letters = "ab1";
        for (int i = 0; i < 20_000; i++) {
            final var one = text(random, letters);
            final var other = text(random, letters);
            assertEquals(EditDistance.of(one, other) <= 1,
                    EditDistance.isOneStep(one.toCharArray(), 0, one.length(), other.toCharArray(), 0, other.length()), one + ' ' + other);
        }
        assertEquals(1, EditDistance.of("1234", "1324"));
        assertEquals(3, EditDistance.of("kitten", "sitting"));
    }

    private static String text(final Randomness random, final String letters) {
        final var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void whatDoesNotCountIsTakenAway() {
        assertEquals("muller", Cleaner.clean(" Müller ", Kind.NAME));
        assertEquals("oconnor", Cleaner.clean("O'Connor", Kind.NAME));
        assertEquals("12 main street", Cleaner.clean("12, Main-Street", Kind.TEXT));
        assertEquals(Cleaner.clean("+86 138 0013 8000", Kind.PHONE), Cleaner.clean("13800138000", Kind.PHONE));
        assertEquals("20240307", Cleaner.clean("2024-03-07", Kind.DATE));
        assertEquals("20240307", Cleaner.clean("2024年3月7日", Kind.DATE));
        assertEquals("20240325", Cleaner.clean("25.3.2024", Kind.DATE));
        assertEquals("abc123", Cleaner.clean("ＡＢＣ－１２３", Kind.CODE));
    }

    @Test
    void columnsAreKnownByTheirValues() {
        final var kinds = data(List.of("who", "mail", "birth", "tel", "zip", "address"), "Anna|a@b.org|1990-01-02|030 12345|10115|1 Long Street",
                "Bo|b@c.org|1991-02-03|030 23456|10117|2 High Street");
        assertEquals(List.of(Kind.NAME, Kind.MAIL, Kind.DATE, Kind.PHONE, Kind.POSTCODE, Kind.TEXT),
                kinds.frame().columns().stream().map(KindGuess::of).toList());
    }

    /** Addresses made of the name say the name twice: only a slip makes two of them one. */
    @Test
    void peopleOfOneNameAreNotOneForTheirAddresses() {
        final var random = Randomness.of(8, 2);
        final var lines = new ArrayList<String>();
        final var person = new ArrayList<Integer>();
        final var names = List.of("anna", "peter", "maria", "felix", "hanna", "sofie", "lucas", "clara", "simon", "laura");
        final var others = List.of("huber", "gruber", "wimmer", "binder", "leitner", "bauer", "wagner", "moser", "fuchs", "berger");
        for (int i = 0; i < 1_500; i++) {
            final var given = names.get(random.nextInt(10));
            final var surname = others.get(random.nextInt(10));
            final var mail = given + '.' + surname + (1_000 + random.nextInt(9_000));
            final var rest = "|" + LocalDate.ofEpochDay(-9_000 + 11L * i) + "|0" + (600_000_000 + random.nextInt(90_000_000));
            lines.add(given + '|' + surname + '|' + mail + "@mail.org" + rest);
            person.add(i);
            if (i % 4 == 0) {
                lines.add(mistyped(random, given) + '|' + surname + '|' + (i % 8 == 0 ? mistyped(random, mail) : mail) + "@mail.org" + rest);
                person.add(i);
            }
        }
        final var frame = run(data(List.of("given", "surname", "mail", "birth", "phone"), lines.toArray(String[]::new)), Map.of())
                .table("groups").orElseThrow().frame();
        final var of = new HashMap<Integer, Integer>();
        for (int row = 0; row < frame.rows(); row++) {
            final int who = person.get(Integer.parseInt(frame.column("id").text(row)) - 1);
            assertEquals(who, of.computeIfAbsent((int) frame.column("group").number(row), unseen -> who));
        }
        assertEquals(375, of.size());
    }

    @Test
    void keysFindWhatAllPairsFind() {
        final var person = new int[6_000];
        final var result = run(people(6_000, person), Map.of());
        final var frame = result.table("groups").orElseThrow().frame();
        final var group = new HashMap<Integer, String>();
        for (int i = 0; i < frame.rows(); i++) {
            group.put((int) frame.column("id").number(i) - 1, frame.column("group").text(i));
        }
        int missed = 0;
        for (int i = 0; i < person.length; i++) {
            missed += person[i] != i && !(group.containsKey(i) && group.get(i).equals(group.get(person[i]))) ? 1 : 0;
        }
        assertTrue(missed <= 3, missed + " missed");
        final var people = new HashSet<Integer>();
        final var again = new HashSet<Integer>();
        Arrays.stream(person).filter(each -> !people.add(each)).forEach(again::add);
        assertEquals(again.size(), result.metric("groups"), 3);
        assertTrue(result.metric("compared-pairs") < 6_000 * 5_999 / 2 / 20, "compared " + result.metric("compared-pairs"));
    }

    @Test
    void anyNumberOfThreadsFindsTheSame() {
        final var data = people(8_000, new int[8_000]);
        final var duplicates = new Duplicates();
        final var parameters = Parameters.presets(duplicates.descriptor().parameters());
        final var one = duplicates.run(data, parameters, RUN);
        try (var helpers = Executors.newCachedThreadPool()) {
            final var several = duplicates.run(data, parameters, new LocalRun(Progress.NONE, 7, 5, 1L << 30, helpers));
            for (final var table : List.of("groups", "pairs", "columns", "keys")) {
                assertEquals(Fingerprint.of(one.table(table).orElseThrow().frame()), Fingerprint.of(several.table(table).orElseThrow().frame()), table);
            }
        }
    }

    @Test
    void aChainIsSplitWhereItsEndsDisagree() {
        // the middle row has the name of one person and the numbers of the other
        final var lines = new ArrayList<>(List.of("lindholm|astrid|1950-01-02|0312345678|bergen", "lindholm|astrid|1950-01-02|0312345678|",
                "lindholm|astrid||0398765432|oslo", "petrov|ivan|1988-09-30|0398765432|oslo", "petrov|ivan|1988-09-30|0398765432|"));
        final var random = Randomness.of(1, 9);
        for (int i = 0; i < 300; i++) {
            lines.add(String.join("|", word(random), word(random), "19" + (30 + random.nextInt(60)) + "-05-1" + random.nextInt(9),
                    "0" + (100_000_000 + random.nextInt(800_000_000)), word(random)));
        }
        final var data = data(NAMES, lines.toArray(String[]::new));
        final var agreed = Map.of("weights", "agreed", "split", "false", "threshold", "0.5");
        assertEquals(1, run(data, agreed).metric("groups"));
        final var checked = run(data, Map.of("weights", "agreed", "threshold", "0.5"));
        assertEquals(2, checked.metric("groups"));
        assertEquals(1, checked.metric("split-groups"));
        assertTrue(checked.warnings().stream().anyMatch(warning -> warning.code().equals("duplicates.split")));
    }

    @Test
    void rowsWithTooLittleInCommonAreNoDuplicates() {
        final var lines = IntStream.range(0, 400).mapToObj(i -> i % 2 == 0 ? "smith|" : "jones|").toArray(String[]::new);
        final var result = run(data(List.of("name", "empty"), lines), Map.of("weights", "agreed"));
        assertFalse(result.summary().isEmpty());
        assertTrue(result.metric("groups") <= 2);
    }

    @Test
    void unknownColumnsAndKindsAreRefused() {
        final var data = data(NAMES, "a|b|c|d|e", "f|g|h|i|j");
        for (final var wrong : List.of(Map.of("keys", "nothing|same||"), Map.of("keys", "surname|backwards||"), Map.of("kinds", "surname|colour"),
                Map.of("kinds", "surname|number"))) {
            assertThrows(ProblemException.class, () -> run(data, wrong), wrong.toString());
        }
    }

    @Test
    void aKeySharedByVeryManyIsComparedInItsNeighbourhood() {
        final var person = new int[5_000];
        final var data = people(5_000, person);
        final var one = new Dataset(data.frame().with(List.of(TextColumn.of("town", IntStream.range(0, 5_000).mapToObj(i -> "x").toList()))), data.roles());
        final var result = run(one, Map.of("keys", "town|same||"));
        assertTrue(result.warnings().stream().anyMatch(warning -> warning.code().equals("duplicates.large-blocks")));
        assertTrue(result.metric("compared-pairs") <= 5_000 * 20);
        assertTrue(result.metric("groups") > 400, "groups " + result.metric("groups"));
    }
}
