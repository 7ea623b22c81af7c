// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.BadValueChoice;
import org.kontor.exchange.BlankChoice;
import org.kontor.exchange.DateStyle;
import org.kontor.exchange.DuplicateChoice;
import org.kontor.exchange.ImportChoices;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportMode;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.ReadOptions;
import org.kontor.exchange.Separator;
import org.kontor.exchange.UnknownChoice;

/** The form in which a mapping is kept: JSON with a name and a version of its own, columns by their header. */
final class MappingJson {

    private static final String FORMAT = "kontor-import-mapping";
    private static final int VERSION = 1;

    private final JsonObject root;
    private final ImportKind kind;

    private MappingJson(final JsonObject root, final ImportKind kind) {
        this.root = root;
        this.kind = kind;
    }

    static String write(final ImportDraft draft, final Map<String, DateStyle> dates, final Map<String, NumberStyle> numbers) {
        final var root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.addProperty("version", VERSION);
        root.addProperty("kind", draft.kind().key());
        final var read = new JsonObject();
        read.addProperty("encoding", draft.read().charset().name());
        read.addProperty("separator", draft.read().separator().name());
        read.addProperty("quote", String.valueOf(draft.read().quote()));
        read.addProperty("skipLines", draft.read().skipLines());
        read.addProperty("header", draft.read().header());
        root.add("read", read);
        final var columns = new JsonArray();
        for (final var column : draft.columns()) {
            final var entry = new JsonObject();
            entry.addProperty("column", column.name());
            draft.target(column.index()).ifPresent(target -> entry.addProperty("target", target));
            Optional.ofNullable(dates.get(column.name())).ifPresent(style -> entry.addProperty("dates", style.name()));
            Optional.ofNullable(numbers.get(column.name())).ifPresent(style -> entry.addProperty("numbers", style.name()));
            columns.add(entry);
        }
        root.add("columns", columns);
        root.add("choices", choices(draft.choices()));
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root);
    }

    private static JsonObject choices(final ImportChoices choices) {
        final var json = new JsonObject();
        json.addProperty("mode", choices.mode.name());
        json.addProperty("key", choices.key.orElse(""));
        json.addProperty("duplicates", choices.duplicates.name());
        json.addProperty("badValues", choices.badValues.name());
        json.addProperty("blankOverwrites", choices.blankOverwrites);
        json.add("unknown", texts(choices.unknown()));
        final var exceptions = new JsonObject();
        choices.unknownValues().forEach((target, decided) -> exceptions.add(target, texts(decided)));
        json.add("unknownValues", exceptions);
        json.add("blank", texts(choices.blank()));
        final var values = new JsonObject();
        choices.values().forEach((target, replaced) -> values.add(target, texts(replaced)));
        json.add("values", values);
        json.add("defaults", texts(choices.defaults()));
        json.add("options", texts(choices.options()));
        return json;
    }

    private static JsonObject texts(final Map<String, ?> map) {
        final var json = new JsonObject();
        map.forEach((key, value) -> json.addProperty(key, value instanceof final Enum<?> choice ? choice.name() : value.toString()));
        return json;
    }

    static MappingJson read(final String text, final ImportKind kind) {
        final JsonObject root;
        try {
            root = JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException damaged) {
            throw Problem.of(Messages.TEXTS, "mapping.damaged", kind.label()).asException(damaged);
        }
        final var mapping = new MappingJson(root, kind);
        if (!FORMAT.equals(mapping.text(root, "format", ""))) {
            throw Problem.of(Messages.TEXTS, "mapping.damaged", kind.label()).asException();
        }
        final int version = mapping.guarded(() -> root.has("version") ? root.get("version").getAsInt() : 0);
        if (version != VERSION) {
            throw Problem.of(Messages.TEXTS, "mapping.version", version, VERSION).asException();
        }
        final var key = mapping.text(root, "kind", "");
        if (!key.equals(kind.key())) {
            throw Problem.of(Messages.TEXTS, "mapping.kind", key, kind.key()).asException();
        }
        return mapping;
    }

    private interface Getter<T> {
        T get();
    }

    private <T> T guarded(final Getter<T> getter) {
        try {
            return getter.get();
        } catch (ProblemException known) {
            throw known;
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException | ClassCastException | NullPointerException wrong) {
            throw Problem.of(Messages.TEXTS, "mapping.damaged", kind.label()).asException(wrong);
        }
    }

    private String text(final JsonObject object, final String name, final String standard) {
        return guarded(() -> object.has(name) && !object.get(name).isJsonNull() ? object.get(name).getAsString() : standard);
    }

    private JsonObject object(final JsonObject parent, final String name) {
        return guarded(() -> parent.has(name) ? parent.getAsJsonObject(name) : new JsonObject());
    }

    ReadOptions read(final ReadOptions detected) {
        final var read = object(root, "read");
        return guarded(() -> {
            final var quote = text(read, "quote", "\"");
            final var options = new ReadOptions(charset(text(read, "encoding", detected.charset().name())),
                    Separator.valueOf(text(read, "separator", detected.separator().name())), quote.isEmpty() ? '"' : quote.charAt(0),
                    read.has("skipLines") ? read.get("skipLines").getAsInt() : detected.skipLines(),
                    read.has("header") ? read.get("header").getAsBoolean() : detected.header(), detected.evidence());
            return options;
        });
    }

    private static Charset charset(final String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    /** For each column of the file a target or null. */
    String[] targets(final List<String> names, final String file) {
        return guarded(() -> {
            final var targets = new String[names.size()];
            final var taken = new HashSet<String>();
            for (final JsonElement element : root.getAsJsonArray("columns")) {
                final var entry = element.getAsJsonObject();
                final var column = text(entry, "column", "");
                final var target = text(entry, "target", "");
                if (target.isEmpty()) {
                    continue;
                }
                final int index = names.indexOf(column);
                if (index < 0) {
                    throw Problem.of(Messages.TEXTS, "mapping.column", column, file, String.join(", ", names)).asException();
                }
                if (kind.targets().stream().noneMatch(each -> each.name().equals(target)) || !taken.add(target)) {
                    throw Problem.of(Messages.TEXTS, "mapping.target", target, kind.label()).asException();
                }
                targets[index] = target;
            }
            return targets;
        });
    }

    Map<String, DateStyle> dates() {
        return styles("dates", DateStyle.class);
    }

    Map<String, NumberStyle> numbers() {
        return styles("numbers", NumberStyle.class);
    }

    private <E extends Enum<E>> Map<String, E> styles(final String name, final Class<E> type) {
        return guarded(() -> {
            final var styles = new HashMap<String, E>();
            for (final JsonElement element : root.getAsJsonArray("columns")) {
                final var style = text(element.getAsJsonObject(), name, "");
                if (!style.isEmpty()) {
                    styles.put(text(element.getAsJsonObject(), "column", ""), Enum.valueOf(type, style));
                }
            }
            return styles;
        });
    }

    /** Takes the choices over, all or none. */
    void apply(final ImportChoices choices) {
        final var json = object(root, "choices");
        final var steps = new ArrayList<Runnable>();
        guarded(() -> {
            final var mode = ImportMode.valueOf(text(json, "mode", choices.mode.name()));
            final var key = text(json, "key", choices.key.orElse(""));
            final var duplicates = DuplicateChoice.valueOf(text(json, "duplicates", choices.duplicates.name()));
            final var badValues = BadValueChoice.valueOf(text(json, "badValues", choices.badValues.name()));
            final boolean blanks = json.has("blankOverwrites") && json.get("blankOverwrites").getAsBoolean();
            steps.add(() -> {
                choices.mode = mode;
                choices.key = key.isEmpty() ? Optional.empty() : Optional.of(key);
                choices.duplicates = duplicates;
                choices.badValues = badValues;
                choices.blankOverwrites = blanks;
            });
            object(json, "unknown").entrySet().forEach(entry -> {
                final var choice = UnknownChoice.valueOf(entry.getValue().getAsString());
                steps.add(() -> choices.unknown().put(entry.getKey(), choice));
            });
            object(json, "unknownValues").entrySet().forEach(target -> target.getValue().getAsJsonObject().entrySet().forEach(entry -> {
                final var choice = UnknownChoice.valueOf(entry.getValue().getAsString());
                steps.add(() -> choices.unknownValues().computeIfAbsent(target.getKey(), name -> new TreeMap<>()).put(entry.getKey(),
                        choice));
            }));
            object(json, "blank").entrySet().forEach(entry -> {
                final var choice = BlankChoice.valueOf(entry.getValue().getAsString());
                steps.add(() -> choices.blank().put(entry.getKey(), choice));
            });
            object(json, "values").entrySet().forEach(target -> target.getValue().getAsJsonObject().entrySet().forEach(entry -> {
                final var to = entry.getValue().getAsString();
                steps.add(() -> choices.replace(target.getKey(), entry.getKey(), to));
            }));
            take(object(json, "defaults"), choices.defaults(), steps);
            take(object(json, "options"), choices.options(), steps);
            return null;
        });
        steps.forEach(Runnable::run);
    }

    private static void take(final JsonObject json, final Map<String, String> into, final List<Runnable> steps) {
        json.entrySet().forEach(entry -> {
            final var value = entry.getValue().getAsString();
            steps.add(() -> into.put(entry.getKey(), value));
        });
    }
}
