// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.headless.Answer;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.Section;

/** The help, made from the descriptions of the commands. */
final class HelpPage {

    private static final int WIDEST_NAME = 26;
    private static final String INDENT = "  ";

    private final int width;

    HelpPage(final int width) {
        this.width = width;
    }

    /**
     * @param commands all commands
     * @return what Kontor can do
     */
    Answer all(final Collection<CommandDescription> commands) {
        final var lines = new ArrayList<String>();
        lines.add(text("help.usage", text("help.usage.all")));
        lines.add("");
        lines.addAll(Layout.wrap(text("help.intro"), width));
        final int columns = commands.stream().mapToInt(command -> Layout.width(command.name())).max().orElse(0);
        for (final var section : Section.values()) {
            final var entries = new LinkedHashMap<String, String>();
            commands.stream().filter(command -> command.section() == section).sorted(Comparator.comparing(CommandDescription::name))
                    .forEach(command -> entries.put(command.name(), command.summary()));
            list(lines, text("section." + section.name()), entries, columns);
        }
        list(lines, text("help.general"), options(Parser.generalOptions()));
        exitCodes(lines);
        lines.add("");
        lines.addAll(Layout.wrap(text("help.more"), width));
        return answer(lines).value("commands", commands.stream().sorted(Comparator.comparing(CommandDescription::name))
                .map(HelpPage::values).toList()).build();
    }

    /**
     * @param command a command
     * @return what it takes and does
     */
    Answer of(final CommandDescription command) {
        final var lines = new ArrayList<String>();
        usage(lines, command);
        lines.add("");
        lines.addAll(Layout.wrap(command.summary(), width));
        for (final var paragraph : command.details()) {
            lines.add("");
            lines.addAll(Layout.wrap(paragraph, width));
        }
        if (!command.operands().isEmpty()) {
            final var operands = new LinkedHashMap<String, String>();
            command.operands().forEach(operand -> operands.put(operand.name(), withChoices(operand)));
            list(lines, text("help.operands"), operands);
        }
        if (!command.options().isEmpty()) {
            list(lines, text("help.options"), options(command.options()));
        }
        list(lines, text("help.general"), options(Parser.generalOptions()));
        if (!command.examples().isEmpty()) {
            lines.add("");
            lines.add(text("help.examples"));
            for (final var example : command.examples()) {
                lines.add(INDENT + example.line());
                Layout.wrap(example.text(), width - 6).forEach(line -> lines.add(INDENT.repeat(3) + line));
            }
        }
        exitCodes(lines);
        return answer(lines).values(values(command)).build();
    }

    private static Answer.Builder answer(final List<String> lines) {
        final var answer = Answer.done();
        lines.forEach(answer::line);
        return answer;
    }

    private void usage(final List<String> lines, final CommandDescription command) {
        final var head = text("help.usage", "./kontor " + command.name());
        final var parts = new ArrayList<String>();
        command.operands().forEach(operand -> parts.add(operand.required() ? operand.name() : '[' + operand.name() + ']'));
        command.options().stream().filter(Option::required).forEach(option -> parts.add(option.synopsis()));
        command.options().stream().filter(option -> !option.required()).forEach(option -> parts.add('[' + option.synopsis() + ']'));
        final var line = new StringBuilder(head);
        int used = Layout.width(head);
        for (final var part : parts) {
            if (used + 1 + Layout.width(part) > width) {
                line.append('\n').append(INDENT.repeat(4));
                used = 8;
            } else {
                line.append(' ');
                used++;
            }
            line.append(part);
            used += Layout.width(part);
        }
        lines.addAll(line.toString().lines().toList());
    }

    private static String withChoices(final Operand operand) {
        return operand.choices().isEmpty() ? operand.text()
                : operand.text() + ' ' + text("help.choices", String.join(", ", operand.choices()));
    }

    private static Map<String, String> options(final List<Option> options) {
        final var entries = new LinkedHashMap<String, String>();
        for (final var option : options) {
            final var suffix = (option.required() ? ' ' + text("help.required") : "")
                    + (option.repeatable() ? ' ' + text("help.repeatable") : "");
            entries.put(option.synopsis(), option.text() + suffix);
        }
        return entries;
    }

    private void list(final List<String> lines, final String title, final Map<String, String> entries) {
        list(lines, title, entries, Math.min(WIDEST_NAME, entries.keySet().stream().mapToInt(Layout::width).max().orElse(0)));
    }

    private void list(final List<String> lines, final String title, final Map<String, String> entries, final int columns) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        final var blank = " ".repeat(columns);
        entries.forEach((name, text) -> {
            var head = Layout.pad(name, columns, false);
            if (Layout.width(name) > columns) {
                lines.add(INDENT + name);
                head = blank;
            }
            for (final var line : Layout.wrap(text, width - columns - 4)) {
                lines.add(INDENT + head + INDENT + line);
                head = blank;
            }
        });
    }

    private void exitCodes(final List<String> lines) {
        lines.add("");
        lines.addAll(Layout.wrap(text("help.exitCodes"), width));
    }

    private static Map<String, Object> values(final CommandDescription command) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("name", command.name());
        values.put("summary", command.summary());
        values.put("operands", command.operands().stream().map(HelpPage::values).toList());
        values.put("options", command.options().stream().map(HelpPage::values).toList());
        values.put("examples", command.examples().stream().map(CommandDescription.Example::line).toList());
        return values;
    }

    private static Map<String, Object> values(final Operand operand) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("name", operand.name());
        values.put("text", operand.text());
        values.put("required", operand.required());
        if (!operand.choices().isEmpty()) {
            values.put("choices", operand.choices());
        }
        return values;
    }

    private static Map<String, Object> values(final Option option) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("name", option.name());
        values.put("kind", option.kind().name());
        values.put("text", option.text());
        values.put("required", option.required());
        values.put("repeatable", option.repeatable());
        if (option.kind() == Option.Kind.CHOICE) {
            values.put("choices", option.choices());
        }
        if (option.kind() == Option.Kind.NUMBER) {
            values.put("minimum", option.minimum());
            values.put("maximum", option.maximum());
        }
        return values;
    }

    private static String text(final String key, final Object... args) {
        return Messages.TEXTS.get(key, args);
    }
}
