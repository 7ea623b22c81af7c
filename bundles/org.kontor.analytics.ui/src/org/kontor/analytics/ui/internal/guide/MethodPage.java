// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.engine.Analyses.Preview;
import org.kontor.analytics.engine.OfferedMethod;
import org.kontor.analytics.engine.Provider;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.ui.Colours;
import org.kontor.ui.HelpContext;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The third step: which method answers, what it is good for, who provides it, and whether it can run on these rows. */
final class MethodPage implements GuidePage {

    private static final int LIST = 260;
    private static final int TALL = 330;
    private static final int CARD = 300;
    private static final long MEGA = 1_048_576;

    private final GuideModel model;
    private final AnalyticsServices services;
    private final Runnable changed;
    private final Composite root;
    private final Text filter;
    private final Table list;
    private final Composite card;
    private List<OfferedMethod> methods = List.of();
    private Optional<Job> asking = Optional.empty();

    MethodPage(final Composite parent, final GuideModel model, final AnalyticsServices services, final Runnable changed) {
        this.model = model;
        this.services = services;
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(18, 0).applyTo(root);
        final var side = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(side);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(side);
        filter = WidgetKeys.named(new Text(side, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "guide.methods.filter");
        filter.setMessage(Messages.text("methods.filter"));
        filter.addListener(SWT.Modify, event -> fill());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        list = WidgetKeys.named(new Table(side, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER), "guide.methods");
        list.setHeaderVisible(true);
        for (final var name : List.of("method", "family")) {
            new TableColumn(list, SWT.LEFT).setText(Messages.text("methods." + name));
        }
        list.addListener(SWT.Selection, event -> choose((OfferedMethod) list.getSelection()[0].getData()));
        GridDataFactory.fillDefaults().hint(LIST, TALL).grab(true, true).applyTo(list);
        card = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, true).hint(CARD, SWT.DEFAULT).applyTo(card);
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        methods = services.algorithms().methods().stream()
                .sorted(Comparator.<OfferedMethod>comparingInt(method -> method.active().descriptor().family().ordinal())
                .thenComparing(method -> method.active().descriptor().name().text())).toList();
        fill();
        int width = 0;
        for (final var column : list.getColumns()) {
            width += column.getWidth();
        }
        ((GridData) list.getLayoutData()).widthHint = Math.max(LIST, width);
        model.provider().flatMap(provider -> methods.stream().filter(method -> method.id().equals(provider.id())).findFirst())
                .ifPresentOrElse(this::show, this::showNothing);
        root.layout(true, true);
    }

    /** Those methods whose name, question or description has all words that were typed. */
    private void fill() {
        final var words = filter.getText().toLowerCase(Locale.getDefault()).strip().split("\\s+");
        list.removeAll();
        for (final var method : methods) {
            if (!Arrays.stream(words).allMatch(searched(method)::contains)) {
                continue;
            }
            final var item = new TableItem(list, SWT.NONE);
            item.setData(method);
            item.setData(WidgetKeys.KEY, "guide.method." + method.id());
            item.setText(new String[] {method.active().descriptor().name().text(), Messages.text("family." + method.active().descriptor().family().key())});
            if (model.provider().filter(provider -> provider.id().equals(method.id())).isPresent()) {
                list.setSelection(item);
            }
        }
        if (list.getItemCount() > 0) {
            for (final var column : list.getColumns()) {
                column.pack();
            }
        }
    }

    private static String searched(final OfferedMethod method) {
        final var descriptor = method.active().descriptor();
        return String.join(" ", descriptor.id(), descriptor.name().text(), Messages.text("family." + descriptor.family().key()),
                descriptor.description().text()).toLowerCase(Locale.getDefault());
    }

    private void showNothing() {
        clear();
        text(Messages.text("methods.hint"), Colours.CSS_MUTED);
        card.layout(true, true);
    }

    private void clear() {
        for (final var child : card.getChildren()) {
            child.dispose();
        }
    }

    private void choose(final OfferedMethod method) {
        model.setProvider(method.active(), false, Optional.of(services.analyses()));
        show(method);
        changed.run();
    }

