// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.result;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import org.kontor.analytics.result.PointsPart;
import org.kontor.charts.ChartElement;
import org.kontor.charts.swt.ChartCanvas;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** Above points: which two axes are looked at, how many points are chosen, and the way to the rows behind them. */
final class PointsBar {

    private final PointsPart part;
    private final ResultPage.Host host;
    private final Composite root;
    private final Label chosen;
    private final Button show;
    private Map<String, String> ids = Map.of();

    PointsBar(final Composite parent, final PointsPart part, final ResultPage.Host host) {
        this.part = part;
        this.host = host;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 4).applyTo(root);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(root);
        chosen = WidgetKeys.named(Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_MUTED), "result.chosen." + part.name());
        chosen.setText(Messages.text("chosen.hint"));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(chosen);
        show = WidgetKeys.named(new Button(root, SWT.PUSH | SWT.FLAT), "result.show." + part.name());
        show.setText(Messages.text("chosen.show"));
        show.setImage(Icons.ACCOUNT.image());
        Availability.set(show, false);
        show.setVisible(part.id().isPresent());
    }

    void serve(final ChartCanvas canvas, final Rendering.AsChart rendering, final UnaryOperator<String> names) {
        ids = rendering.ids();
        canvas.addChoiceListener(this::chose);
        canvas.addOpenListener(element -> lead(canvas.chosen()));
        show.addListener(SWT.Selection, event -> lead(canvas.chosen()));
        if (part.axes().size() > 2) {
            final var across = axis("across", 0);
            final var upwards = axis("upwards", 1);
            for (final var combo : List.of(across, upwards)) {
                combo.addListener(SWT.Selection, event -> {
                    final var again = PointsRenderer.render(part, across.getText(), upwards.getText(), names);
                    ids = again.ids();
                    canvas.setChart(again.chart());
                });
            }
        }
    }

    private Combo axis(final String direction, final int preset) {
        final var combo = WidgetKeys.named(new Combo(root, SWT.READ_ONLY), "result.axis." + direction + '.' + part.name());
        combo.setItems(part.axes().toArray(String[]::new));
        combo.select(preset);
        // who scrolls the page does not mean the axis
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
        combo.setToolTipText(Messages.text("axis." + direction));
        return combo;
    }

    private void chose(final List<ChartElement> points) {
        chosen.setText(points.isEmpty() ? Messages.text("chosen.hint") : Messages.text("chosen", points.size()));
        Availability.set(show, !points.isEmpty() && part.id().isPresent());
        root.layout();
    }

    private void lead(final List<ChartElement> points) {
        final var rows = points.stream().map(ChartElement::key).filter(ids::containsKey).map(ids::get).distinct().toList();
        if (!rows.isEmpty()) {
            host.show(rows, Messages.text("chosen.words", rows.size(), part.title().text()));
        }
    }
}
