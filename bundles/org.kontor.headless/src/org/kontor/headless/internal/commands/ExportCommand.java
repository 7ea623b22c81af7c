// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.kontor.exchange.CsvExport;
import org.kontor.exchange.Separator;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.Section;
import org.kontor.headless.StoreAccess;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes records into a file. */
@Component
public final class ExportCommand implements Command {

    private static final String NAME = "export";
    private static final String KIND = "KIND";
    private static final String FILE = "FILE";
    private static final String COLUMNS = "columns";
    private static final String LABELS = "labels";
    private static final String BYTE_ORDER_MARK = "bom";
    private static final String SEPARATOR = "separator";

    private final StoreAccess access;

    @Activate
    public ExportCommand(@Reference final StoreAccess access) {
        this.access = access;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of(NAME, Section.RECORDS, Messages.text("export.summary"))
                .detail(Messages.text("export.detail"))
                .operand(Operand.required(KIND, Messages.text("export.kind")).oneOf(List.copyOf(types().keySet())))
                .operand(Operand.required(FILE, Messages.text("export.file")))
                .options(access.options())
                .option(Option.text(COLUMNS, "FIELD,FIELD,...", Messages.text("export.columns")))
                .option(Option.flag(LABELS, Messages.text("export.labels")))
                .option(Option.choice(SEPARATOR, Messages.text("export.separator"), separators()))
                .option(Option.flag(BYTE_ORDER_MARK, Messages.text("export.bom")))
                .example("./kontor export accounts accounts.csv --store company", Messages.text("export.example"))
                .build();
    }

    private static List<String> separators() {
        return Choices.words(Separator.class).stream().filter(word -> !word.equals(Choices.word(Separator.BLANKS))).toList();
    }

    private static Map<String, RecordType<?>> types() {
        final var types = new LinkedHashMap<String, RecordType<?>>();
        Catalogue.standard().types().forEach(type -> types.put(Plain.word(type), type));
        return types;
    }

    @Override
    public Answer run(final Invocation invocation) {
        final RecordType<?> type = types().get(invocation.text(KIND));
        final var file = invocation.path(FILE);
        final var paths = invocation.find(COLUMNS).map(text -> columns(type, text)).orElseGet(() -> CsvExport.paths(type));
        final var separator = invocation.find(SEPARATOR).map(word -> Choices.of(Separator.class, word)).orElse(Separator.COMMA);
        final var headers = invocation.has(LABELS) ? paths.stream().map(path -> label(type, path)).toList() : List.<String>of();
        try (var store = access.open(invocation, StoreAccess.Purpose.READ)) {
            final long records = new CsvExport(store).write(Query.of(type.javaType()), paths, file,
                    new CsvExport.Format(invocation.has(BYTE_ORDER_MARK), separator, headers), invocation.progress());
            return Answer.done().say(Messages.text("export.done", type.pluralLabel(), records)).line(file.toString())
                    .value("kind", invocation.text(KIND)).value("file", file.toString()).value("records", records)
                    .value("columns", paths).build();
        }
    }

    private static List<String> columns(final RecordType<?> type, final String text) {
        final var known = known(type);
        return Arrays.stream(text.split(",")).map(String::strip).map(path -> Choices.oneOf(NAME, "--" + COLUMNS, known, path)).toList();
    }

    /** Every field of the record, and every field of the records that it names. */
    private static List<String> known(final RecordType<?> type) {
        final var known = new ArrayList<>(List.of("id"));
        type.fields().forEach(field -> {
            if (field.kind() == FieldKind.REFERENCE) {
                known.add(field.name());
                final RecordType<?> target = Catalogue.standard().type(field.target().orElseThrow());
                Stream.concat(Stream.of("id"), target.fields().stream().filter(inner -> inner.kind() != FieldKind.REFERENCE)
                        .map(Field::name))
                        .map(inner -> field.name() + '.' + inner).forEach(known::add);
            } else {
                known.add(field.name());
            }
        });
        return known;
    }

    private static String label(final RecordType<?> type, final String path) {
        final int dot = path.indexOf('.');
        if (dot < 0) {
            return type.hasField(path) ? type.field(path).label() : path;
        }
        final var field = type.field(path.substring(0, dot));
        final RecordType<?> target = Catalogue.standard().type(field.target().orElseThrow());
        final var inner = path.substring(dot + 1);
        return target.hasField(inner) && !target.field(inner).title() ? field.label() + ": " + target.field(inner).label() : field.label();
    }
}
