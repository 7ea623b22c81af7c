// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.kontor.exchange.BadValueChoice;
import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.DateStyle;
import org.kontor.exchange.DuplicateChoice;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.ImportOption;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.MatchingKey;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.RowDecision;
import org.kontor.exchange.Separator;
import org.kontor.exchange.SourceColumn;
import org.kontor.exchange.UnknownChoice;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.internal.Usage;

/** The options of an import, and what they do to it. */
final class ImportOptions {

    static final String COMMAND = "import";
    static final String MAPPING = "mapping";
    static final String WRITE_MAPPING = "write-mapping";
    static final String DRY_RUN = "dry-run";
    static final String ACCEPT_SUGGESTIONS = "accept-suggestions";

    private static final String AGAIN = "again";
    private static final String MODE = "mode";
    private static final String KEY = "key";
    private static final String DUPLICATES = "duplicates";
    private static final String BAD_VALUES = "bad-values";
    private static final String UNKNOWN = "unknown";
    private static final String BLANK = "blank";
    private static final String BLANK_OVERWRITES = "blank-overwrites";
    private static final String REPLACE = "replace";
    private static final String DEFAULT = "default";
    private static final String SET = "set";
    private static final String MAP = "map";
    private static final String SKIP_ROW = "skip-row";
    private static final String ENCODING = "encoding";
    private static final String SEPARATOR = "separator";
    private static final String NO_HEADER = "no-header";
    private static final String SKIP_LINES = "skip-lines";
    private static final String DATES = "dates";
    private static final String NUMBERS = "numbers";

    private ImportOptions() {
    }

    static List<Option> options() {
        return List.of(
                Option.path(MAPPING, "FILE", text(MAPPING)),
                Option.path(WRITE_MAPPING, "FILE", text(WRITE_MAPPING)),
                Option.flag(DRY_RUN, text(DRY_RUN)),
                Option.flag(AGAIN, text(AGAIN)),
                Option.choice(MODE, text(MODE), Choices.words(ImportMode.class)),
                Option.text(KEY, "NAME", text(KEY)),
                Option.choice(DUPLICATES, text(DUPLICATES), Choices.words(DuplicateChoice.class)),
                Option.choice(BAD_VALUES, text(BAD_VALUES), Choices.words(BadValueChoice.class)),
                Option.text(UNKNOWN, "FIELD=CHOICE", text(UNKNOWN, String.join(", ", Choices.words(UnknownChoice.class)))).repeated(),
                Option.text(BLANK, "FIELD=CHOICE", text(BLANK, String.join(", ", Choices.words(BlankChoice.class)))).repeated(),
                Option.flag(BLANK_OVERWRITES, text(BLANK_OVERWRITES)),
                Option.flag(ACCEPT_SUGGESTIONS, text(ACCEPT_SUGGESTIONS)),
                Option.text(REPLACE, "FIELD:OLD=NEW", text(REPLACE)).repeated(),
                Option.text(DEFAULT, "FIELD=VALUE", text(DEFAULT)).repeated(),
                Option.text(MAP, "COLUMN=FIELD", text(MAP)).repeated(),
                Option.text(SET, "NAME=VALUE", text(SET)).repeated(),
                Option.number(SKIP_ROW, text(SKIP_ROW), 1, Long.MAX_VALUE).repeated(),
                Option.text(ENCODING, "NAME", text(ENCODING)),
                Option.choice(SEPARATOR, text(SEPARATOR), Choices.words(Separator.class)),
                Option.flag(NO_HEADER, text(NO_HEADER)),
                Option.number(SKIP_LINES, text(SKIP_LINES), 0, 1_000),
                Option.text(DATES, "COLUMN=STYLE", text(DATES, String.join(", ", Choices.words(DateStyle.class)))).repeated(),
                Option.text(NUMBERS, "COLUMN=STYLE", text(NUMBERS, String.join(", ", Choices.words(NumberStyle.class)))).repeated());
    }

    private static String text(final String option, final Object... args) {
        return Messages.text("import.option." + option, args);
    }

    /**
     * Reads the file as the options say, takes over the mapping, and then what the options say beyond it.
     *
     * @param invocation what was typed
     * @param draft      the import
     */
    static void apply(final Invocation invocation, final ImportDraft draft) {
        applyReading(invocation, draft);
        invocation.findPath(MAPPING).ifPresent(draft::load);
        applyColumns(invocation, draft);
        applyChoices(invocation, draft);
    }

    private static void applyReading(final Invocation invocation, final ImportDraft draft) {
        var read = draft.read();
        if (invocation.has(ENCODING)) {
            read = read.withCharset(charset(invocation.text(ENCODING)));
        }
        if (invocation.has(SEPARATOR)) {
            read = read.withSeparator(Choices.of(Separator.class, invocation.text(SEPARATOR)));
        }
        if (invocation.has(NO_HEADER)) {
            read = read.withHeader(false);
        }
        if (invocation.has(SKIP_LINES)) {
            read = read.withSkipLines((int) invocation.number(SKIP_LINES).getAsLong());
        }
        if (!read.equals(draft.read())) {
            draft.read(read);
        }
    }

