// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers.ui.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.exchange.DateStyle;
import org.kontor.exchange.Evidence;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.NumberStyle;
import org.kontor.exchange.SourceColumn;
import org.kontor.model.FieldKind;
import org.kontor.ui.Colours;
import org.kontor.ui.Icons;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.TextUndo;

/** A line for each column of the file: its name, what stands in it, which field it fills and how its days or numbers are written. */
final class MappingRows {

    private static final int MOST = 150;
    private static final int SAMPLES = 4;
    private static final int TIP_SAMPLES = 12;

    private final ScrolledComposite scroll;
    private final Runnable changed;
    private Composite content;
    private ImportDraft draft;
    private final List<Line> lines = new ArrayList<>();

    /** The widgets of one column of the file. */
    private record Line(SourceColumn column, Label sign, Combo field, Combo format) {
    }

    /**
     * @param parent  where
     * @param changed hears that a column is mapped otherwise
     */
    MappingRows(final Composite parent, final Runnable changed) {
        this.changed = changed;
        scroll = WidgetKeys.named(new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER), "import.columns");
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
    }

    ScrolledComposite control() {
        return scroll;
    }

    /** Shows the columns whose name, sample or field contains some words. */
    void show(final ImportDraft shown, final String words, final boolean unmappedOnly) {
        draft = shown;
        lines.clear();
        if (content != null) {
            content.dispose();
        }
        content = Colours.styled(new Composite(scroll, SWT.NONE), Colours.CSS_SURFACE);
        content.setBackgroundMode(SWT.INHERIT_DEFAULT);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(10, 8).spacing(10, 4).applyTo(content);
        new Label(content, SWT.NONE);
        for (final var key : List.of("mapping.column", "mapping.samples", "mapping.field", "mapping.format")) {
            final var head = Colours.styled(new Label(content, SWT.NONE), Colours.CSS_MUTED);
            head.setText(Messages.text(key));
            head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        }
        if (words.isBlank() && !unmappedOnly) {
            ImportSession.missing(draft).forEach(this::addMissing);
        }
        final var fitting = draft.columns().stream().filter(column -> fits(column, words.strip().toLowerCase(Locale.getDefault())))
                .filter(column -> !unmappedOnly || draft.target(column.index()).isEmpty()).toList();
        fitting.subList(0, Math.min(MOST, fitting.size())).forEach(this::add);
        refresh();
        if (fitting.isEmpty() || fitting.size() > MOST) {
            final var more = Colours.styled(new Label(content, SWT.NONE), Colours.CSS_MUTED);
            more.setText(fitting.isEmpty() ? Messages.text("mapping.none") : Messages.text("mapping.more", fitting.size() - MOST));
            GridDataFactory.fillDefaults().span(5, 1).indent(0, 8).applyTo(more);
        }
        scroll.setContent(content);
        scroll.setMinSize(content.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        content.layout(true, true);
    }

    private boolean fits(final SourceColumn column, final String words) {
        final var field = draft.target(column.index()).map(this::target).map(ImportTarget::label).orElse("");
        return words.isEmpty() || (column.name() + ' ' + field + ' ' + String.join(" ", column.samples())).toLowerCase(Locale.getDefault())
                .contains(words);
    }

    private ImportTarget target(final String name) {
        return draft.kind().targets().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** A field that no column fills can have one value for all rows. */
    private void addMissing(final ImportTarget target) {
        final boolean needed = target.required() && draft.choices().defaults().getOrDefault(target.name(), "").isEmpty();
        final var sign = sign();
        sign.setImage((needed ? Icons.WARNING : Icons.INFO).image());
        cell(Messages.text("mapping.all"), 24);
        final var value = WidgetKeys.named(new Text(content, SWT.BORDER | SWT.SINGLE), "import.default." + target.name());
        value.setText(draft.choices().defaults().getOrDefault(target.name(), ""));
        value.setMessage(Messages.text(target.required() ? "mapping.value" : "mapping.value.auto"));
        TextUndo.install(value);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(value);
        value.addListener(SWT.Modify, event -> {
            if (value.getText().isBlank()) {
                draft.choices().defaults().remove(target.name());
            } else {
                draft.choices().defaults().put(target.name(), value.getText().strip());
            }
            sign.setImage((target.required() && value.getText().isBlank() ? Icons.WARNING : Icons.INFO).image());
            changed.run();
        });
        final var field = new Label(content, SWT.NONE);
        field.setText(name(target).replace("&", "&&"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).indent(10, 0).applyTo(field);
        new Label(content, SWT.NONE);
    }

    private Label sign() {
        final var label = new Label(content, SWT.NONE);
        label.setImage(Icons.DONE.image());
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(label);
        return label;
    }

    private EndLabel cell(final String text, final int characters) {
        final var cell = new EndLabel(content);
        cell.setText(text);
        final int width = new PixelConverter(cell.control()).convertWidthInCharsToPixels(characters);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(cell.control());
        return cell;
    }

    private void add(final SourceColumn column) {
        final var sign = sign();
        WidgetKeys.named(cell(column.name(), 24).control(), "import.column." + column.index());
        final var samples = cell(column.samples().stream().limit(SAMPLES).map(PreviewTable::oneLine)
                .collect(Collectors.joining("  \u00b7  ")), 36).control();
        Colours.styled(samples, Colours.CSS_MUTED);
        GridDataFactory.createFrom((GridData) samples.getLayoutData()).grab(true, false).applyTo(samples);
        samples.setToolTipText((column.samples().stream().limit(TIP_SAMPLES).map(PreviewTable::oneLine)
                .collect(Collectors.joining("\n")) + '\n'
                + Messages.text("mapping.filled", column.filled(), column.blank(), column.distinct())).replace("&", "&&"));
        final var field = WidgetKeys.named(new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN), "import.target." + column.index());
        field.add(Messages.text("mapping.leave"));
        draft.kind().targets().forEach(each -> field.add(name(each)));
        field.setVisibleItemCount(20);
        field.addListener(SWT.Selection, event -> map(column.index(), field.getSelectionIndex()));
        scrolls(field);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).minSize(new PixelConverter(field)
                .convertWidthInCharsToPixels(26), SWT.DEFAULT).applyTo(field);
        final var format = WidgetKeys.named(new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN), "import.format." + column.index());
        format.addListener(SWT.Selection, event -> format(column.index(), format.getSelectionIndex()));
        scrolls(format);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(format);
        speak(field, "mapping.field", column);
        speak(format, "mapping.format", column);
        lines.add(new Line(column, sign, field, format));
    }

    /** The wheel moves the list; it must not choose another field in passing. */
    private void scrolls(final Combo combo) {
        combo.addListener(SWT.MouseVerticalWheel, event -> {
            event.doit = false;
            final var origin = scroll.getOrigin();
            scroll.setOrigin(origin.x, Math.max(0, origin.y - event.count * combo.getSize().y / 2));
        });
    }

    static String name(final ImportTarget target) {
        return target.required() ? target.label() + " *" : target.label();
    }

    /** Shows in every line what it is mapped to now. */
    private void refresh() {
        final var columns = draft.columns();
        final var reasons = draft.evidence().stream().filter(each -> !each.subject().isEmpty())
                .collect(Collectors.toMap(Evidence::subject, Evidence::reason, (first, next) -> first));
        for (final var line : lines) {
            show(line, columns.get(line.column.index()), Optional.ofNullable(reasons.get(line.column.name())));
        }
    }

    private void show(final Line line, final SourceColumn column, final Optional<String> reason) {
        final var mapped = draft.target(column.index()).map(this::target);
        line.field.select(mapped.map(each -> draft.kind().targets().indexOf(each) + 1).orElse(0));
        // numbers without point or comma read the same either way
        final boolean asked = mapped.isPresent() && (dates(mapped.get().kind()) || reason.isPresent());
        final var items = asked ? formats(mapped.get().kind()) : List.<String>of();
        line.format.setVisible(!items.isEmpty());
        final boolean unsure = !items.isEmpty() && !column.certain();
        if (!items.isEmpty()) {
            line.format.setItems(items.toArray(String[]::new));
            line.format.select(dates(mapped.get().kind()) ? column.dates().ordinal() : column.numbers().ordinal());
            line.format.setToolTipText(reason.orElse(""));
        }
        line.sign.setImage((mapped.isEmpty() ? Icons.CLEAR : unsure ? Icons.WARNING : Icons.DONE).image());
        final var sign = mapped.isEmpty() ? "mapping.sign.out" : unsure ? "mapping.sign.unsure" : "mapping.sign.in";
        line.sign.setToolTipText(Messages.text(sign, column.name()).replace("&", "&&"));
    }

    /** Screen readers say what a list without a label of its own is for. */
    private static void speak(final Combo combo, final String key, final SourceColumn column) {
        combo.getAccessible().addAccessibleListener(AccessibleListener
                .getNameAdapter(event -> event.result = Messages.text(key) + ' ' + column.name()));
    }

    private static boolean dates(final FieldKind kind) {
        return kind == FieldKind.DATE || kind == FieldKind.INSTANT;
    }

    private static List<String> formats(final FieldKind kind) {
        return switch (kind) {
            case DATE, INSTANT -> List.of(DateStyle.values()).stream().map(style -> Messages.text("date." + style.name())).toList();
            case MONEY, DECIMAL, PERCENT, INTEGER -> List.of(NumberStyle.values()).stream()
                    .map(style -> Messages.text("number." + style.name())).toList();
            default -> List.of();
        };
    }

    private void map(final int column, final int item) {
        final int missing = ImportSession.missing(draft).size();
        draft.map(column, item <= 0 ? null : draft.kind().targets().get(item - 1).name());
        refresh();
        content.layout(true, true);
        if (ImportSession.missing(draft).size() != missing) {
            // the combo that is being used stays, so the list is only made anew once it has told everybody
            scroll.getDisplay().asyncExec(this::again);
        }
        changed.run();
    }

    private void again() {
        if (!scroll.isDisposed()) {
            final var origin = scroll.getOrigin();
            final var focus = scroll.getDisplay().getFocusControl();
            final var key = focus == null || focus.isDisposed() ? null : focus.getData(WidgetKeys.KEY);
            show(draft, "", false);
            scroll.setOrigin(origin);
            lines.stream().filter(line -> line.field.getData(WidgetKeys.KEY).equals(key)).forEach(line -> line.field.setFocus());
        }
    }

    private void format(final int column, final int item) {
        final var kind = draft.target(column).map(this::target).map(ImportTarget::kind).orElseThrow();
        if (dates(kind)) {
            draft.dates(column, DateStyle.values()[item]);
        } else {
            draft.numbers(column, NumberStyle.values()[item]);
        }
        refresh();
        changed.run();
    }

    /** Gives the keyboard to the first column that is not mapped, or to the first one. */
    void setFocus() {
        lines.stream().filter(line -> draft.target(line.column.index()).isEmpty()).findFirst()
                .or(() -> lines.stream().findFirst()).ifPresent(line -> line.field.setFocus());
    }
}
