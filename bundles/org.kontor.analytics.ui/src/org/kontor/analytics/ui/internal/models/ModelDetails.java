// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelComparison;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelReview;
import org.kontor.analytics.engine.Spread;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Message;
import org.kontor.model.Field;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;

/** What one model last said of its records: sentences, a table of drift, and the history of who decided what. */
final class ModelDetails {

    private static final int DIGITS = 3;
    private static final int NARROW = 120;
    private static final int[] ACROSS = {30, 38, 32};
    private static final List<String> DRIFT = List.of("column", "index", "meaning", "chance", "missing-before", "missing-now");
    private static final List<String> TERMS = List.of("from", "to", "role", "verdict", "by", "reason", "end");

    private final Text words;
    private final Table drift;
    private final Table terms;

    ModelDetails(final Composite parent) {
        final var across = Colours.styled(new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH), Colours.CSS_SURFACE);
        final var side = side(across, "words");
        words = WidgetKeys.named(new Text(side, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "models.details");
        GridDataFactory.fillDefaults().grab(true, true).hint(NARROW, SWT.DEFAULT).applyTo(words);
        drift = table(across, "drift", DRIFT);
        terms = table(across, "terms", TERMS);
        across.setWeights(ACROSS);
    }

    private static Composite side(final Composite across, final String key) {
        final var side = Colours.styled(new Composite(across, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(4, 6).spacing(0, 6).applyTo(side);
        final var title = new Label(side, SWT.NONE);
        title.setText(Messages.text("title." + key));
        title.setToolTipText(Messages.text("title." + key + ".help"));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        return side;
    }

    private static Table table(final Composite across, final String key, final List<String> columns) {
        final var side = side(across, key);
        final var table = WidgetKeys.named(new Table(side, SWT.SINGLE | SWT.FULL_SELECTION), "models." + key);
        table.setHeaderVisible(true);
        table.setToolTipText(Messages.text("title." + key + ".help"));
        columns.forEach(name -> new TableColumn(table, SWT.LEFT).setText(Messages.text(key + '.' + name)));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        pack(table);
        return table;
    }

    void show(final Optional<ModelsView.Shown> shown) {
        drift.removeAll();
        terms.removeAll();
        if (shown.isEmpty()) {
            words.setText("");
            return;
        }
        words.setText(String.join("\n", sentences(shown.get())));
        shown.get().result().flatMap(result -> result.table(ModelDeployments.DRIFT)).ifPresent(table -> drift(table.frame()));
        shown.get().deployment().terms().forEach(this::term);
        pack(drift);
        pack(terms);
    }

    private static void pack(final Table table) {
        for (final var column : table.getColumns()) {
            column.pack();
        }
    }

    private static List<String> sentences(final ModelsView.Shown shown) {
        final var lines = new ArrayList<String>();
        final var format = FieldFormat.current();
        shown.deployment().champion().ifPresent(term -> {
            lines.add(Messages.text("since", format.instant(term.from()), term.decidedBy()));
            if (!term.reason().isEmpty()) {
                lines.add(Messages.text("because", term.reason()));
            }
            lines.add(term.figures());
            lines.add("");
        });
        if (shown.scored().isEmpty()) {
            lines.add(Messages.text("never"));
        }
        shown.scored().ifPresent(run -> {
            lines.add(Messages.text("scored", format.instant(run.startedAt())));
            run.problem().ifPresent(problem -> lines.add(problem.sentence()));
            shown.result().ifPresent(result -> result.summary().stream().map(Message::text).forEach(lines::add));
            lines.addAll(shown.notes());
        });
        return lines;
    }

    private void drift(final Frame frame) {
        final var format = FieldFormat.current();
        for (int row = 0; row < frame.rows(); row++) {
            final var change = Drift.change(frame, row);
            final var item = new TableItem(drift, SWT.NONE);
            item.setText(new String[] {change.name(),
                format.number(BigDecimal.valueOf(change.index()), DIGITS, DIGITS), Drift.of(change).words(),
                format.number(BigDecimal.valueOf(change.chance()), DIGITS, DIGITS), share(change.missingBefore()), share(change.missingNow())});
            if (change.much()) {
                item.setForeground(Colours.ERROR.color());
            } else if (change.some()) {
                item.setForeground(Colours.WARNING.color());
            }
        }
    }

    private static String share(final double value) {
        return Messages.text("share", value);
    }

    private void term(final Deployment.Term term) {
        final var format = FieldFormat.current();
        new TableItem(terms, SWT.NONE).setText(new String[] {format.instant(term.from()), term.to().map(format::instant).orElse(""), Field.label(term.role()),
            Field.label(term.verdict()), term.decidedBy(), term.reason().replace('\n', ' '), term.endReason().replace('\n', ' ')});
    }

    /** Shows what came true in the place of the sentences, until another model is selected. */
    void review(final ModelReview review) {
        words.setText(review.summary().stream().map(Message::text).collect(Collectors.joining("\n")));
    }

    /** Shows a comparison in the place of the sentences, until another model is selected. */
    void compare(final ModelComparison comparison) {
        final var lines = new ArrayList<String>();
        comparison.summary().stream().map(Message::text).forEach(lines::add);
        comparison.measures().forEach(measure -> lines.add(Messages.text(Double.isNaN(measure.lower()) ? "measure.few" : "measure", measure.name(),
                measure.champion(), measure.challenger(), measure.difference(), measure.lower(), measure.upper())));
        words.setText(String.join("\n", lines));
    }
}
