// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.ExitCode;
import org.kontor.headless.WrongUsageException;
import org.kontor.store.ConflictException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The command line made of all commands that bundles have published. */
@Component
public final class RegisteredCommands implements CommandLine {

    private final List<Command> commands;
    private final String version;

    /**
     * @param context  where the version is read
     * @param commands all published commands, the highest ranking last
     */
    @Activate
    public RegisteredCommands(final BundleContext context, @Reference(policyOption = ReferencePolicyOption.GREEDY) final List<Command> commands) {
        this(context.getBundle().getVersion().toString(), commands);
    }

    public RegisteredCommands(final String version, final List<Command> commands) {
        this.version = version;
        this.commands = List.copyOf(commands);
    }

    @Override
    public int run(final List<String> words, final Terminal terminal) {
        final var before = Locale.getDefault();
        Locale.setDefault(language(Parser.language(words).orElse(before.getLanguage())));
        try {
            return new Run(words, terminal).exitCode();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Locale language(final String wanted) {
        return wanted.equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** One command from its words to its exit code. */
    private final class Run {

        private final List<String> words;
        private final Terminal terminal;
        private final FailureLog log;
        private final Map<String, Command> byName = new LinkedHashMap<>();
        private final Map<String, CommandDescription> described = new LinkedHashMap<>();
        private String name = "";

        Run(final List<String> words, final Terminal terminal) {
            this.words = words;
            this.terminal = terminal;
            this.log = new FailureLog(terminal.home());
        }

        int exitCode() {
            final var answer = answer();
            if (Parser.hasFlag(words, Parser.JSON)) {
                terminal.out().println(JsonObject.of(name, answer));
                terminal.out().flush();
            } else {
                new AnswerPrinter(terminal).print(answer);
            }
            return answer.exit().number();
        }

        private Answer answer() {
            try (var progress = new TerminalProgress(terminal)) {
                return perform(progress);
            } catch (WrongUsageException wrong) {
                return Answer.problem(ExitCode.WRONG_USAGE, wrong.problem()).build();
            } catch (ProblemException failure) {
                if (failure.getCause() != null) {
                    log.add(name, failure);
                }
                return Answer.problem(ExitCode.FAILED, failure.problem()).build();
            } catch (ConflictException conflict) {
                return Conflicts.answer(conflict);
            } catch (CancellationException stopped) {
                return Answer.problem(ExitCode.FAILED, Problem.of(Messages.TEXTS, "cancelled")).build();
            } catch (OutOfMemoryError exhausted) {
                return unexpected(exhausted, "memory");
            } catch (RuntimeException | LinkageError defect) {
                return unexpected(defect, "internal");
            }
        }

        private Answer unexpected(final Throwable failure, final String code) {
            final var file = log.add(name, failure).map(path -> Messages.TEXTS.get("problem.details", path)).orElse("");
            final var problem = Problem.of(Messages.TEXTS, code);
            return Answer.problem(ExitCode.FAILED,
                    new Problem(problem.code(), problem.happened(), problem.meaning(), (problem.nextStep() + ' ' + file).strip())).build();
        }

        private Answer perform(final TerminalProgress progress) {
            collect();
            final var parsed = new Parser(described).parse(words);
            name = parsed.command().map(CommandDescription::name).orElse("");
            if (Parser.hasFlag(words, Parser.HELP)) {
                final var page = new HelpPage(terminal.width());
                return parsed.command().map(page::of).orElseGet(() -> page.all(described.values()));
            }
            if (Parser.hasFlag(words, Parser.VERSION)) {
                return Answer.done().line("Kontor " + version)
                        .value("version", version).value("java", Runtime.version().toString()).build();
            }
            if (parsed.command().isEmpty()) {
                return new HelpPage(terminal.width()).all(described.values());
            }
            return byName.get(name).run(new Words(name, parsed.values(), terminal.directory(), terminal.home(), terminal.environment(),
                    progress, text -> tell(progress, text)));
        }

        private void tell(final TerminalProgress progress, final String text) {
            progress.close();
            terminal.err().println(Layout.clean(text));
            terminal.err().flush();
        }

        /** A partner's command that cannot even describe itself costs itself its place, and nobody else's. */
        private void collect() {
            commands.forEach(command -> description(command).ifPresent(description -> {
                byName.put(description.name(), command);
                described.put(description.name(), description);
            }));
            final var help = new HelpCommand(described, terminal.width());
            final var helpDescription = help.description();
            byName.put(helpDescription.name(), help);
            described.put(helpDescription.name(), helpDescription);
        }

        private Optional<CommandDescription> description(final Command command) {
            try {
                return Optional.of(command.description());
            } catch (RuntimeException | LinkageError defect) {
                log.add(command.getClass().getName(), defect);
                return Optional.empty();
            }
        }
    }
}
