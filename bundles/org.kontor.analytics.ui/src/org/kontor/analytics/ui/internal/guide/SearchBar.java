// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Spinner;

import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.Tuning;
import org.kontor.analytics.result.Message;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.core.problem.Problem;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** Searches for better settings before the run: how many to try, how far it is, what was found, and whether that is to be taken. */
final class SearchBar {

    /** Finds the job of a search. */
    static final Object FAMILY = SearchBar.class;

    private static final int USUAL = 20;
    private static final int MOST = 1_000;
    private static final int FOLDS = 5;

    /**
     * A search that ended.
     *
     * @param words what it found, or why it found nothing
     * @param best  the settings to be taken; empty where the own ones are the best, or nothing was found
     */
    private record Found(String words, Optional<Map<String, String>> best) {
    }

    private final GuideModel model;
    private final AnalyticsServices services;
    private final Runnable taken;
    private final Runnable fit;
    private final Composite root;
    private final Spinner trials;
    private final Button halving;
    private final Button start;
    private final Button take;
    private final ProgressBar bar;
    private final Label words;
    private Optional<Job> running = Optional.empty();
    private Optional<Map<String, String>> best = Optional.empty();
    private boolean stopped;

    SearchBar(final Composite parent, final GuideModel model, final AnalyticsServices services, final Runnable taken, final Runnable fit) {
        this.fit = fit;
        this.model = model;
        this.services = services;
        this.taken = taken;
        root = WidgetKeys.named(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_RAISED), "guide.search");
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 6).applyTo(root);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(root);
        final var title = Colours.styled(new Label(root, SWT.NONE), Colours.CSS_RAISED);
        title.setText(Messages.text("search.title"));
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        final var hint = Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_RAISED + ' ' + Colours.CSS_MUTED);
        hint.setText(Messages.text("search.hint"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hint);
        final var row = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_RAISED);
        final var wrapping = new RowLayout();
        wrapping.center = true;
        wrapping.spacing = 8;
        wrapping.marginLeft = 0;
        row.setLayout(wrapping);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        final var label = Colours.styled(new Label(row, SWT.NONE), Colours.CSS_RAISED);
        label.setText(Messages.text("search.trials"));
        trials = WidgetKeys.named(new Spinner(row, SWT.BORDER), "guide.search.trials");
        trials.setValues(USUAL, 1, MOST, 0, 1, 10);
        halving = WidgetKeys.named(new Button(row, SWT.CHECK), "guide.search.halving");
        halving.setText(Messages.text("search.halving"));
        halving.setToolTipText(Messages.text("search.halving.help"));
        start = WidgetKeys.named(new Button(row, SWT.PUSH), "guide.search.start");
        start.setImage(Icons.SEARCH.image());
        start.setToolTipText(Messages.text("search.start.help"));
        start.addListener(SWT.Selection, event -> startOrStop());
        take = WidgetKeys.named(new Button(row, SWT.PUSH), "guide.search.take");
        take.setText(Messages.text("search.take"));
        Availability.set(take, false);
        take.addListener(SWT.Selection, event -> take());
        bar = WidgetKeys.named(new ProgressBar(root, SWT.NONE), "guide.search.progress");
        words = WidgetKeys.named(Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_RAISED), "guide.search.words");
        rest();
    }

    /** Only where the method says in which ranges its settings are worth searching. */
    void enter() {
        final boolean possible = model.provider().filter(provider -> !provider.descriptor().search().isEmpty()).isPresent();
        root.setVisible(possible);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(!possible).applyTo(root);
    }

    private void startOrStop() {
        if (running.isPresent()) {
            stopped = true;
            Availability.set(start, false);
            running.get().cancel();
            return;
        }
        final var store = services.store();
        if (store.isEmpty()) {
            return;
        }
        final var plan = model.plan();
        final var search = Tuning.Search.usual(trials.getSelection(), FOLDS, plan.seed(), halving.getSelection());
        say("", Optional.empty());
        start.setText(Messages.text("run.stop"));
        bar.setSelection(0);
        show(bar, true);
        show(words, true);
        running = Optional.of(Background.of(root, Messages.text("search.job"), progress -> search(store.get(), plan, search, progress)).family(FAMILY)
                .then(found -> say(found.words(), found.best())).last(this::rest).start());
    }

    private Found search(final Store store, final Plan plan, final Tuning.Search search, final Progress progress) {
        final var run = services.runs().tune(store, Optional.empty(), plan, search, model.options(), new BarProgress(progress, bar, words));
        if (!run.succeeded()) {
            return new Found(run.problem().map(Problem::sentence).orElseGet(() -> Messages.text("search.stopped")), Optional.empty());
        }
        final var result = services.runs().result(store, run.id()).result();
        final var found = Tuning.best(plan, result).parameters();
        final boolean better = result.warnings().stream().anyMatch(warning -> warning.code().equals("analytics.tuning-flatters"));
        final var said = result.summary().stream().map(Message::text).collect(Collectors.joining(" "));
        final var warned = result.warnings().stream().map(warning -> warning.text().text()).collect(Collectors.joining(" "));
        final var method = services.algorithms().find(plan.algorithm()).map(known -> known.active().descriptor());
        final var settings = found.entrySet().stream().map(setting -> RunPage.setting(method, setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(", "));
        return new Found(Stream.of(said, better ? settings : "", warned).filter(line -> !line.isBlank()).collect(Collectors.joining("\n")),
                better ? Optional.of(found) : Optional.empty());
    }

    private void rest() {
        running = Optional.empty();
        if (stopped) {
            // what was cancelled has no answer of its own
            stopped = false;
            say(Messages.text("search.stopped"), Optional.empty());
        }
        start.setText(Messages.text("search.start"));
        Availability.set(start, true);
        show(bar, false);
        show(words, !words.getText().isEmpty());
    }

    /** What has nothing to say takes no room. */
    private void show(final Control control, final boolean visible) {
        control.setVisible(visible);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(control);
        fit.run();
    }

    private void say(final String text, final Optional<Map<String, String>> settings) {
        best = settings;
        Availability.set(take, settings.isPresent());
        words.setText(text.replace("&", "&&"));
        show(words, !text.isEmpty());
    }

    private void take() {
        best.ifPresent(settings -> {
            model.take(settings);
            say(Messages.text("search.taken"), Optional.empty());
            taken.run();
        });
    }
}
