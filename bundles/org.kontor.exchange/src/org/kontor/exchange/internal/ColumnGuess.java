// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.core.text.Texts;
import org.kontor.core.value.EmailAddress;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.internal.read.ColumnProfile;
import org.kontor.exchange.internal.value.Names;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;

/** Guesses which column is which target: by name, label and synonyms in English and Chinese, then by what the values are. */
final class ColumnGuess {

    private static final Texts MODEL = Texts.beside(Field.class);
    private static final int EXACT = 100;
    private static final int SYNONYM = 90;
    private static final int PART = 40;

    private final ImportKind kind;
    private final Map<String, Map<String, Integer>> scores = new HashMap<>();

    ColumnGuess(final ImportKind kind) {
        this.kind = kind;
        for (final var target : kind.targets()) {
            known(target, target.name(), EXACT + 2);
            known(target, target.label(), EXACT);
            target.field().ifPresent(field -> {
                for (final var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    final var label = MODEL.get(locale, kind.recordType().name() + '.' + field.name());
                    if (!label.startsWith("!")) {
                        known(target, label, EXACT);
                    }
                }
                field.target().ifPresent(type -> Catalogue.standard().type(type).fields()
                        .forEach(key -> known(target, field.name() + '.' + key.name(), key.title() ? EXACT + 1 : SYNONYM - 10)));
            });
            for (int i = 0; i < target.synonyms().size(); i++) {
                known(target, target.synonyms().get(i), SYNONYM - Math.min(i, 9));
            }
        }
    }

    private void known(final ImportTarget target, final String name, final int score) {
        scores.computeIfAbsent(Names.letters(name), letters -> new HashMap<>()).merge(target.name(), score, Math::max);
    }

    /** Whether a text is a usual header of some column of the kind. */
    boolean knows(final String header) {
        return scores.containsKey(Names.letters(header));
    }

    private record Guess(int column, String target, int score) {
    }

    /** For each column a target or null; no target twice. */
    String[] targets(final List<ColumnProfile> profiles, final List<String> headers, final boolean named) {
        final var guesses = new ArrayList<Guess>();
        for (int i = 0; named && i < headers.size(); i++) {
            final int column = i;
            final var letters = Names.letters(headers.get(i));
            scores.getOrDefault(letters, Map.of()).forEach((target, score) -> guesses.add(new Guess(column, target, score)));
            parts(letters).forEach((target, score) -> guesses.add(new Guess(column, target, score)));
        }
        guesses.sort(Comparator.comparingInt(Guess::score).reversed().thenComparingInt(Guess::column));
        final var targets = new String[profiles.size()];
        final var taken = new HashSet<String>();
        for (final var guess : guesses) {
            if (targets[guess.column()] == null && fits(guess.target(), profiles.get(guess.column())) && taken.add(guess.target())) {
                targets[guess.column()] = guess.target();
            }
        }
        byValues(profiles, targets, taken);
        return targets;
    }

    /** Headers that only contain a usual name, such as "customer e-mail address"; short names are too common to count. */
    private Map<String, Integer> parts(final String letters) {
        final var found = new HashMap<String, Integer>();
        if (scores.containsKey(letters)) {
            return found;
        }
        scores.forEach((name, targets) -> {
            if (name.length() >= (name.charAt(0) > 0x2E80 ? 2 : 5) && letters.contains(name)) {
                targets.forEach((target, score) -> found.merge(target, PART + Math.min(name.length(), 30), Math::max));
            }
        });
        return found;
    }

    private boolean fits(final String name, final ColumnProfile profile) {
        final var kindOfValue = target(name).kind();
        final long filled = profile.frequencies().values().stream().mapToLong(Integer::longValue).sum();
        if (filled == 0) {
            return true;
        }
        return switch (kindOfValue) {
            case DATE -> profile.dateLike() * 2L >= filled;
            case EMAIL -> share(profile, "@") >= 0.5;
            default -> true;
        };
    }

    private ImportTarget target(final String name) {
        return kind.targets().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static double share(final ColumnProfile profile, final String part) {
        return profile.frequencies().keySet().stream().filter(value -> value.contains(part)).count() / (double) profile.frequencies()
                .size();
    }

    private void byValues(final List<ColumnProfile> profiles, final String[] targets, final HashSet<String> taken) {
        for (int i = 0; i < targets.length; i++) {
            final var profile = profiles.get(i);
            if (targets[i] != null || profile.frequencies().isEmpty()) {
                continue;
            }
            final long filled = profile.frequencies().values().stream().mapToLong(Integer::longValue).sum();
            FieldKind shown = null;
            if (profile.frequencies().keySet().stream().allMatch(value -> EmailAddress.parse(value).isPresent())) {
                shown = FieldKind.EMAIL;
            } else if (profile.dateLike() == filled) {
                shown = FieldKind.DATE;
            }
            final var wanted = shown;
            final var free = kind.targets().stream().filter(each -> each.kind() == wanted && (wanted == FieldKind.EMAIL || each.required())
                    && !taken.contains(each.name())).toList();
            if (free.size() == 1) {
                targets[i] = free.get(0).name();
                taken.add(targets[i]);
            }
        }
    }
}
