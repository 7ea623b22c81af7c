// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.store.FirstLook;
import org.kontor.store.Store;

/** The board is what the workbench opens on. */
@Component
public final class BoardFirstLook implements FirstLook {

    private final PipelineBoard boards;

    /**
     * @param boards the board
     */
    @Activate
    public BoardFirstLook(@Reference final PipelineBoard boards) {
        this.boards = boards;
    }

    @Override
    public void at(final Store store) {
        store.read(PipelineStages::pipelines);
        boards.board(store, PipelineBoard.Scope.ALL).columns().stream().limit(1)
                .forEach(column -> boards.cards(store, PipelineBoard.Scope.ALL, column, PipelineBoard.Sorting.CLOSE_DATE, 0, 1, Clock.systemUTC()));
    }
}
