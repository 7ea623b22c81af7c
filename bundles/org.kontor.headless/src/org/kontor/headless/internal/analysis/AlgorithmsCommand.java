// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.Capability;
import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.OfferedMethod;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.RoleNeed;
import org.kontor.analytics.parameter.Parameter;
import org.kontor.headless.Answer;
import org.kontor.headless.Command;
import org.kontor.headless.CommandDescription;
import org.kontor.headless.Invocation;
import org.kontor.headless.Operand;
import org.kontor.headless.Section;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the methods of analysis and who provides them. */
@Component
public final class AlgorithmsCommand implements Command {

    private static final String ID = "ID";

    private final Algorithms algorithms;

    @Activate
    public AlgorithmsCommand(@Reference final Algorithms algorithms) {
        this.algorithms = algorithms;
    }

    @Override
    public CommandDescription description() {
        return CommandDescription.of("algorithms", Section.ANALYSIS, Messages.text("algorithms.summary"))
                .operand(Operand.optional(ID, Messages.text("algorithms.id")))
                .example("./kontor algorithms", Messages.text("algorithms.example"))
                .example("./kontor algorithms kmeans", Messages.text("algorithms.example.one"))
                .build();
    }

    @Override
    public Answer run(final Invocation invocation) {
        final var methods = invocation.find(ID).map(id -> List.of(Refusals.usage(() -> algorithms.method(id)))).orElseGet(algorithms::methods);
        final var answer = Answer.done();
        final var rows = new ArrayList<List<String>>();
        final var values = new ArrayList<Map<String, Object>>();
        for (final var method : methods) {
            for (final var provider : method.providers()) {
                rows.add(List.of(method.id(), provider.descriptor().family().key(), provider.bundle(), provider.descriptor().version(),
                        Integer.toString(provider.ranking()), provider == method.active() ? Messages.text("active") : ""));
                values.add(values(method, provider));
            }
        }
        if (rows.isEmpty()) {
            answer.say(Messages.text("algorithms.none"));
        } else {
            answer.table(List.of("ID", Messages.text("family"), Messages.text("provider"), Messages.text("version"), Messages.text("ranking"), ""), rows, 4);
        }
        if (invocation.has(ID)) {
            methods.forEach(method -> explain(answer, method.active().descriptor()));
        }
        algorithms.leftOut().forEach(left -> answer.say(left.problem().sentence()));
        return answer.value("algorithms", values).value("leftOut", algorithms.leftOut().stream().<Map<String, Object>>map(
                left -> Map.of("provider", left.bundle(), "code", left.problem().code(), "reason", left.problem().happened())).toList()).build();
    }

    private static void explain(final Answer.Builder answer, final AlgorithmDescriptor descriptor) {
        answer.say(descriptor.name().text() + ". " + descriptor.description().text() + ' ' + descriptor.strengths().text() + ' '
                + descriptor.weaknesses().text());
        final var roles = new LinkedHashMap<String, String>();
        descriptor.needs().forEach(need -> roles.put("--" + need.role().key(), columns(need)));
        answer.facts(roles);
        if (!descriptor.parameters().isEmpty()) {
            answer.table(List.of("-p", Messages.text("range"), Messages.text("preset"), Messages.text("help")),
                    descriptor.parameters().stream().map(parameter -> List.of(parameter.name(), range(parameter), preset(parameter),
                            descriptor.help(parameter).text())).toList());
        }
    }

    private static String columns(final RoleNeed need) {
        final var types = String.join(", ", types(need));
        return need.most() == Integer.MAX_VALUE ? Messages.text("columns.from", Integer.toString(need.least()), types)
                : Messages.text("columns.between", Integer.toString(need.least()), Integer.toString(need.most()), types);
    }

    private static List<String> types(final RoleNeed need) {
        return need.types().stream().sorted().map(ColumnType::key).toList();
    }

    private static String range(final Parameter<?> parameter) {
        return parameter.range().isEmpty() ? parameter.kind() : parameter.range();
    }

    private static <T> String preset(final Parameter<T> parameter) {
        return parameter.format(parameter.preset());
    }

    private static Map<String, Object> values(final OfferedMethod method, final Provider provider) {
        final var descriptor = provider.descriptor();
        final var values = new LinkedHashMap<String, Object>();
        values.put("id", method.id());
        values.put("name", descriptor.name().text());
        values.put("description", descriptor.description().text());
        values.put("family", descriptor.family().key());
        values.put("provider", provider.bundle());
        values.put("providerVersion", provider.bundleVersion());
        values.put("version", descriptor.version());
        values.put("ranking", provider.ranking());
        values.put("active", provider == method.active());
        values.put("pinned", method.pin().filter(provider.bundle()::equals).isPresent());
        values.put("roles", descriptor.needs().stream().map(AlgorithmsCommand::values).toList());
        values.put("parameters", descriptor.parameters().stream().map(parameter -> values(descriptor, parameter)).toList());
        values.put("capabilities", descriptor.capabilities().stream().sorted().map(Capability::name).map(Refusals::word).toList());
        return values;
    }

    private static Map<String, Object> values(final RoleNeed need) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("role", need.role().key());
        values.put("least", need.least());
        values.put("most", need.most() == Integer.MAX_VALUE ? null : need.most());
        values.put("types", types(need));
        return values;
    }

    private static Map<String, Object> values(final AlgorithmDescriptor descriptor, final Parameter<?> parameter) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("name", parameter.name());
        values.put("label", descriptor.label(parameter).text());
        values.put("type", parameter.kind());
        values.put("range", parameter.range());
        values.put("default", preset(parameter));
        return values;
    }
}
