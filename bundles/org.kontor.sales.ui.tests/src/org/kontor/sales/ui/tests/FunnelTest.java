// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kontor.charts.swt.ChartCanvas;
import org.kontor.sales.ui.internal.funnel.FunnelView;

/** Reads the funnel and follows its numbers to the records. */
class FunnelTest {

    private SalesFixture sales;
    private ChartCanvas chart;
    private Table numbers;

    @BeforeEach
    void open() {
        sales = new SalesFixture();
        sales.show(FunnelView.ID, FunnelView.class);
        chart = sales.ui.find(ChartCanvas.class, "funnel.chart");
        numbers = sales.ui.find(Table.class, "funnel.table");
        sales.ui.until("the numbers are there", () -> numbers.getItemCount() == sales.stages.size());
        sales.ui.until("the chart is painted", chart::isUpToDate);
    }

    @AfterEach
    void close() {
        sales.close();
    }

    private List<String> reached() {
        return Arrays.stream(numbers.getItems()).map(item -> item.getText(1)).toList();
    }

    /** The first column of the table of opportunities. */
    private List<String> names() {
        final var grid = sales.ui.find(NatTable.class, "table.grid");
        final var names = new ArrayList<String>();
        for (int row = 1; row < grid.getRowCount(); row++) {
            names.add(String.valueOf(grid.getDataValueByPosition(0, row)));
        }
        return names;
    }

    @Test
    void countsWhoReachedEachStageAndFollowsWhatIsStored() {
        assertEquals(List.of("2", "1", "1", "0", "0", "0"), reached());
        sales.store.write("Win", writer -> {
            final var deal = writer.find(org.kontor.model.Opportunity.class, sales.early.getId()).orElseThrow();
            deal.setStage(SalesFixture.reference(org.kontor.model.Stage.class, sales.stage("closedWon").id()));
        });
        sales.ui.until("the funnel follows", () -> List.of("2", "2", "2", "1", "1", "0").equals(reached()));
    }

    @Test
    void enterOnAStageShowsExactlyItsRecordsAndThereIsAWayBack() {
        chart.forceFocus();
        chart.select(sales.stage("qualification").id().toString(), "");
        sales.ui.press(0, SWT.CR);
        final var title = sales.ui.find(Label.class, "drill.title");
        sales.ui.until("the stage is named", () -> title.getText().contains(sales.stage("qualification").title()));
        sales.ui.until("exactly one opportunity is listed", () -> List.of("Later deal").equals(names()));
        sales.ui.click("drill.back");
        sales.ui.until("the funnel is back", chart::isVisible);
        numbers.setSelection(0);
        chart.select(sales.stage("prospecting").id().toString(), "");
        chart.forceFocus();
        sales.ui.press(0, SWT.CR);
        sales.ui.until("both are listed", () -> names().size() == 2);
        sales.ui.click("drill.all");
        sales.ui.until("the strip is gone", () -> sales.ui.look(Composite.class, "drill").isEmpty());
    }
}
