// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.exchange.DateStyle;
import org.kontor.exchange.DryRun;
import org.kontor.exchange.Evidence;
import org.kontor.exchange.ImportChoices;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.ImportOption;
import org.kontor.exchange.ImportResult;
import org.kontor.exchange.MatchingKey;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;
import org.kontor.exchange.SourceColumn;
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.internal.read.ColumnProfile;
import org.kontor.exchange.internal.read.FormatDetector;
import org.kontor.exchange.internal.read.Profile;
import org.kontor.exchange.internal.read.SourceFile;
import org.kontor.exchange.internal.run.ImportRun;
import org.kontor.exchange.internal.run.ImportSpec;
import org.kontor.model.ImportMapping;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** An import of one file being prepared. */
final class FileDraft implements ImportDraft {

    private static final int MAX_MAPPING_FILE = 4 << 20;

    private final SourceFile file;
    private final ImportKind kind;
    private final ColumnGuess guess;
    private final ImportChoices choices = new ImportChoices();
    private final Map<String, DateStyle> dates = new HashMap<>();
    private final Map<String, NumberStyle> numbers = new HashMap<>();
    private ReadOptions read;
    private Profile profile;
    private String[] targets;
    private Optional<String> proposedKey = Optional.empty();

    FileDraft(final Path path, final ImportKind kind) {
        this.file = SourceFile.of(path);
        this.kind = kind;
        this.guess = new ColumnGuess(kind);
        for (final var target : kind.targets()) {
            target.reference().ifPresent(rule -> {
                choices.unknown().put(target.name(), rule.unknown());
                choices.blank().put(target.name(), rule.blank());
            });
        }
        read = new FormatDetector(file, guess::knows).detect();
        profile = Profile.of(file, read);
        targets = guess.targets(profile.columns(), names(), read.header());
        proposeKey();
    }