    private static Charset charset(final String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw Usage.wrongWord(COMMAND, name.toLowerCase(Locale.ROOT), List.of("utf-8", "utf-16", "gb18030", "windows-1252",
                    "iso-8859-1"), "",
                    "badEncoding", name);
        }
    }

    private static void applyColumns(final Invocation invocation, final ImportDraft draft) {
        pairs(invocation, MAP, '=', (column, target) -> draft.map(column(draft, MAP, column),
                target.isEmpty() ? null : target(draft, MAP, target)));
        pairs(invocation, DATES, '=', (column, style) -> draft.dates(column(draft, DATES, column),
                Choices.checked(COMMAND, "--" + DATES, DateStyle.class, style)));
        pairs(invocation, NUMBERS, '=', (column, style) -> draft.numbers(column(draft, NUMBERS, column),
                Choices.checked(COMMAND, "--" + NUMBERS, NumberStyle.class, style)));
    }

    private static void applyChoices(final Invocation invocation, final ImportDraft draft) {
        final var choices = draft.choices();
        invocation.find(MODE).ifPresent(word -> choices.mode = Choices.of(ImportMode.class, word));
        invocation.find(KEY).ifPresent(name -> choices.key = Optional.of(
                Choices.oneOf(COMMAND, "--" + KEY, draft.possibleKeys().stream().map(MatchingKey::name).toList(), name)));
        invocation.find(DUPLICATES).ifPresent(word -> choices.duplicates = Choices.of(DuplicateChoice.class, word));
        invocation.find(BAD_VALUES).ifPresent(word -> choices.badValues = Choices.of(BadValueChoice.class, word));
        choices.blankOverwrites |= invocation.has(BLANK_OVERWRITES);
        choices.again |= invocation.has(AGAIN);
        forReferences(invocation, draft, UNKNOWN, (target, word) -> choices.unknown().put(target,
                Choices.checked(COMMAND, "--" + UNKNOWN, UnknownChoice.class, word)));
        forReferences(invocation, draft, BLANK, (target, word) -> choices.blank().put(target,
                Choices.checked(COMMAND, "--" + BLANK, BlankChoice.class, word)));
        pairs(invocation, REPLACE, ':', (target, change) -> {
            final int equals = change.indexOf('=');
            if (equals < 1) {
                throw Usage.wrong(COMMAND, "badPair", "--" + REPLACE, "FIELD:OLD=NEW", target + ':' + change);
            }
            choices.replace(target(draft, REPLACE, target), change.substring(0, equals), change.substring(equals + 1));
        });
        pairs(invocation, DEFAULT, '=', (target, value) -> choices.defaults().put(target(draft, DEFAULT, target), value));
        pairs(invocation, SET, '=', (name, value) -> choices.options().put(
                Choices.oneOf(COMMAND, "--" + SET, draft.kind().options().stream().map(ImportOption::key).toList(), name), value));
        invocation.all(SKIP_ROW).forEach(row -> choices.rows().put(Long.valueOf(row), RowDecision.SKIP));
    }

    /** {@code FIELD=CHOICE} for one reference, {@code CHOICE} alone for every reference that is mapped. */
    private static void forReferences(final Invocation invocation, final ImportDraft draft, final String option,
            final BiConsumer<String, String> choose) {
        for (final var typed : invocation.all(option)) {
            final int equals = typed.indexOf('=');
            if (equals < 0) {
                mapped(draft, target -> choose.accept(target, typed));
            } else {
                final var references = draft.kind().targets().stream().filter(target -> target.reference().isPresent())
                        .map(ImportTarget::name).toList();
                choose.accept(Choices.oneOf(COMMAND, "--" + option, references, typed.substring(0, equals)), typed.substring(equals + 1));
            }
        }
    }

    private static void mapped(final ImportDraft draft, final Consumer<String> use) {
        final var references = draft.kind().targets().stream().filter(target -> target.reference().isPresent()).map(ImportTarget::name)
                .toList();
        draft.columns().stream().flatMap(column -> draft.target(column.index()).stream()).filter(references::contains).forEach(use);
    }

    private static void pairs(final Invocation invocation, final String option, final char between, final BiConsumer<String, String> use) {
        for (final var typed : invocation.all(option)) {
            final int place = typed.indexOf(between);
            if (place < 1) {
                final var shape = options().stream().filter(known -> known.name().equals(option)).findFirst().orElseThrow().valueName();
                throw Usage.wrong(COMMAND, "badPair", "--" + option, shape, typed);
            }
            use.accept(typed.substring(0, place), typed.substring(place + 1));
        }
    }

    private static int column(final ImportDraft draft, final String option, final String name) {
        final var names = draft.columns().stream().map(SourceColumn::name).toList();
        return names.indexOf(Choices.oneOf(COMMAND, "--" + option, names, name));
    }

    private static String target(final ImportDraft draft, final String option, final String name) {
        return Choices.oneOf(COMMAND, "--" + option, draft.kind().targets().stream().map(ImportTarget::name).toList(), name);
    }

    /**
     * Writes the mapping that was used, so that the next file of the same shape needs no options.
     *
     * @param draft the import
     * @param file  the file; replaced where it exists
     */
    static void writeMapping(final ImportDraft draft, final Path file) {
        try {
            Files.writeString(file, draft.toJson() + '\n', StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw Messages.problem("unwritable", file).asException(failed);
        }
    }
}
