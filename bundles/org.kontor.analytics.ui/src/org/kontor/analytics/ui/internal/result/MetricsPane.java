// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.analytics.result.Metric;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** The numbers of a result as cards; how a number came about stands in its tooltip, and below the cards once its button is pressed. */
final class MetricsPane {

    /** So many tell what matters; the rest is there for whoever wants it. */
    private static final int MOST = 8;

    private final Composite root;
    private final Composite trail;
    private final Runnable layout;

    MetricsPane(final Composite parent, final List<Metric> metrics, final Runnable layout) {
        this.layout = layout;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(root);
        final var cards = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        final var row = new RowLayout(SWT.HORIZONTAL);
        row.wrap = true;
        row.spacing = 10;
        row.marginLeft = 0;
        cards.setLayout(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(cards);
        metrics.forEach(metric -> card(cards, metric));
        if (metrics.size() > MOST + 1) {
            fold(cards, metrics.size());
        }
        trail = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 2).applyTo(trail);
        show(false);
    }

    Composite control() {
        return root;
    }

    private void fold(final Composite cards, final int count) {
        final var more = WidgetKeys.named(new Button(root, SWT.PUSH | SWT.FLAT), "result.metrics.more");
        GridDataFactory.swtDefaults().applyTo(more);
        final var folded = new boolean[1];
        final Runnable turn = () -> {
            folded[0] = !folded[0];
            final var all = cards.getChildren();
            for (int index = MOST; index < all.length; index++) {
                final var data = new RowData();
                data.exclude = folded[0];
                all[index].setLayoutData(data);
                all[index].setVisible(!folded[0]);
            }
            more.setText(folded[0] ? Messages.text("metrics.all", count) : Messages.text("metrics.fewer"));
        };
        turn.run();
        more.addListener(SWT.Selection, event -> {
            turn.run();
            root.requestLayout();
            layout.run();
        });
    }

    private void card(final Composite cards, final Metric metric) {
        final var card = Colours.styled(new Composite(cards, SWT.NONE), Colours.CSS_RAISED);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(8, 0).applyTo(card);
        final var value = WidgetKeys.named(Colours.styled(new Label(card, SWT.NONE), Colours.CSS_RAISED), "result.metric." + metric.name());
        value.setText(Formats.text(metric));
        value.setFont(JFaceResources.getHeaderFont());
        final boolean explained = !metric.trail().steps().isEmpty();
        GridDataFactory.fillDefaults().span(explained ? 1 : 2, 1).grab(true, false).applyTo(value);
        if (explained) {
            final var why = WidgetKeys.named(new Button(card, SWT.PUSH | SWT.FLAT), "result.trail." + metric.name());
            why.setText(Messages.text("trail.button"));
            why.setToolTipText(trailText(metric).replace("&", "&&"));
            why.addListener(SWT.Selection, event -> explain(metric));
        }
        final var title = Colours.styled(new Label(card, SWT.NONE), Colours.CSS_RAISED + ' ' + Colours.CSS_MUTED);
        title.setText(metric.title().text().replace("&", "&&"));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
        final var tip = metric.name() + " = " + metric.value() + (explained ? "\n" + trailText(metric) : "");
        for (final var control : List.of(card, value, title)) {
            control.setToolTipText(tip.replace("&", "&&"));
        }
    }

    private static String trailText(final Metric metric) {
        return metric.trail().steps().stream().map(step -> step.what().text() + ": " + Formats.text(step.value())).collect(Collectors.joining("\n"));
    }

    private void explain(final Metric metric) {
        final boolean again = metric.name().equals(trail.getData());
        for (final var child : trail.getChildren()) {
            child.dispose();
        }
        trail.setData(again ? null : metric.name());
        if (!again) {
            line(Messages.text("trail.title", metric.title().text()), Formats.text(metric), Colours.CSS_ACCENT);
            metric.trail().steps().forEach(step -> line(step.what().text(), Formats.text(step.value()), Colours.CSS_MUTED));
        }
        show(!again);
        layout.run();
    }

    private void line(final String what, final String value, final String style) {
        final var left = Colours.styled(new Label(trail, SWT.WRAP), style);
        left.setText(what.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(left);
        final var right = new Label(trail, SWT.RIGHT);
        right.setText(value);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(right);
    }

    private void show(final boolean visible) {
        trail.setVisible(visible);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(trail);
    }
}
