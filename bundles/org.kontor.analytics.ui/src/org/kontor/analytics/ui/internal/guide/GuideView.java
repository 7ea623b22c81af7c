// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.event.Event;

import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.Customers;
import org.kontor.store.Store;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.HelpContext;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;

/** From data to an answer in six steps, each with a sentence that says what it is for. */
public final class GuideView {

    /** The view's identifier. */
    public static final String ID = "org.kontor.analytics.ui.guide";

    private static final int RAIL = 190;

    private final AnalyticsServices services;
    private final EPartService parts;
    private GuideModel model = new GuideModel();
    private final Map<GuideStep, Button> rail = new EnumMap<>(GuideStep.class);
    private final Map<GuideStep, GuidePage> pages = new EnumMap<>(GuideStep.class);
    private final Map<GuideStep, ScrolledComposite> frames = new EnumMap<>(GuideStep.class);
    private GuideStep step = GuideStep.PREPARE;
    private boolean answered;
    private Composite root;
    private Composite stack;
    private Label title;
    private Label hint;
    private Label obstacle;
    private Button back;
    private Button next;
    private InterpretPage interpret;
    private Runnable unsubscribe = () -> { };

    @Inject
    GuideView(final AnalyticsServices services, final EPartService parts) {
        this.services = services;
        this.parts = parts;
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        services.use(opened);
        if (root != null && !root.isDisposed()) {
            root.getDisplay().asyncExec(() -> {
                if (!root.isDisposed()) {
                    ((PreparePage) pages.get(GuideStep.PREPARE)).chooseFirst();
                }
            });
        }
    }

