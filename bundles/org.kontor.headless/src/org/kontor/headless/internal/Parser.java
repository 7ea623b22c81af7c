// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.kontor.headless.CommandDescription;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;

/** Turns words into a command with its operands and options. */
final class Parser {

    /** What every command understands. */
    static final String HELP = "help";
    static final String VERSION = "version";
    static final String JSON = "json";
    static final String LANGUAGE = "language";

    /**
     * What was recognized.
     *
     * @param command the command; empty where none was named
     * @param values  operand or option to what was typed for it
     */
    record Parsed(Optional<CommandDescription> command, Map<String, List<String>> values) {
    }

    private final Map<String, CommandDescription> commands;
    private final List<Option> general = generalOptions();

    /**
     * @param commands the commands by name
     */
    Parser(final Map<String, CommandDescription> commands) {
        this.commands = Map.copyOf(commands);
    }

    /** @return what every command understands */
    static List<Option> generalOptions() {
        return List.of(Option.flag(JSON, Messages.TEXTS.get("option.json")),
                Option.choice(LANGUAGE, Messages.TEXTS.get("option.language"), List.of("en", "zh")),
                Option.flag(HELP, Messages.TEXTS.get("option.help")),
                Option.flag(VERSION, Messages.TEXTS.get("option.version")));
    }

    /**
     * Whether a general option stands among the words: asked before anything else is understood, so that even a wrong word is answered in
     * the right language and form.
     *
     * @param words what was typed
     * @param name  {@link #JSON} or {@link #HELP}
     * @return whether it is there
     */
    static boolean hasFlag(final List<String> words, final String name) {
        return options(words).anyMatch(word -> word.equals("--" + name) || name.equals(HELP) && word.equals("-h"));
    }

