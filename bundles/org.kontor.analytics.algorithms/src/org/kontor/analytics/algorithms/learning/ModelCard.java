// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.analytics.parameter.Parameters;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.TablePart;

/** What one should know of a model before it is used (Mitchell and others, Model Cards for Model Reporting, 2019), as names and values. */
final class ModelCard {

    private final List<String> items = new ArrayList<>();
    private final List<Message> values = new ArrayList<>();

    ModelCard(final AlgorithmDescriptor descriptor, final Dataset data, final Parameters parameters, final Examples examples, final long seed) {
        final var target = examples.target();
        add("algorithm", descriptor.id());
        add("version", descriptor.version());
        add("target", target.title());
        if (target.isClasses()) {
            add("classes", Message.join(", ", target.said()));
            final var shares = examples.baseline(examples.all());
            for (int k = 0; k < shares.length; k++) {
                add("share of " + target.classes().get(k), Shown.number(shares[k]));
            }
        } else {
            add("mean", Shown.number(examples.baseline(examples.all())[0]));
        }
        if (target.isBinary()) {
            add("positive-class", target.said(1));
        }
        add("features", Message.join(", ", examples.encoding().names().stream().map(Message::column).toList()));
        add("rows", Integer.toString(examples.count()));
        add("rows-without-target", Integer.toString(data.rows() - examples.count()));
        data.find(Role.WEIGHT).ifPresent(column -> add("weights", Message.column(column.name())));
        data.find(Role.TIME).ifPresent(column -> add("time", Message.column(column.name())));
        add("seed", Long.toString(seed));
        parameters.texts().forEach((name, text) -> add("parameter " + name, text));
    }

    private void add(final String item, final String value) {
        add(item, Message.name(value));
    }

    private void add(final String item, final Message value) {
        items.add(item);
        values.add(value);
    }

    void quality(final Folds.Scheme scheme, final Validation held, final Map<String, Double> metrics, final Verdict verdict, final String calibration) {
        add("validation", held.how());
        add("scheme", scheme.name().toLowerCase(Locale.ROOT));
        add("rows-validated", Integer.toString(held.rows().length));
        add("calibration", calibration);
        metrics.forEach((name, value) -> add(name, Shown.number(value)));
        add("better-than-baseline", Boolean.toString(verdict.better()));
    }

    TablePart table() {
        return LearnedModel.table().texts("item", items)
                .add(TextColumn.of("value", values.stream().map(value -> value.text(Locale.ENGLISH)).toList()), Messages.of("learning.column.value"),
                        Messages.of("learning.column.fact.help"), Meaning.PLAIN).saying(values)
                .build("model-card", Messages.of("learning.card"));
    }
}
