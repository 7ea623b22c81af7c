// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.TablePart;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.analytics.ui.internal.models.UseModel;
import org.kontor.analytics.ui.internal.result.ResultPage;
import org.kontor.model.AnalysisSchedule;
import org.kontor.ui.Availability;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.work.Background;

/** The last step: the result, and what is made of it: a saved analysis, and labels that sales sees at its customers. */
final class InterpretPage implements GuidePage {

    private static final int FIELD = 110;

    private final AnalyticsServices services;
    private final Composite root;
    private final Text name;
    private final Text scheme;
    private final Combo schedule;
    private final Button save;
    private final Button each;
    private final Button rename;
    private final Button classify;
    private final Button use;
    private final Label said;
    private final ResultPage page;
    private Optional<RunPage.Ended> shown = Optional.empty();
    private Map<String, String> names = Map.of();

    InterpretPage(final Composite parent, final AnalyticsServices services, final ResultPage.Host host) {
        this.services = services;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(root);
        final var bar = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_RAISED);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(10, 6).spacing(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        name = field(bar, "name");
        schedule = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), "guide.schedule");
        schedule.setItems(Arrays.stream(AnalysisSchedule.values()).map(InterpretPage::words).toArray(String[]::new));
        schedule.setToolTipText(Messages.text("interpret.schedule.help"));
        schedule.select(0);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(schedule);
        save = button(bar, "save", Icons.SAVE, this::save);
        each = WidgetKeys.named(new Button(bar, SWT.CHECK), "guide.each");
        each.setText(Messages.text("interpret.each"));
        each.setToolTipText(Messages.text("interpret.each.help"));
        Availability.set(each, false);
        schedule.addListener(SWT.Selection, event -> Availability.set(each, schedule.getSelectionIndex() > 0));
        scheme = field(bar, "scheme");
        rename = button(bar, "names", Icons.SETTINGS, this::rename);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(rename);
        classify = button(bar, "classify", Icons.ACCOUNT, this::classify);
        use = button(bar, "use", Icons.DONE, this::use);
        said = WidgetKeys.named(Colours.styled(new Label(bar, SWT.WRAP), Colours.CSS_RAISED + ' ' + Colours.CSS_SUCCESS), "guide.said");
        say("");
        page = new ResultPage(root, host);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page.control());
    }

    private Text field(final Composite bar, final String key) {
        final var label = Colours.styled(new Label(bar, SWT.NONE), Colours.CSS_RAISED);
        label.setText(Messages.text("interpret." + key));
        final var text = WidgetKeys.named(new Text(bar, SWT.BORDER), "guide." + key);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(FIELD, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private Button button(final Composite bar, final String key, final Icons icon, final Runnable action) {
        final var button = WidgetKeys.named(new Button(bar, SWT.PUSH), "guide." + key);
        button.setText(Messages.text("interpret." + key));
        button.setToolTipText(Messages.text("interpret." + key + ".help"));
        button.setImage(icon.image());
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        Availability.set(save, shown.isPresent());
        Availability.set(classify, !labels().isEmpty());
        Availability.set(rename, !labels().isEmpty());
        Availability.set(use, shown.filter(ended -> UseModel.possible(services, ended.run())).isPresent());
    }

    private void use() {
        shown.ifPresent(ended -> UseModel.ask(root, services, ended.run(), name.getText().strip(),
                deployment -> say(Messages.text("interpret.used", deployment.name()))));
    }

    void applyTheme() {
        page.applyTheme();
    }

    void show(final RunPage.Ended ended, final String title, final String provenance) {
        shown = Optional.of(ended);
        names = Map.of();
        say("");
        name.setText(title);
        scheme.setText(ended.run().plan().algorithm());
        ended.shown().ifPresent(result -> page.show(new ResultPage.Content(title, provenance, result, List.of())));
    }

    private void save() {
        final var store = services.store();
        if (store.isEmpty() || shown.isEmpty() || name.getText().isBlank()) {
            name.setFocus();
            return;
        }
        final var words = name.getText().strip();
        final var plan = shown.get().run().plan();
        final var wanted = AnalysisSchedule.values()[schedule.getSelectionIndex()];
        final var written = wanted != AnalysisSchedule.NONE && each.getSelection() ? Optional.of(scheme.getText().strip()).filter(text -> !text.isEmpty())
                : Optional.<String>empty();
        final var run = shown.get().run().id();
        final var given = names;
        Background.of(root, Messages.text("interpret.save.job"), progress -> {
            final var analysis = services.runs().save(store.get(), Optional.empty(), words, plan, wanted, written);
            services.runs().name(store.get(), analysis.id(), run, given);
            return analysis;
        }).then(analysis -> say(wanted == AnalysisSchedule.NONE ? Messages.text("interpret.saved", analysis.name())
                : Messages.text("interpret.scheduled", analysis.name(), words(wanted)))).start();
    }

    private static String words(final AnalysisSchedule schedule) {
        return Messages.text("schedule." + schedule.name().toLowerCase(Locale.ROOT));
    }

    /** The labels of the result, as they would be written to customers. */
    private List<String> labels() {
        return shown.flatMap(RunPage.Ended::result).stream().flatMap(result -> result.parts().stream()).filter(TablePart.class::isInstance)
                .map(TablePart.class::cast).filter(table -> table.column(Meaning.ID).isPresent() && table.column(Meaning.LABEL).isPresent()).findFirst()
                .flatMap(table -> table.column(Meaning.LABEL)).map(column -> IntStream.range(0, column.rows()).filter(row -> !column.isMissing(row))
                        .mapToObj(column::text).distinct().sorted().toList()).orElse(List.of());
    }

    private void rename() {
        NamesDialog.open(root.getShell(), labels(), names, given -> {
            names = given;
            say(given.isEmpty() ? "" : Messages.text("interpret.named", given.size()));
        });
    }

    private void classify() {
        final var store = services.store();
        if (store.isEmpty() || shown.isEmpty() || scheme.getText().isBlank()) {
            scheme.setFocus();
            return;
        }
        final var words = scheme.getText().strip();
        final var run = shown.get().run().id();
        final var given = names;
        Background.of(root, Messages.text("interpret.classify.job"), progress -> services.runs().writeBack(store.get(), run, words, given, progress))
                .then(written -> say(Messages.text("interpret.classified", written.classified(), words, written.unknown()))).start();
    }

    private void say(final String words) {
        said.setText(words.replace("&", "&&"));
        said.setVisible(!words.isEmpty());
        GridDataFactory.fillDefaults().grab(true, false).span(5, 1).exclude(words.isEmpty()).applyTo(said);
        root.layout(true, true);
    }
}
