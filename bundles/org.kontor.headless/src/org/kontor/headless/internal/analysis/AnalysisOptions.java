// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.engine.RunOptions;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Option;
import org.kontor.headless.StoreAccess;
import org.kontor.headless.internal.Usage;
import org.kontor.store.Store;

/** What the commands that analyse have in common: the method, the rows, the roles, the settings. */
final class AnalysisOptions {

    static final String ID = "ID";
    static final String OUT = "out";
    private static final String INPUT = "input";
    private static final String STORE = "store";
    private static final String QUERY = "query";
    private static final String PARAMETER = "p";
    static final String PROVIDER = "provider";
    static final String THREADS = "threads";
    private static final String SEED = "seed";
    private static final String WHERE = "where";
    private static final String PREPARE = "prepare";
    private static final String SEPARATOR = "separator";
    private static final String ENCODING = "encoding";

    private final StoreAccess access;
    private final Algorithms algorithms;
    private final Sources sources;
    private final Analyses analyses;

    AnalysisOptions(final StoreAccess access, final Algorithms algorithms, final Sources sources, final Analyses analyses) {
        this.access = access;
        this.algorithms = algorithms;
        this.sources = sources;
        this.analyses = analyses;
    }

    /** Adds what every such command takes. */
    CommandDescription.Builder describe(final CommandDescription.Builder description) {
        description.operand(Operand.required(ID, Messages.text("option.id")))
                .option(Option.path(INPUT, "FILE", Messages.text("option.input")))
                .options(access.options().stream().map(Option::mayBeLeftOut).toList())
                .option(Option.text(QUERY, "NAME", Messages.text("option.query")));
        for (final var role : Role.values()) {
            description.option(Option.text(role.key(), role == Role.FEATURES ? "COLUMN,COLUMN,..." : "COLUMN", Messages.text("option.role." + role.key())));
        }
        return description.option(Option.text(PARAMETER, "NAME=VALUE", Messages.text("option.parameter")).repeated())
                .option(Option.text(WHERE, "CONDITION", Messages.text("option.where")).repeated())
                .option(Option.text(PREPARE, StepWords.FORM, Messages.text("option.prepare")).repeated())
                .option(Option.text(SEPARATOR, "NAME", Messages.text("option.separator")))
                .option(Option.text(ENCODING, "NAME", Messages.text("option.encoding")))
                .option(Option.text(PROVIDER, "BUNDLE", Messages.text("option.provider")))
                .option(Option.number(THREADS, Messages.text("option.threads"), 1, 1_024))
                .option(Option.number(SEED, Messages.text("option.seed"), Long.MIN_VALUE, Long.MAX_VALUE))
                .option(Option.path(OUT, "DIR", Messages.text("option.out")).needed());
    }

    /**
     * What was typed.
     *
     * @param plan     what to run
     * @param options  how
     * @param provider who does it
     * @param chosen   roles that nobody typed, with the columns that were chosen for them
     */
    record Typed(Plan plan, RunOptions options, Provider provider, Map<Role, List<String>> chosen) {
    }

    /** Opens the store where one was named, and nothing where rows come from a file. */
    Optional<Store> open(final String command, final Invocation invocation, final StoreAccess.Purpose purpose) {
        if (invocation.has(INPUT) == invocation.has(STORE)) {
            throw Usage.wrong(command, "oneOf", "--input FILE", "--store DIR --query NAME");
        }
        if (invocation.has(STORE) && !invocation.has(QUERY)) {
            throw Usage.wrong(command, "missingOption", command, "--query NAME", Messages.text("option.query"));
        }
        return invocation.has(STORE) ? Optional.of(access.open(invocation, purpose)) : Optional.empty();
    }

    /** Understands what was typed. */
    Typed read(final String command, final Invocation invocation, final Optional<Store> store) {
        return Refusals.usage(() -> {
            final var provider = algorithms.provider(invocation.text(ID), invocation.find(PROVIDER));
            final var parameters = parameters(command, invocation);
            Parameters.of(provider.descriptor().parameters(), parameters);
            final var source = store.isPresent() ? invocation.text(QUERY) : "csv";
            final var options = sourceOptions(invocation, invocation.findPath(INPUT).map(path -> path.toString()));
            final var columns = sources.source(source).columns(new SourceInput(store, options));
            final var typed = new Plan(source, options, invocation.all(WHERE).stream().map(Condition::parse).toList(), roles(invocation, columns),
                    invocation.all(PREPARE).stream().map(text -> StepWords.parse(command, text)).toList(), provider.id(), parameters,
                    invocation.number(SEED).orElse(0));
            final var plan = analyses.propose(provider, columns, typed);
            final Map<Role, List<String>> chosen = new EnumMap<>(Role.class);
            plan.roles().forEach((role, names) -> {
                if (!typed.roles().containsKey(role)) {
                    chosen.put(role, names);
                }
            });
            final var usual = RunOptions.usual().by(invocation.find(PROVIDER));
            return new Typed(plan, invocation.number(THREADS).isPresent() ? usual.on((int) invocation.number(THREADS).getAsLong()) : usual, provider, chosen);
        });
    }

    /** The settings of a file's source. */
    static Map<String, String> sourceOptions(final Invocation invocation, final Optional<String> file) {
        final var options = new LinkedHashMap<String, String>();
        file.ifPresent(path -> options.put("file", path));
        if (file.isPresent()) {
            invocation.find(SEPARATOR).ifPresent(name -> options.put(SEPARATOR, name));
            invocation.find(ENCODING).ifPresent(name -> options.put(ENCODING, name));
        }
        return options;
    }

    private static Map<String, String> parameters(final String command, final Invocation invocation) {
        final var parameters = new LinkedHashMap<String, String>();
        for (final var pair : invocation.all(PARAMETER)) {
            final int equals = pair.indexOf('=');
            if (equals < 1) {
                throw Usage.wrong(command, "badPair", "-p", "NAME=VALUE", pair);
            }
            parameters.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return parameters;
    }

    private static Map<Role, List<String>> roles(final Invocation invocation, final List<SourceColumn> columns) {
        final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        for (final var role : Role.values()) {
            invocation.find(role.key()).ifPresent(text -> {
                final var names = new ArrayList<String>();
                Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).forEach(name -> names.addAll(columns(name, columns)));
                roles.put(role, names);
            });
        }
        return roles;
    }

    /** A column by its name, or by its place as {@code @3} or {@code @1-@4}, for files whose names are no help. */
    private static List<String> columns(final String name, final List<SourceColumn> columns) {
        if (columns.stream().anyMatch(column -> column.name().equals(name)) || !name.matches("@\\d{1,5}(-@\\d{1,5})?")) {
            return List.of(name);
        }
        final var places = Arrays.stream(name.replace("@", "").split("-")).map(Integer::valueOf).toList();
        final int from = places.getFirst();
        final int until = places.getLast();
        return from < 1 || until > columns.size() || from > until ? List.of(name)
                : columns.subList(from - 1, until).stream().map(SourceColumn::name).toList();
    }

    /** {@return roles and columns as one line} */
    static String shown(final Map<Role, List<String>> roles) {
        return roles.entrySet().stream().map(entry -> "--" + entry.getKey().key() + ' ' + String.join(",", entry.getValue()))
                .collect(Collectors.joining(" "));
    }
}