    @PostConstruct
    void create(final Composite parent) {
        root = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.ANALYTICS);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(root);
        build();
        unsubscribe = services.algorithms().subscribe(this::methodsChanged);
    }

    private void build() {
        createRail();
        final var main = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().margins(18, 14).spacing(0, 6).applyTo(main);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(main);
        title = WidgetKeys.named(new Label(main, SWT.NONE), "guide.title");
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        hint = Colours.styled(new Label(main, SWT.WRAP), Colours.CSS_MUTED);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hint);
        stack = Colours.styled(new Composite(main, SWT.NONE), Colours.CSS_SURFACE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        createPages();
        createFoot(main);
        show(GuideStep.PREPARE);
    }

    /** Forgets what was chosen, for the next question. */
    private void restart() {
        for (final var child : root.getChildren()) {
            child.dispose();
        }
        rail.clear();
        pages.clear();
        frames.clear();
        model = new GuideModel();
        answered = false;
        build();
    }

    private void createRail() {
        final var side = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_RAISED);
        GridLayoutFactory.fillDefaults().margins(10, 14).spacing(0, 4).applyTo(side);
        GridDataFactory.fillDefaults().hint(RAIL, SWT.DEFAULT).grab(false, true).applyTo(side);
        for (final var one : GuideStep.values()) {
            final var button = WidgetKeys.named(new Button(side, SWT.TOGGLE | SWT.FLAT | SWT.LEFT), "guide.step." + one.key());
            button.setText(Messages.text("step.number", one.ordinal() + 1, one.title()));
            button.addListener(SWT.Selection, event -> show(one));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
            rail.put(one, button);
        }
        final var again = WidgetKeys.named(new Button(side, SWT.PUSH | SWT.FLAT), "guide.restart");
        again.setText(Messages.text("restart"));
        again.setImage(Icons.NEW.image());
        again.addListener(SWT.Selection, event -> restart());
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 14).applyTo(again);
    }

    private void createPages() {
        pages.put(GuideStep.PREPARE, new PreparePage(frame(GuideStep.PREPARE), model, services, this::refresh));
        pages.put(GuideStep.FEATURES, new FeaturesPage(frame(GuideStep.FEATURES), model, this::refresh));
        pages.put(GuideStep.METHOD, new MethodPage(frame(GuideStep.METHOD), model, services, this::refresh));
        pages.put(GuideStep.PARAMETERS, new ParametersPage(frame(GuideStep.PARAMETERS), model, this::refresh));
        pages.put(GuideStep.RUN, new RunPage(frame(GuideStep.RUN), model, services, this::ended));
        interpret = new InterpretPage(stack, services, (ids, words) -> Customers.show(parts, ids, words, ID));
        pages.put(GuideStep.INTERPRET, interpret);
        frames.forEach((one, frame) -> frame.setContent(pages.get(one).control()));
    }

    private ScrolledComposite frame(final GuideStep one) {
        final var frame = Colours.styled(new ScrolledComposite(stack, SWT.V_SCROLL | SWT.H_SCROLL), Colours.CSS_SURFACE);
        frame.setExpandHorizontal(true);
        frame.setExpandVertical(true);
        frame.setShowFocusedControl(true);
        frame.addListener(SWT.Resize, event -> fit(frame));
        frames.put(one, frame);
        return frame;
    }

    /** Lets as much of a page be scrolled to as it has. */
    static void fit(final ScrolledComposite frame) {
        if (frame.getContent() != null) {
            final var wanted = frame.getContent().computeSize(Math.max(1, frame.getClientArea().width), SWT.DEFAULT);
            frame.setMinSize(SWT.DEFAULT, wanted.y);
        }
    }

    private void createFoot(final Composite main) {
        final var foot = Colours.styled(new Composite(main, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(foot);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        obstacle = WidgetKeys.named(Colours.styled(new Label(foot, SWT.WRAP), Colours.CSS_WARNING), "guide.obstacle");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(obstacle);
        back = WidgetKeys.named(new Button(foot, SWT.PUSH), "guide.back");
        back.setText(Messages.text("back"));
        back.addListener(SWT.Selection, event -> show(GuideStep.values()[step.ordinal() - 1]));
        next = WidgetKeys.named(new Button(foot, SWT.PUSH), "guide.next");
        next.setText(Messages.text("next"));
        next.addListener(SWT.Selection, event -> show(GuideStep.values()[step.ordinal() + 1]));
    }

    /** Starts with a source, as the command of a table does. */
    public void start(final String source) {
        show(GuideStep.PREPARE);
        ((PreparePage) pages.get(GuideStep.PREPARE)).choose(source);
    }

    private void show(final GuideStep wanted) {
        step = reachable(wanted) ? wanted : step;
        rail.forEach((one, button) -> {
            button.setSelection(one == step);
            button.setFont(one == step ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT) : null);
        });
        title.setText(step.title().replace("&", "&&"));
        hint.setText(step.hint().replace("&", "&&"));
        pages.get(step).enter();
        ((StackLayout) stack.getLayout()).topControl = step == GuideStep.INTERPRET ? interpret.control() : frames.get(step);
        stack.layout(true, true);
        refresh();
    }

    private boolean reachable(final GuideStep wanted) {
        for (final var before : GuideStep.values()) {
            if (before.ordinal() < wanted.ordinal() && model.obstacle(before).isPresent()) {
                return false;
            }
        }
        return wanted != GuideStep.INTERPRET || answered;
    }

    private void refresh() {
        final var wrong = model.obstacle(step);
        obstacle.setText(wrong.orElse("").replace("&", "&&"));
        rail.forEach((one, button) -> Availability.set(button, reachable(one)));
        Availability.set(back, step != GuideStep.PREPARE);
        Availability.set(next, step != GuideStep.INTERPRET && reachable(GuideStep.values()[step.ordinal() + 1]));
        root.layout(true, true);
        Optional.ofNullable(frames.get(step)).ifPresent(GuideView::fit);
    }

    private void ended(final RunPage.Ended ended) {
        answered = ended.result().isPresent();
        if (answered) {
            final var plan = ended.run().plan();
            final var method = services.algorithms().find(plan.algorithm());
            interpret.show(ended, Messages.text("interpret.title", model.provider().map(provider -> provider.descriptor().name().text()).orElse(plan.algorithm()),
                    services.title(plan.source(), plan.sourceOptions())), method.map(found -> found.provenance().text()).orElse(""));
            show(GuideStep.INTERPRET);
        } else {
            refresh();
        }
    }

    /** A bundle came or left while the page is open. */
    private void methodsChanged() {
        if (!root.isDisposed()) {
            root.getDisplay().asyncExec(() -> {
                if (!root.isDisposed()) {
                    model.methodsChanged(services.algorithms());
                    if (step == GuideStep.METHOD) {
                        pages.get(step).enter();
                    }
                    refresh();
                }
            });
        }
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void themeChanged(@UIEventTopic(Colours.THEME_CHANGED) final Event event) {
        if (interpret != null && !root.isDisposed()) {
            interpret.applyTheme();
        }
    }

    @PreDestroy
    void close() {
        unsubscribe.run();
    }

    @Focus
    void focus() {
        rail.get(step).setFocus();
    }
}
