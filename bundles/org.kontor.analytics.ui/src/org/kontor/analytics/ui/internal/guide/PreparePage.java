// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.guide;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.Condition;
import org.kontor.analytics.engine.DataReport;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.ui.internal.AnalyticsServices;
import org.kontor.charts.ValueFormat;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.ui.Colours;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;

/** The first step: where rows come from, how clean they are, and what is done about it. */
final class PreparePage implements GuidePage {

    private static final String CSV = "csv";
    private static final List<String> COLUMNS = List.of("column", "missing", "distinct", "outliers", "least", "median", "most", "mean");
    /** Higher where there is room; what is done about the columns stays in sight in a small window. */
    private static final int LOWEST = 190;

    private final GuideModel model;
    private final AnalyticsServices services;
    private final Runnable changed;
    private final Composite root;
    private final Combo source;
    private final ConditionsPane conditions;
    private final Label words;
    private final Table report;
    private List<AnalysisSource> sources = List.of();
    private Optional<Job> reading = Optional.empty();

    PreparePage(final Composite parent, final GuideModel model, final AnalyticsServices services, final Runnable changed) {
        this.model = model;
        this.services = services;
        this.changed = changed;
        root = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 8).applyTo(root);
        label("source");
        source = WidgetKeys.named(Lists.choice(root), "guide.source");
        source.addListener(SWT.Selection, event -> chooseSource());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 5).applyTo(label("filter"));
        conditions = new ConditionsPane(root, this::readAgain);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(conditions.control());
        words = WidgetKeys.named(Colours.styled(new Label(root, SWT.WRAP), Colours.CSS_MUTED), "guide.report");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(words);
        report = WidgetKeys.named(new Table(root, SWT.FULL_SELECTION | SWT.BORDER), "guide.report.columns");
        report.setHeaderVisible(true);
        COLUMNS.forEach(name -> {
            final var column = new TableColumn(report, "column".equals(name) ? SWT.LEFT : SWT.RIGHT);
            column.setText(Messages.text("report." + name));
            column.setToolTipText(Messages.text("report." + name + ".help"));
            column.pack();
        });
        new TableColumn(report, SWT.NONE).setWidth(1);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, LOWEST).applyTo(report);
        choice("missing", Cleaning.Missing.values(), value -> model.setCleaning(model.cleaning().with(value)));
        choice("outliers", Cleaning.Far.values(), value -> model.setCleaning(model.cleaning().with(value)));
        choice("scale", Cleaning.Scale.values(), value -> model.setCleaning(model.cleaning().with(value)));
        check("log", value -> model.setCleaning(model.cleaning().withLog(value)));
        check("oneHot", value -> model.setCleaning(model.cleaning().withOneHot(value)));
    }

    private Label label(final String key) {
        final var label = new Label(root, SWT.NONE);
        label.setText(Messages.text("prepare." + key));
        return label;
    }

    private <E extends Enum<E>> void choice(final String key, final E[] values, final Consumer<E> take) {
        label(key);
        final var combo = WidgetKeys.named(Lists.choice(root), "guide." + key);
        combo.setItems(Arrays.stream(values).map(value -> Messages.text("prepare." + key + '.' + value.name().toLowerCase(Locale.ROOT))).toArray(String[]::new));
        combo.select(0);
        combo.addListener(SWT.Selection, event -> take.accept(values[combo.getSelectionIndex()]));
    }

    private void check(final String key, final Consumer<Boolean> take) {
        new Label(root, SWT.NONE);
        final var check = WidgetKeys.named(new Button(root, SWT.CHECK), "guide." + key);
        check.setText(Messages.text("prepare." + key));
        check.addListener(SWT.Selection, event -> take.accept(check.getSelection()));
    }

    @Override
    public Control control() {
        return root;
    }

    @Override
    public void enter() {
        if (sources.isEmpty()) {
            sources = services.sources().all().stream().filter(found -> !found.internal()).toList();
            source.setItems(sources.stream().map(found -> found.name().text()).toArray(String[]::new));
            root.layout();
        }
        chooseFirst();
    }

    /** Most questions are about customers: they are there without a choice, as soon as there is a store to read them from. */
    void chooseFirst() {
        if (source.getSelectionIndex() < 0 && services.store().isPresent() && !sources.isEmpty() && !CSV.equals(sources.getFirst().id())) {
            source.select(0);
            chooseSource();
        }
    }

    /** Takes a source as if a person had chosen it. */
    void choose(final String id) {
        enter();
        for (int index = 0; index < sources.size(); index++) {
            if (sources.get(index).id().equals(id)) {
                source.select(index);
                chooseSource();
            }
        }
    }

    private void chooseSource() {
        final var chosen = sources.get(source.getSelectionIndex());
        if (CSV.equals(chosen.id())) {
            final var dialog = new FileDialog(root.getShell(), SWT.OPEN);
            dialog.setFilterExtensions(new String[] {"*.csv;*.txt;*.tsv", "*"});
            final var file = dialog.open();
            if (file != null) {
                read(chosen, Map.of("file", file));
            } else {
                source.select(Math.max(0, sources.stream().map(AnalysisSource::id).toList().indexOf(model.source())));
            }
        } else {
            read(chosen, Map.of());
        }
    }

    /** What was read of a source. */
    private record Read(List<SourceColumn> columns, DataReport report) {
    }

    /** Reads a source and looks at all of its columns. */
    void read(final AnalysisSource chosen, final Map<String, String> options) {
        reading.ifPresent(Job::cancel);
        words.setText(Messages.text("prepare.reading"));
        final var input = new SourceInput(services.store(), new HashMap<>(options));
        reading = Optional.of(Background.of(root, Messages.text("prepare.job", chosen.name().text()), progress -> {
            final var columns = chosen.columns(input);
            return new Read(columns, report(columns, chosen.id(), options, List.of(), progress));
        }).then(read -> {
            model.setSource(chosen.id(), options, read.columns(), read.report().columns().stream()
                    .filter(column -> read.report().rows() > 0 && column.missing() == read.report().rows()).map(DataReport.ColumnReport::column)
                    .collect(Collectors.toSet()), Optional.of(services.analyses()));
            conditions.setColumns(read.columns());
            show(read);
        }).last(changed).start());
    }

    private DataReport report(final List<SourceColumn> columns, final String id, final Map<String, String> options, final List<Condition> filter,
            final Progress progress) {
        final var everything = Map.of(Role.FEATURES, columns.stream().map(SourceColumn::name).toList());
        return DataReport.of(services.analyses().read(services.store(), new Plan(id, options, filter, everything, List.of(), "", Map.of(), 0), progress));
    }

    /** Looks at the rows that other conditions leave; conditions that cannot be compared are said and not taken. */
    private void readAgain() {
        reading.ifPresent(Job::cancel);
        final var wanted = conditions.conditions();
        final var columns = model.columns();
        conditions.refuse(Optional.empty());
        words.setText(Messages.text("prepare.reading"));
        reading = Optional.of(Background.of(root, Messages.text("prepare.job", Messages.text("prepare.filter")),
                progress -> new Read(columns, report(columns, model.source(), model.sourceOptions(), wanted, progress))).then(read -> {
                    model.setFilter(wanted);
                    show(read);
                }).otherwise(thrown -> {
                    final boolean refused = thrown instanceof ProblemException;
                    if (refused) {
                        model.refuseFilter();
                        final var problem = ((ProblemException) thrown).problem();
                        conditions.refuse(Optional.of(problem.happened() + ' ' + problem.nextStep()));
                        words.setText("");
                    }
                    return refused;
                }).last(changed).start());
    }

    private void show(final Read read) {
        final var whole = NumberFormat.getIntegerInstance();
        final var counts = Messages.text("prepare.report", read.report().rows(), read.report().duplicates(),
                read.report().columns().stream().mapToLong(DataReport.ColumnReport::missing).sum());
        words.setText(CSV.equals(model.source()) ? Messages.text("prepare.report.file", services.title(model.source(), model.sourceOptions()), counts)
                .replace("&", "&&") : counts);
        report.setRedraw(false);
        try {
            report.removeAll();
            for (final var column : read.report().columns()) {
                final var item = new TableItem(report, SWT.NONE);
                final var source = read.columns().stream().filter(found -> found.name().equals(column.column())).findFirst();
                final var type = source.map(SourceColumn::type).orElse(ColumnType.NUMBER);
                item.setText(new String[] {source.map(found -> found.title().text()).orElse(column.column()), whole.format(column.missing()), whole.format(column.distinct()), whole.format(column.outliers()),
                    value(type, column.least()), value(type, column.median()), value(type, column.most()), value(type, column.mean())});
            }
            for (int index = 0; index < COLUMNS.size(); index++) {
                report.getColumn(index).pack();
            }
        } finally {
            report.setRedraw(true);
        }
        root.layout(true, true);
    }

    private static String value(final ColumnType type, final double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return switch (type) {
            case DATE -> FieldFormat.current().date(LocalDate.ofEpochDay(Math.round(value)));
            case INSTANT -> FieldFormat.current().instant(Instant.EPOCH.plus(Math.round(value), ChronoUnit.MICROS));
            default -> number(value);
        };
    }

    private static String number(final double value) {
        return ValueFormat.number(2).brief(BigDecimal.valueOf(value), Locale.getDefault());
    }
}