    private void show(final OfferedMethod method) {
        clear();
        final var provider = model.provider().orElse(method.active());
        final var descriptor = provider.descriptor();
        final var title = text(descriptor.name().text(), "");
        title.setFont(JFaceResources.getHeaderFont());
        text(descriptor.description().text(), "");
        WidgetKeys.named(text(method.provenance().text(), Colours.CSS_MUTED), "guide.provenance");
        if (method.providers().size() > 1) {
            providers(method, provider);
        }
        text(Messages.text("method.strengths", descriptor.strengths().text()), "");
        text(Messages.text("method.weaknesses", descriptor.weaknesses().text()), "");
        text(Messages.text("method.cost", descriptor.cost(), String.join("; ", descriptor.literature())), Colours.CSS_MUTED);
        HelpContext.page("methods-" + descriptor.id()).ifPresent(this::more);
        final var verdict = WidgetKeys.named(text(Messages.text("method.asking"), Colours.CSS_MUTED), "guide.applicability");
        card.layout(true, true);
        ask(verdict);
    }

    private void more(final Runnable open) {
        final var link = WidgetKeys.named(Colours.styled(new Link(card, SWT.NONE), Colours.CSS_SURFACE), "guide.method.help");
        link.setText("<a>" + Messages.text("method.help") + "</a>");
        link.addListener(SWT.Selection, event -> open.run());
    }

    private Label text(final String text, final String style) {
        final var label = style.isEmpty() ? new Label(card, SWT.WRAP) : Colours.styled(new Label(card, SWT.WRAP), style);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(CARD, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void providers(final OfferedMethod method, final Provider chosen) {
        final var combo = WidgetKeys.named(new Combo(card, SWT.READ_ONLY), "guide.provider");
        combo.setItems(method.providers().stream().map(provider -> Messages.text("method.provider", provider.bundle(), provider.bundleVersion()))
                .toArray(String[]::new));
        combo.select(Math.max(0, method.providers().stream().map(Provider::bundle).toList().indexOf(chosen.bundle())));
        combo.addListener(SWT.Selection, event -> {
            model.setProvider(method.providers().get(combo.getSelectionIndex()), true, Optional.empty());
            show(method);
            changed.run();
        });
    }

    private void ask(final Label verdict) {
        asking.ifPresent(Job::cancel);
        final var plan = model.plan();
        final var options = model.options();
        asking = Optional.of(Background.of(verdict, Messages.text("method.asking"),
                progress -> services.analyses().preview(services.store(), plan, options, progress))
                .then(preview -> answer(verdict, preview)).otherwise(thrown -> {
                    if (thrown instanceof final ProblemException refused) {
                        show(verdict, Stream.of(refused.problem()).toList());
                        return true;
                    }
                    return false;
                }).quiet().start());
    }

    private void answer(final Label verdict, final Preview preview) {
        if (!preview.applicability().possible()) {
            show(verdict, preview.applicability().obstacles());
            return;
        }
        final var advice = preview.applicability().advice().stream().map(warning -> worded(warning.text().text())).toList();
        Colours.styled(verdict, advice.isEmpty() ? Colours.CSS_SUCCESS : Colours.CSS_WARNING);
        verdict.setText((Messages.text("method.possible", preview.prepared().rows(), Math.max(1, preview.memory() / MEGA)) + ' ' + String.join(" ", advice))
                .replace("&", "&&"));
        card.layout(true, true);
        changed.run();
    }

    /** Methods know the names of columns, people their titles. */
    private String worded(final String text) {
        var words = text;
        for (final var column : model.columns()) {
            words = words.replace('“' + column.name() + '”', '“' + column.title().text() + '”');
        }
        return words;
    }

    private void show(final Label verdict, final List<Problem> obstacles) {
        Colours.styled(verdict, Colours.CSS_ERROR);
        verdict.setText(String.join("\n", obstacles.stream().map(Problem::sentence).map(this::worded).toList()).replace("&", "&&"));
        card.layout(true, true);
        changed.run();
    }
}
