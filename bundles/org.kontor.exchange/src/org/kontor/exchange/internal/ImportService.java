// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import org.kontor.core.problem.Problem;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.Imports;
import org.kontor.exchange.internal.read.FormatDetector;
import org.kontor.exchange.internal.read.Profile;
import org.kontor.exchange.internal.read.SourceFile;
import org.kontor.model.ImportMapping;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Knows every kind of import that is installed. */
@Component
public final class ImportService implements Imports {

    private final List<ImportKind> kinds;

    /**
     * @param kinds the kinds that are installed
     */
    @Activate
    public ImportService(@Reference(policyOption = ReferencePolicyOption.GREEDY) final List<ImportKind> kinds) {
        this.kinds = kinds.stream().sorted(Comparator.comparingInt(ImportKind::rank).thenComparing(ImportKind::key)).toList();
    }

    @Override
    public List<ImportKind> kinds() {
        return kinds;
    }

    @Override
    public ImportKind kind(final String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst().orElseThrow(() -> Problem
                .of(Messages.TEXTS, "import.kind", key, kinds.stream().map(ImportKind::key).collect(Collectors.joining(", ")))
                .asException());
    }

    @Override
    public Optional<ImportKind> guess(final Path file) {
        final var source = SourceFile.of(file);
        final var guesses = kinds.stream().collect(Collectors.toMap(kind -> kind, ColumnGuess::new));
        final var options = new FormatDetector(source, header -> guesses.values().stream().anyMatch(guess -> guess.knows(header))).detect();
        if (!options.header()) {
            return Optional.empty();
        }
        final var profile = Profile.of(source, options);
        final var names = profile.columns().stream().map(each -> each.column(org.kontor.exchange.DateStyle.ISO,
                org.kontor.exchange.NumberStyle.POINT, true).name())
                .toList();
        return kinds.stream().map(kind -> new Score(kind, score(kind, guesses.get(kind), profile, names)))
                .filter(score -> score.points() > 0)
                .max(Comparator.comparingDouble(Score::points)).map(Score::kind);
    }

    private record Score(ImportKind kind, double points) {
    }

    /**
     * Columns that find a target, and twice as much for columns that are required; a kind whose required columns are missing cannot be it.
     */
    private static double score(final ImportKind kind, final ColumnGuess guess, final Profile profile, final List<String> names) {
        final var targets = java.util.Arrays.asList(guess.targets(profile.columns(), names, true));
        final boolean complete = kind.targets().stream().filter(target -> target.required())
                .allMatch(target -> targets.contains(target.name()));
        final long mapped = targets.stream().filter(java.util.Objects::nonNull).count();
        final long exact = names.stream().filter(guess::knows).count();
        return complete ? mapped + 0.5 * exact : 0;
    }

    @Override
    public ImportDraft inspect(final Path file, final String kind) {
        return new FileDraft(file, kind(kind));
    }

    @Override
    public List<SavedMapping> mappings(final Store store, final String kind) {
        return store.read(session -> session.rows(Query.of(ImportMapping.class).where(Filter.equal("kind", kind)).orderBy("name", true),
                List.of("name", "definition"))
                .stream().map(row -> new SavedMapping((String) row[0], (String) row[1])).toList());
    }
}