    private List<String> names() {
        return columns().stream().map(SourceColumn::name).toList();
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public ImportKind kind() {
        return kind;
    }

    @Override
    public ReadOptions read() {
        return read;
    }

    @Override
    public void read(final ReadOptions options) {
        final var seen = Profile.of(file, options);
        final var before = new HashMap<String, String>();
        final var names = names();
        for (int i = 0; i < targets.length; i++) {
            before.put(names.get(i), targets[i]);
        }
        read = options;
        profile = seen;
        final var guessed = guess.targets(profile.columns(), names(), read.header());
        final var now = names();
        final var taken = new HashSet<String>();
        targets = new String[guessed.length];
        for (int i = 0; i < targets.length; i++) {
            final var kept = before.get(now.get(i));
            if (kept != null && taken.add(kept)) {
                targets[i] = kept;
            }
        }
        for (int i = 0; i < targets.length; i++) {
            if (!before.containsKey(now.get(i)) && guessed[i] != null && taken.add(guessed[i])) {
                targets[i] = guessed[i];
            }
        }
        proposeKey();
    }

    @Override
    public List<Evidence> evidence() {
        final var evidence = new ArrayList<>(read.evidence());
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != null) {
                evidenceOf(profile.columns().get(i), columns().get(i), evidence);
            }
        }
        return evidence;
    }

    private void evidenceOf(final ColumnProfile seen, final SourceColumn column, final List<Evidence> evidence) {
        final var target = kind.targets().stream().filter(each -> each.name().equals(targets[column.index()])).findFirst().orElseThrow();
        switch (target.kind()) {
            case DATE, INSTANT -> evidence.add(new Evidence("dates", column.name(), column.dates().pattern(),
                    dates.containsKey(column.name())
                    ? text("evidence.chosen") : text(seen.datesAmbiguous() ? "evidence.dates.either" : "evidence.dates", seen.dateLike(),
                            column.filled()),
                    column.certain()));
            case MONEY, DECIMAL, PERCENT, INTEGER -> numberEvidence(seen, column, evidence);
            default -> {
                return;
            }
        }
    }

    private void numberEvidence(final ColumnProfile seen, final SourceColumn column, final List<Evidence> evidence) {
        if (numbers.containsKey(column.name()) || seen.numbersAmbiguous() || seen.numberVotes() > 0) {
            evidence.add(new Evidence("numbers", column.name(), column.numbers().name(),
                    numbers.containsKey(column.name()) ? text("evidence.chosen")
                            : text(seen.numbersAmbiguous() ? "evidence.numbers.either" : "evidence.numbers", seen.numberVotes()),
                                    column.certain()));
        }
    }

    private static String text(final String key, final Object... arguments) {
        return Messages.TEXTS.get(key, arguments);
    }

    @Override
    public List<SourceColumn> columns() {
        return profile.columns().stream().map(this::column).toList();
    }

    private SourceColumn column(final ColumnProfile seen) {
        final var plain = seen.column(seen.dates(), seen.numbers(), true);
        final var chosenDates = dates.get(plain.name());
        final var chosenNumbers = numbers.get(plain.name());
        final boolean certain = (chosenDates != null || !seen.datesAmbiguous()) && (chosenNumbers != null || !seen.numbersAmbiguous());
        return seen.column(chosenDates == null ? seen.dates() : chosenDates,
                chosenNumbers != null ? chosenNumbers : read.separator() == Separator.SEMICOLON && seen.numbersAmbiguous()
                ? NumberStyle.COMMA : seen.numbers(), certain);
    }

    @Override
    public List<List<String>> preview() {
        return profile.preview();
    }

    @Override
    public Optional<String> target(final int column) {
        return Optional.ofNullable(targets[column]);
    }

    @Override
    public void map(final int column, final String target) {
        if (target != null) {
            if (kind.targets().stream().noneMatch(each -> each.name().equals(target))) {
                throw Problem.of(Messages.TEXTS, "mapping.target", target, kind.label()).asException();
            }
            for (int i = 0; i < targets.length; i++) {
                targets[i] = target.equals(targets[i]) ? null : targets[i];
            }
        }
        targets[column] = target;
        proposeKey();
    }

    private void proposeKey() {
        final var best = possibleKeys().stream().map(MatchingKey::name).findFirst();
        final boolean possible = choices.key.isEmpty() || possibleKeys().stream().anyMatch(key -> key.name().equals(choices.key.get()));
        if (choices.key.equals(proposedKey) || !possible) {
            choices.key = best;
            proposedKey = best;
        }
    }

    @Override
    public void dates(final int column, final DateStyle style) {
        dates.put(columns().get(column).name(), style);
    }

    @Override
    public void numbers(final int column, final NumberStyle style) {
        numbers.put(columns().get(column).name(), style);
    }

    @Override
    public ImportChoices choices() {
        return choices;
    }

    @Override
    public List<MatchingKey> possibleKeys() {
        final var mapped = Arrays.asList(targets);
        return kind.matchingKeys().stream().filter(key -> mapped.containsAll(key.targets())).toList();
    }

    @Override
    public List<Problem> obstacles() {
        final var found = new ArrayList<Problem>();
        final var mapped = Arrays.asList(targets);
        for (final var target : kind.targets()) {
            if (target.required() && !mapped.contains(target.name()) && choices.defaults().getOrDefault(target.name(), "").isEmpty()
                    && choices.mode != ImportMode.UPDATE_ONLY) {
                found.add(Problem.of(Messages.TEXTS, "mapping.required", target.label(), kind.label()));
            }
            final boolean creates = choices.unknown().get(target.name()) == UnknownChoice.CREATE
                    || choices.unknownValues().getOrDefault(target.name(), Map.of()).containsValue(UnknownChoice.CREATE);
            if (creates && mapped.contains(target.name()) && target.reference().flatMap(rule -> rule.creator()).isEmpty()) {
                found.add(Problem.of(Messages.TEXTS, "mapping.create", target.label()));
            }
        }
        if (mapped.stream().allMatch(java.util.Objects::isNull)) {
            found.add(Problem.of(Messages.TEXTS, "mapping.nothing", file.path().getFileName().toString(), kind.label()));
        }
        if (choices.key.isEmpty() && choices.mode == ImportMode.UPDATE_ONLY) {
            found.add(Problem.of(Messages.TEXTS, "mapping.key", kind.label()));
        }
        choices.key.filter(name -> possibleKeys().stream().noneMatch(key -> key.name().equals(name)))
                .ifPresent(name -> found.add(Problem.of(Messages.TEXTS, "mapping.badkey", name)));
        for (final var option : kind.options()) {
            check(option).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Problem> check(final ImportOption option) {
        final var chosen = choices.options().get(option.key());
        return chosen == null || option.values().isEmpty() || option.names().isPresent() || option.values().contains(chosen) ? Optional.empty()
                : Optional.of(Problem.of(Messages.TEXTS, "mapping.option", option.key(), chosen, String.join(", ", option.values())));
    }

    @Override
    public String toJson() {
        return MappingJson.write(this, dates, numbers);
    }

    @Override
    public void load(final String json) {
        final var mapping = MappingJson.read(json, kind);
        final var options = mapping.read(read);
        final var seen = options.equals(read) ? profile : Profile.of(file, options);
        final var names = seen.columns().stream().map(each -> each.column(DateStyle.ISO, NumberStyle.POINT, true).name()).toList();
        final var mapped = mapping.targets(names, file.path().getFileName().toString());
        read = options;
        profile = seen;
        targets = mapped;
        dates.clear();
        dates.putAll(mapping.dates());
        numbers.clear();
        numbers.putAll(mapping.numbers());
        mapping.apply(choices);
        proposedKey = Optional.of("");
    }

    @Override
    public void load(final Path mapping) {
        try {
            if (Files.size(mapping) > MAX_MAPPING_FILE) {
                throw Problem.of(Messages.TEXTS, "mapping.damaged", mapping.getFileName().toString()).asException();
            }
            load(Files.readString(mapping));
        } catch (java.nio.charset.CharacterCodingException binary) {
            throw Problem.of(Messages.TEXTS, "mapping.damaged", mapping.getFileName().toString()).asException(binary);
        } catch (IOException failed) {
            throw FileProblems.reading(mapping, failed);
        }
    }

    @Override
    public void save(final Store store, final String name) {
        final var definition = toJson();
        if (name.isBlank() || name.length() > 120 || definition.length() > 32_000) {
            throw Problem.of(Messages.TEXTS, "mapping.name", name).asException();
        }
        store.write(Intent.of(Cause.EDIT, text("intent.mapping", name)), writer -> {
            final var existing = writer.list(Query.of(ImportMapping.class).where(Filter.equal("name", name))
                    .where(Filter.equal("kind", kind.key())));
            final var mapping = existing.isEmpty() ? new ImportMapping() : existing.get(0);
            mapping.setName(name);
            mapping.setKind(kind.key());
            mapping.setDefinition(definition);
            if (existing.isEmpty()) {
                writer.add(mapping);
            }
        });
    }

    @Override
    public DryRun check(final Store store, final Progress progress) {
        return ImportRun.check(spec(), store, progress);
    }

    @Override
    public ImportResult run(final Store store, final Progress progress) {
        return ImportRun.run(spec(), store, progress);
    }

    private ImportSpec spec() {
        final var obstacles = obstacles();
        if (!obstacles.isEmpty()) {
            throw obstacles.get(0).asException();
        }
        final var byTarget = new HashMap<String, Integer>();
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != null) {
                byTarget.put(targets[i], i);
            }
        }
        return new ImportSpec(SourceFile.of(file.path()), kind, read, profile, columns(), byTarget, choices, toJson());
    }
}
