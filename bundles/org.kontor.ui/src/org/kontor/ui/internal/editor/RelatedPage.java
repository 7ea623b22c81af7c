// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.FieldKind;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.editor.RecordEditing;
import org.kontor.ui.editor.RecordPage;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.Commits;

/** A page that lists the records which refer to the one in the editor, such as the contacts of an account. */
final class RelatedPage implements RecordPage {

    private static final int LIMIT = 500;
    private static final Set<FieldKind> NUMBERS = Set.of(FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.PERCENT, FieldKind.MONEY);
    private static final Map<FieldKind, Integer> WIDTHS = Map.of(FieldKind.TEXT, 190, FieldKind.REFERENCE, 170, FieldKind.EMAIL, 210,
            FieldKind.MONEY, 140,
            FieldKind.DATE, 110, FieldKind.INSTANT, 150);
    private static final int OTHER_WIDTH = 120;

    private record Row(UUID id, UUID opens, List<String> cells) {
    }

    private record Found(List<Row> rows, long all) {
    }

    private final RecordType<?> target;
    private final String reference;
    private final List<Field> columns;
    private final String opens;
    private final FieldFormat format = FieldFormat.current();
    private RecordEditing editing;
    private Table table;
    private Label summary;
    private String sortedBy;
    private boolean ascending = true;

    /** @param related what plugin.xml says of the list */
    RelatedPage(final Extensions.Contribution related) {
        target = Catalogue.standard().type(related.attribute("targetType"));
        reference = related.attribute("reference");
        columns = Arrays.stream(related.attribute("columns").split(",")).map(String::strip).map(target::field).toList();
        opens = related.attribute("opens");
        final var sort = related.attribute("sort");
        if (sort != null) {
            ascending = !sort.startsWith("-");
            sortedBy = sort.replaceFirst("^-", "");
        }
    }

    @Override
    public Control create(final Composite parent, final RecordEditing record) {
        editing = record;
        final var page = Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(8, 4).applyTo(page);
        createBar(page);
        summary = Colours.styled(new Label(page, SWT.RIGHT), Colours.CSS_MUTED);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        table = WidgetKeys.named(new Table(page, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER), "related." + target.name());
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(table);
        table.setHeaderVisible(true);
        columns.forEach(this::createColumn);
        table.addListener(SWT.DefaultSelection, event -> open());
        Commits.listen(page, editing.store(), Set.of(target.name()), commit -> load());
        load();
        return page;
    }

    private void createBar(final Composite page) {
        final var bar = new ToolBar(page, SWT.FLAT | SWT.RIGHT);
        if (opens == null && FormGroup.isEditable(target)) {
            final var create = WidgetKeys.named(new ToolItem(bar, SWT.PUSH), "related." + target.name() + ".new");
            create.setText(Messages.TEXTS.get("related.new", target.label()));
            create.setImage(Icons.NEW.image());
            create.addListener(SWT.Selection, event -> Commands.run(editing.context(), Commands.NEW_RECORD,
                    Map.of(Commands.NEW_RECORD_TYPE, target.name(), Commands.NEW_RECORD_VALUES, reference + '=' + editing.ref().id())));
        }
        final var open = new ToolItem(bar, SWT.PUSH);
        open.setText(Messages.TEXTS.get("related.open"));
        open.setImage(Icons.OPEN.image());
        open.addListener(SWT.Selection, event -> open());
    }

    private void createColumn(final Field field) {
        final var column = new TableColumn(table, NUMBERS.contains(field.kind()) ? SWT.RIGHT : SWT.LEFT);
        column.setText(field.label());
        column.setWidth(WIDTHS.getOrDefault(field.kind(), OTHER_WIDTH));
        column.setMoveable(true);
        column.addListener(SWT.Selection, event -> {
            ascending = !field.name().equals(sortedBy) || !ascending;
            sortedBy = field.name();
            table.setSortColumn(column);
            table.setSortDirection(ascending ? SWT.UP : SWT.DOWN);
            load();
        });
    }

    private void load() {
        final var store = editing.store();
        final var id = editing.ref().id();
        Background.of(table, Messages.TEXTS.get("related.reading", target.pluralLabel()),
                progress -> store.read(session -> find(session, id)))
                .then(this::show).quiet().start();
    }

    private Found find(final Session session, final UUID id) {
        Query<?> query = Query.of(target.javaType()).where(Filter.equal(reference, id));
        final long all = session.count(query);
        if (sortedBy != null) {
            final var sort = target.field(sortedBy);
            final var path = sort.target().map(type -> Catalogue.standard().type(type)).flatMap(RelatedPage::sortPath)
                    .map(field -> sortedBy + '.' + field).orElse(sortedBy);
            query = query.orderBy(path, ascending);
        }
        return new Found(list(session, query.page(0, LIMIT)), all);
    }

    private static Optional<String> sortPath(final RecordType<?> type) {
        return Stream.of("position", "name", "lastName", "displayName").filter(type::hasField).findFirst();
    }

    private <T extends StoredRecord> List<Row> list(final Session session, final Query<T> query) {
        return session.list(query).stream()
                .map(record -> new Row(record.getId(), opened(record), columns.stream().map(field -> cell(field, record)).toList()))
                .toList();
    }

    private UUID opened(final StoredRecord record) {
        return opens == null ? record.getId() : target.field(opens).get(record) instanceof final StoredRecord other ? other.getId()
                : record.getId();
    }

    private String cell(final Field field, final StoredRecord record) {
        final var value = field.get(record);
        if (value instanceof final StoredRecord other) {
            return Catalogue.standard().type(field.target().orElseThrow()).title(other);
        }
        return format.text(field, value, currency(field, record));
    }

    private String currency(final Field field, final StoredRecord record) {
        Object at = record;
        for (final var step : field.currencyPath().split("\\.")) {
            if (step.isEmpty() || !(at instanceof final StoredRecord owner)) {
                return null;
            }
            at = Catalogue.standard().type(typeOf(owner)).field(step).get(owner);
        }
        return (String) at;
    }

    /** A record that was loaded lazily is of a subclass which the persistence layer made. */
    private static String typeOf(final StoredRecord record) {
        Class<?> type = record.getClass();
        while (Catalogue.standard().find(type.getSimpleName()).isEmpty()) {
            type = type.getSuperclass();
        }
        return type.getSimpleName();
    }

    private void show(final Found found) {
        final int selected = table.getSelectionIndex();
        table.setRedraw(false);
        try {
            table.removeAll();
            for (final var row : found.rows()) {
                final var item = new TableItem(table, SWT.NONE);
                item.setData(row);
                item.setText(row.cells().toArray(String[]::new));
                item.setImage(Icons.of(target.name()).image());
            }
        } finally {
            table.setRedraw(true);
        }
        if (selected >= 0 && selected < table.getItemCount()) {
            table.select(selected);
        }
        summary.setText(found.all() > found.rows().size() ? Messages.TEXTS.get("related.first", found.rows().size(), found.all())
                : Messages.TEXTS.get("related.count", found.all()));
    }

    private void open() {
        if (table.getSelectionCount() > 0 && table.getSelection()[0].getData() instanceof final Row row) {
            final var type = opens == null ? target.javaType() : target.field(opens).target().orElseThrow();
            Commands.open(editing.context(), RecordRef.of(type, row.opens()));
        }
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
