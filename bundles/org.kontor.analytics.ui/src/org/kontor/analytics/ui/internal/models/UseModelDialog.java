// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.model.AnalysisSchedule;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;

/** Asks what is to be done with the model of a run, with its figures in sight. A model that was not shown to be good needs a reason. Does not wait. */
final class UseModelDialog extends Dialog {

    private static final int WIDTH = 460;
    private static final int LINES = 60;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SCHEME = 60;
    private static final int LONGEST_REASON = 4_000;

    /**
     * What a person wants.
     *
     * @param beside the deployment beside which the model is set as a challenger; empty where it is to be used itself
     * @param choice how it is to be used
     */
    record Wanted(Optional<UUID> beside, ModelDeployments.Choice choice) {
    }

    private final String title;
    private final Plan plan;
    private final ModelQuality quality;
    private final List<Deployment> others;
    private final Consumer<Wanted> wanted;
    private Combo part;
    private Text name;
    private Text scheme;
    private Combo schedule;
    private Combo rows;
    private Button anyway;
    private Text reason;
    private Label missing;

    UseModelDialog(final Shell parent, final String title, final Plan plan, final ModelQuality quality, final List<Deployment> others,
            final Consumer<Wanted> wanted) {
        super(parent);
        this.title = title;
        this.plan = plan;
        this.quality = quality;
        this.others = others.stream().filter(each -> each.champion().isPresent()).toList();
        this.wanted = wanted;
        setBlockOnOpen(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.text("use.title"));
        WidgetKeys.named(shell, "use");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 12).spacing(12, 8).applyTo(area);
        final var strip = quality.needsOverride() ? Colours.CSS_WARNING_STRIP : Colours.CSS_INFO_STRIP;
        final var known = Colours.styled(new Composite(area, SWT.NONE), strip);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 4).applyTo(known);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(known);
        final var figures = WidgetKeys.named(Colours.styled(new Label(known, SWT.WRAP), strip), "use.figures");
        figures.setText((quality.sentence().text() + quality.figures().stream().map(Message::text).collect(Collectors.joining("\n", "\n", "")) + warning())
                .strip().replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(figures);
        part = combo(area, "part", concat(Messages.text("use.part.new"), others.stream().map(each -> Messages.text("use.part.beside", each.name())).toList()));
        name = text(area, "name", title, LONGEST_NAME);
        scheme = text(area, "scheme", title, LONGEST_SCHEME);
        rows = combo(area, "rows", offered());
        schedule = combo(area, "schedule", Arrays.stream(AnalysisSchedule.values())
                .map(each -> Messages.text("schedule." + each.name().toLowerCase(Locale.ROOT))).toList());
        anyway = WidgetKeys.named(new Button(area, SWT.CHECK), "use.anyway");
        anyway.setText(Messages.text("use.anyway"));
        anyway.setVisible(quality.needsOverride());
        GridDataFactory.fillDefaults().span(2, 1).exclude(!quality.needsOverride()).applyTo(anyway);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label(area, "reason"));
        reason = WidgetKeys.named(new Text(area, SWT.MULTI | SWT.BORDER | SWT.WRAP | SWT.V_SCROLL), "use.reason");
        reason.setTextLimit(LONGEST_REASON);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES).applyTo(reason);
        missing = WidgetKeys.named(Colours.styled(new Label(area, SWT.WRAP), Colours.CSS_MUTED), "use.missing");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(missing);
        for (final var field : List.of(part, name, scheme, reason)) {
            field.addListener(SWT.Modify, event -> check());
        }
        part.addListener(SWT.Selection, event -> check());
        anyway.addListener(SWT.Selection, event -> check());
        return area;
    }

    private String warning() {
        return quality.needsOverride() ? '\n' + Messages.text("use.warning") : "";
    }

    private static List<String> concat(final String first, final List<String> more) {
        final var all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    /** Which records: those of the run's filter, all, and those whose outcome is not known yet. */
    private List<String> offered() {
        final var all = concat(Messages.text(plan.filter().isEmpty() ? "use.rows.all" : "use.rows.same"), List.of());
        if (!plan.filter().isEmpty()) {
            all.add(Messages.text("use.rows.all"));
        }
        outcome().ifPresent(column -> all.add(Messages.text("use.rows.open", column)));
        return all;
    }

    private Optional<String> outcome() {
        return plan.roles().getOrDefault(Role.TARGET, List.of()).stream().findFirst();
    }

    private List<Condition> filter() {
        final int chosen = rows.getSelectionIndex();
        final int all = plan.filter().isEmpty() ? 0 : 1;
        return chosen > all ? List.of(new Condition(outcome().orElseThrow(), Condition.Comparison.ABSENT, "")) : chosen == all ? List.of() : plan.filter();
    }

    private static Label label(final Composite area, final String key) {
        final var label = new Label(area, SWT.NONE);
        label.setText(Messages.text("use." + key));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    private static Text text(final Composite area, final String key, final String value, final int longest) {
        label(area, key);
        final var text = WidgetKeys.named(new Text(area, SWT.BORDER), "use." + key);
        text.setTextLimit(longest);
        text.setText(value.substring(0, Math.min(longest, value.length())));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private static Combo combo(final Composite area, final String key, final List<String> lines) {
        label(area, key);
        final var combo = WidgetKeys.named(new Combo(area, SWT.READ_ONLY), "use." + key);
        combo.setItems(lines.toArray(String[]::new));
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.text("use.ok"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        WidgetKeys.named(getButton(IDialogConstants.OK_ID), "use.ok");
        WidgetKeys.named(getButton(IDialogConstants.CANCEL_ID), "use.cancel");
        check();
    }

    private boolean challenger() {
        return part.getSelectionIndex() > 0;
    }

    private void check() {
        final boolean used = !challenger();
        for (final var field : List.of(name, scheme, schedule, rows, anyway)) {
            field.setEnabled(used);
        }
        final var wanting = used ? wanting() : "";
        missing.setText(wanting.isEmpty() ? "" : Messages.text("use.missing." + wanting));
        final var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(wanting.isEmpty());
        }
    }

    /** What is still to be said before the model can be used. */
    private String wanting() {
        if (name.getText().isBlank() || scheme.getText().isBlank()) {
            return "name";
        }
        if (!quality.needsOverride() || anyway.getSelection() && !reason.getText().isBlank()) {
            return "";
        }
        return anyway.getSelection() ? "reason" : "anyway";
    }

    @Override
    protected void okPressed() {
        final var beside = challenger() ? Optional.of(others.get(part.getSelectionIndex() - 1).id()) : Optional.<UUID>empty();
        final var choice = new ModelDeployments.Choice(name.getText().strip(), plan.from(plan.source(), plan.sourceOptions(), filter()),
                AnalysisSchedule.values()[schedule.getSelectionIndex()], scheme.getText().strip(), anyway.getSelection(), reason.getText().strip());
        super.okPressed();
        wanted.accept(new Wanted(beside, choice));
    }
}
