// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.exchange.DryRun;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.Imports;
import org.kontor.store.Store;

/** One import from the choice of its file to its end: what the pages of the wizard share. Belongs to the user-interface thread. */
final class ImportSession {

    /**
     * What was seen in a file.
     *
     * @param draft   the import
     * @param chosen  whether its kind was chosen or recognised; otherwise it only serves for a look at the rows
     * @param guessed the kind that the headers look like
     */
    record Look(ImportDraft draft, boolean chosen, Optional<ImportKind> guessed) {
    }

    private final Imports imports;
    private final Store store;
    private final Decisions decisions = new Decisions();
    private Optional<Look> look = Optional.empty();
    private Optional<DryRun> checked = Optional.empty();

    ImportSession(final Imports imports, final Store store) {
        this.imports = imports;
        this.store = store;
    }

    Imports imports() {
        return imports;
    }

    Store store() {
        return store;
    }

    /** Looks at a file; for a worker thread. */
    Look look(final Path file, final Optional<String> kind) {
        final var guessed = imports.guess(file);
        final var key = kind.or(() -> guessed.map(ImportKind::key));
        return new Look(imports.inspect(file, key.orElseGet(() -> imports.kinds().getFirst().key())), key.isPresent(), guessed);
    }

    Optional<Look> seen() {
        return look;
    }

    void see(final Optional<Look> now) {
        look = now;
        changed();
        decisions.clear();
    }

    /** The import, once file and kind are known. */
    Optional<ImportDraft> draft() {
        return look.filter(Look::chosen).map(Look::draft);
    }

    /** Says that something changed that the last check did not know. */
    void changed() {
        checked = Optional.empty();
    }

    Optional<DryRun> checked() {
        return checked;
    }

    void checked(final DryRun run) {
        checked = Optional.of(run);
        final var draft = draft().orElseThrow();
        decisions.take(run.report(), draft.kind().targets(), columnsByTarget(draft), draft.choices());
    }

    Decisions decisions() {
        return decisions;
    }

    private static Map<String, String> columnsByTarget(final ImportDraft draft) {
        final var columns = new HashMap<String, String>();
        for (final var column : draft.columns()) {
            draft.target(column.index()).ifPresent(target -> columns.put(target, column.name()));
        }
        return columns;
    }

    /** Fields that need a value and that no column fills. */
    static List<ImportTarget> missing(final ImportDraft draft) {
        final var mapped = columnsByTarget(draft);
        return draft.kind().targets().stream()
                .filter(target -> !mapped.containsKey(target.name()) && (target.required() || target.name().equals("currency"))).toList();
    }
}