    /**
     * @param words what was typed
     * @return the language that was asked for, whatever it is
     */
    static Optional<String> language(final List<String> words) {
        final var list = options(words).toList();
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index).startsWith("--" + LANGUAGE + '=')) {
                return Optional.of(list.get(index).substring(LANGUAGE.length() + 3));
            }
            if (list.get(index).equals("--" + LANGUAGE) && index + 1 < list.size()) {
                return Optional.of(list.get(index + 1));
            }
        }
        return Optional.empty();
    }

    private static Stream<String> options(final List<String> words) {
        return words.stream().takeWhile(word -> !word.equals("--"));
    }

    /**
     * Understands the words. With {@code --help} or {@code --version} nothing but the command's name is checked.
     *
     * @param words what was typed
     * @return the command with everything it needs
     */
    Parsed parse(final List<String> words) {
        final int position = commandPosition(words);
        final boolean onlyAsks = hasFlag(words, HELP) || hasFlag(words, VERSION);
        if (position < 0) {
            return new Parsed(Optional.empty(), onlyAsks ? Map.of() : values(words, position, Optional.empty()));
        }
        final var name = words.get(position);
        final var command = commands.get(name);
        if (command == null) {
            throw Usage.wrongWord("", name, commands.keySet(), "", "unknownCommand", name);
        }
        return new Parsed(Optional.of(command), onlyAsks ? Map.of() : values(words, position, Optional.of(command)));
    }

    /** The first word that is neither an option nor the value of one; -1 where there is none. */
    private int commandPosition(final List<String> words) {
        for (int index = 0; index < words.size(); index++) {
            final var word = words.get(index);
            if (word.equals("--")) {
                return index + 1 < words.size() ? index + 1 : -1;
            }
            if (!isOption(word)) {
                return index;
            }
            final var name = optionName(word);
            final var known = Stream.concat(general.stream(), commands.values().stream().flatMap(command -> command.options().stream()))
                    .filter(option -> option.name().equals(name)).toList();
            if (known.isEmpty()) {
                throw Usage.wrongWord("", name, allOptionNames(), "--", "unknownOption", word);
            }
            final boolean takesNext = known.stream().anyMatch(option -> option.kind() != Option.Kind.SWITCH);
            if (takesNext && word.indexOf('=') < 0 && index + 1 < words.size() && !isLongOption(words.get(index + 1))) {
                index++;
            }
        }
        return -1;
    }

    private List<String> allOptionNames() {
        return Stream.concat(general.stream(), commands.values().stream().flatMap(command -> command.options().stream())).map(Option::name)
                .distinct().toList();
    }

    private static boolean isOption(final String word) {
        return word.length() > 1 && word.charAt(0) == '-';
    }

    private static boolean isLongOption(final String word) {
        return word.length() > 2 && word.startsWith("--");
    }

    private static String optionName(final String word) {
        if (word.equals("-h")) {
            return HELP;
        }
        final var bare = word.startsWith("--") ? word.substring(2) : word.substring(1);
        final int equals = bare.indexOf('=');
        return equals < 0 ? bare : bare.substring(0, equals);
    }

    private Map<String, List<String>> values(final List<String> words, final int position, final Optional<CommandDescription> command) {
        final var name = command.map(CommandDescription::name).orElse("");
        final var options = Stream.concat(command.stream().flatMap(known -> known.options().stream()), general.stream()).toList();
        final var values = new LinkedHashMap<String, List<String>>();
        final var operands = new ArrayList<String>();
        boolean optionsEnded = false;
        for (int index = 0; index < words.size(); index++) {
            final var word = words.get(index);
            if (index == position) {
                continue;
            }
            if (optionsEnded || !isOption(word)) {
                operands.add(word);
            } else if (word.equals("--")) {
                optionsEnded = true;
            } else {
                final var option = known(name, options, word);
                final boolean inside = word.indexOf('=') >= 0;
                if (option.kind() != Option.Kind.SWITCH && !inside && index + 1 < words.size() && index + 1 != position
                        && !isLongOption(words.get(index + 1))) {
                    index++;
                    put(name, values, option, words.get(index));
                } else if (option.kind() == Option.Kind.SWITCH) {
                    if (inside) {
                        throw Usage.wrong(name, "unexpectedValue", option.written(), word.substring(word.indexOf('=') + 1));
                    }
                    values.put(option.name(), List.of());
                } else if (inside) {
                    put(name, values, option, word.substring(word.indexOf('=') + 1));
                } else {
                    throw Usage.wrong(name, "missingValue", option.written(), option.valueName());
                }
            }
        }
        command.ifPresent(known -> {
            takeOperands(known, operands, values);
            requireOptions(known, values);
        });
        return values;
    }

    private static Option known(final String command, final List<Option> options, final String word) {
        final var name = optionName(word);
        final boolean twice = word.startsWith("--");
        return options.stream().filter(option -> option.name().equals(name) && (twice || word.equals("-h") || option.written().equals("-" + name))).findFirst().orElseThrow(
                () -> Usage.wrongWord(command, name, options.stream().map(Option::name).toList(), "--", "unknownOption",
                        word.indexOf('=') < 0 ? word : word.substring(0, word.indexOf('='))));
    }

    private static void put(final String command, final Map<String, List<String>> values, final Option option, final String value) {
        final var written = option.written();
        if (values.containsKey(option.name()) && !option.repeatable()) {
            throw Usage.wrong(command, "repeated", written);
        }
        if (value.isEmpty()) {
            throw Usage.wrong(command, "missingValue", written, option.valueName());
        }
        if (option.kind() == Option.Kind.CHOICE && !option.choices().contains(value)) {
            throw Usage.wrongWord(command, value, option.choices(), "", "badChoice", written, value, String.join(", ", option.choices()));
        }
        if (option.kind() == Option.Kind.NUMBER && !isNumber(option, value)) {
            throw Usage.wrong(command, "badNumber", written, value, Long.toString(option.minimum()), Long.toString(option.maximum()));
        }
        values.computeIfAbsent(option.name(), absent -> new ArrayList<>()).add(value);
    }

    private static boolean isNumber(final Option option, final String value) {
        try {
            final long number = Long.parseLong(value);
            return number >= option.minimum() && number <= option.maximum();
        } catch (NumberFormatException malformed) {
            return false;
        }
    }

    private static void takeOperands(final CommandDescription command, final List<String> typed, final Map<String, List<String>> values) {
        final var operands = command.operands();
        if (typed.size() > operands.size()) {
            throw Usage.wrong(command.name(), "extraWord", typed.get(operands.size()), command.name());
        }
        for (int index = 0; index < typed.size(); index++) {
            final var operand = operands.get(index);
            final var word = typed.get(index);
            if (word.isEmpty()) {
                throw Usage.wrong(command.name(), "missingOperand", command.name(), operand.name(), operand.text());
            }
            if (!operand.choices().isEmpty() && !operand.choices().contains(word)) {
                throw Usage.wrongWord(command.name(), word, operand.choices(), "", "badChoice", operand.name(), word,
                        String.join(", ", operand.choices()));
            }
            values.put(operand.name(), List.of(word));
        }
        final var missing = operands.stream().filter(Operand::required).filter(operand -> !values.containsKey(operand.name())).findFirst();
        if (missing.isPresent()) {
            throw Usage.wrong(command.name(), "missingOperand", command.name(), missing.get().name(), missing.get().text());
        }
    }

    private static void requireOptions(final CommandDescription command, final Map<String, List<String>> values) {
        final var missing = command.options().stream().filter(Option::required).filter(option -> !values.containsKey(option.name()))
                .findFirst();
        if (missing.isPresent()) {
            throw Usage.wrong(command.name(), "missingOption", command.name(), missing.get().synopsis(), missing.get().text());
        }
    }
}
