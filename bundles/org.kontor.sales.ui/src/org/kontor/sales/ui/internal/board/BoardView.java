// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.extensions.Service;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.kontor.customers.RecordLink;
import org.kontor.model.Account;
import org.kontor.model.Opportunity;
import org.kontor.model.Pipeline;
import org.kontor.model.Stage;
import org.kontor.sales.PipelineBoard;
import org.kontor.sales.PipelineBoard.Card;
import org.kontor.sales.PipelineBoard.Scope;
import org.kontor.sales.PipelineBoard.Sorting;
import org.kontor.sales.PipelineStages;
import org.kontor.sales.StageMove;
import org.kontor.store.Commit;
import org.kontor.store.Store;
import org.kontor.ui.Colours;
import org.kontor.ui.Commands;
import org.kontor.ui.FittingText;
import org.kontor.ui.HelpContext;
import org.kontor.ui.RecordRef;
import org.kontor.ui.WidgetKeys;
import org.kontor.ui.field.FieldFormat;
import org.kontor.ui.work.Background;
import org.kontor.ui.work.StartReport;
import org.kontor.ui.work.UiThread;

/** The pipeline as a board: a bar that says what is shown, and a column for each stage. Dragging a card changes its stage. */
public final class BoardView implements BoardCanvas.Wishes {

    private static final Set<String> SHOWN = Set.of(Opportunity.class.getSimpleName(), Stage.class.getSimpleName(), Pipeline.class.getSimpleName(),
            Account.class.getSimpleName());
    private static final int SETTLE_MILLIS = 150;
    private static final int TYPING_MILLIS = 250;

    private final IEclipseContext context;
    private final ESelectionService selection;
    private final Display display;
    private final StageMoving moving;
    private final BoardModel model;
    private final Clock clock = Clock.systemDefaultZone();
    private final Runnable readAgain = this::read;
    private final Set<UUID> readingMore = new HashSet<>();
    private Optional<Store> store = Optional.empty();
    private Optional<Job> reading = Optional.empty();
    private List<RecordLink> pipelines = List.of();
    private Runnable unsubscribe = () -> { };
    private BoardCanvas board;
    private Combo pipeline;
    private Combo owner;
    private Text filter;
    private Label summary;

    @Inject
    BoardView(final IEclipseContext context, final ESelectionService selection, final Display display, @Service final PipelineBoard service,
            @Service final StageMove stageMove) {
        this.context = context;
        this.selection = selection;
        this.display = display;
        moving = new StageMoving(stageMove, clock);
        model = new BoardModel(service, clock);
    }

    @PostConstruct
    void create(final Composite parent) {
        final var root = HelpContext.of(Colours.styled(new Composite(parent, SWT.NONE), Colours.CSS_SURFACE), HelpContext.BOARD);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        createBar(root);
        board = new BoardCanvas(root, model, this);
        StartReport.reached("part");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(board.control());
        read();
    }

    private void createBar(final Composite root) {
        final var bar = Colours.styled(new Composite(root, SWT.NONE), Colours.CSS_SURFACE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 6).spacing(8, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        pipeline = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), "board.pipeline");
        pipeline.addListener(SWT.Selection, event -> scopeChanged());
        GridDataFactory.swtDefaults().exclude(true).applyTo(pipeline);
        pipeline.setVisible(false);
        owner = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), "board.owner");
        owner.setItems(Messages.text("board.everyone"), Messages.text("board.mine"));
        owner.select(0);
        owner.addListener(SWT.Selection, event -> scopeChanged());
        final var sorting = WidgetKeys.named(new Combo(bar, SWT.READ_ONLY), "board.sorting");
        sorting.setItems(Arrays.stream(Sorting.values()).map(order -> Messages.text("sort." + order.name())).toArray(String[]::new));
        sorting.select(model.sorting().ordinal());
        sorting.addListener(SWT.Selection, event -> {
            model.setSorting(Sorting.values()[sorting.getSelectionIndex()]);
            read();
        });
        filter = WidgetKeys.named(new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "board.filter");
        filter.setMessage(Messages.text("board.filter"));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(260, SWT.DEFAULT).minSize(120, SWT.DEFAULT).applyTo(filter);
        filter.addListener(SWT.Modify, event -> {
            display.timerExec(-1, readFiltered);
            display.timerExec(TYPING_MILLIS, readFiltered);
        });
        summary = WidgetKeys.named(Colours.styled(new Label(bar, SWT.RIGHT), Colours.CSS_MUTED), "board.summary");
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(summary);
    }

    private final Runnable readFiltered = this::scopeChanged;

    private void scopeChanged() {
        if (filter.isDisposed()) {
            return;
        }
        final int chosen = pipeline.getSelectionIndex();
        final Optional<UUID> mine = owner.getSelectionIndex() == 1 ? store.flatMap(open -> open.info().userId()) : Optional.empty();
        model.setScope(new Scope(chosen < 0 || chosen >= pipelines.size() ? Optional.empty() : Optional.of(pipelines.get(chosen).id()), mine,
                filter.getText().strip(), Optional.empty()));
        read();
    }

    @Inject
    void setStore(@org.eclipse.e4.core.di.annotations.Optional @Service final Store opened) {
        UiThread.run(display, () -> {
            unsubscribe.run();
            store = Optional.ofNullable(opened);
            unsubscribe = opened == null ? () -> { } : opened.subscribe(this::committed);
            model.clear();
            read();
        });
    }

    private void committed(final Commit commit) {
        if (commit.recordTypes().stream().anyMatch(SHOWN::contains)) {
            UiThread.run(display, () -> {
                display.timerExec(-1, readAgain);
                display.timerExec(SETTLE_MILLIS, readAgain);
            });
        }
    }

    private void read() {
        if (board == null || board.control().isDisposed()) {
            return;
        }
        if (store.isEmpty()) {
            FittingText.longest(summary, List.of(Messages.text("board.opening"), ""), filter);
            board.refresh();
            return;
        }
        final var from = store.get();
        final var scope = model.scope();
        final var sorting = model.sorting();
        final var counts = model.cardCounts();
        reading.ifPresent(Job::cancel);
        reading = Optional.of(Background.of(board.control(), Messages.text("board.job"), progress -> new Read(
                from.read(session -> PipelineStages.pipelines(session)), model.read(from, scope, sorting, counts)))
                .then(read -> show(from, read)).otherwise(thrown -> store.orElse(null) != from).quiet().start());
    }

    /** What one look at the store brought. */
    private record Read(List<RecordLink> pipelines, BoardModel.Reading board) {
    }

    private void show(final Store from, final Read read) {
        if (!model.take(read.board())) {
            return;
        }
        showPipelines(read.pipelines());
        readingMore.clear();
        final var shown = read.board().board();
        final var format = FieldFormat.current();
        final var currency = shown.currency().getCurrencyCode();
        final var total = WholeMoney.text(format, shown.total(), currency);
        FittingText.longest(summary, List.of(Messages.text("board.summary", shown.count(), total, WholeMoney.text(format, shown.weightedOpen(), currency)),
                Messages.text("board.summary.short", shown.count(), total), total, ""), filter);
        board.refresh();
        StartReport.shown(board.control(), "board");
        Background.of(board.control(), Messages.text("board.job"), progress -> model.readMedianDays(from, read.board())).then(withMedianDays -> {
            if (model.take(read.board(), withMedianDays)) {
                board.control().redraw();
            }
        }).otherwise(thrown -> store.orElse(null) != from).quiet().start();
    }

    /** The choice of a pipeline is only there where there is a choice. */
    private void showPipelines(final List<RecordLink> found) {
        if (found.equals(pipelines)) {
            return;
        }
        final var chosen = model.scope().pipeline();
        pipelines = found;
        pipeline.setItems(found.stream().map(RecordLink::title).toArray(String[]::new));
        pipeline.select(Math.max(0, found.stream().map(link -> Optional.of(link.id())).toList().indexOf(chosen)));
        final boolean several = found.size() > 1;
        GridDataFactory.swtDefaults().exclude(!several).applyTo(pipeline);
        pipeline.setVisible(several);
        pipeline.getParent().layout();
    }

    @Override
    public void selected(final Optional<Card> card) {
        selection.setSelection(card.map(found -> List.of(RecordRef.of(Opportunity.class, found.opportunity().id()))).orElse(List.of()));
    }

    @Override
    public void open(final Card card) {
        Commands.open(context, RecordRef.of(Opportunity.class, card.opportunity().id()));
    }

    @Override
    public void move(final Card card, final int fromColumn, final int toColumn) {
        final var from = model.columns().get(fromColumn).stage();
        final var target = model.columns().get(toColumn).stage();
        moving.move(board.control(), store.orElseThrow(), new StageMove.Request(card.opportunity().id(), target.id(), Optional.of(from.id()), Map.of()),
                card.opportunity().title(), target.title());
    }

    @Override
    public void more(final int column) {
        final var shown = model.columns().get(column);
        if (store.isEmpty() || !readingMore.add(shown.stage().id())) {
            return;
        }
        final var from = store.get();
        final var scope = model.scope();
        final var sorting = model.sorting();
        final int offset = model.cards(column).size();
        Background.of(board.control(), Messages.text("board.job"), progress -> model.readMore(from, scope, sorting, shown, offset)).then(more -> {
            readingMore.remove(shown.stage().id());
            if (model.take(more)) {
                board.control().redraw();
            }
        }).otherwise(thrown -> store.orElse(null) != from).quiet().start();
    }

    @PreDestroy
    void close() {
        unsubscribe.run();
        reading.ifPresent(Job::cancel);
    }

    @Focus
    void focus() {
        board.control().setFocus();
    }
}
