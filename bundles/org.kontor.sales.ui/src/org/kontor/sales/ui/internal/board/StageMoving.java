// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal.board;

import java.time.Clock;
import java.util.Optional;

import org.eclipse.swt.widgets.Control;

import org.kontor.sales.StageMove;
import org.kontor.sales.StageMove.Request;
import org.kontor.store.Store;
import org.kontor.ui.work.Background;

/**
 * Moves an opportunity on behalf of a person: away from the user-interface thread, and after asking for what the stage requires.
 *
 * @param stageMove knows the rules
 * @param clock     tells the time
 */
public record StageMoving(StageMove stageMove, Clock clock) {

    /**
     * @param control     who asks
     * @param store       the store
     * @param request     what is to be done
     * @param opportunity the opportunity's name
     * @param stage       the stage's name
     */
    public void move(final Control control, final Store store, final Request request, final String opportunity, final String stage) {
        Background.of(control, Messages.text("board.move", opportunity, stage), progress -> {
            final var check = stageMove.check(store, request, clock);
            if (check.allowed()) {
                stageMove.move(store, request, clock);
            }
            return Optional.of(check).filter(found -> !found.allowed());
        }).then(refused -> refused.ifPresent(check -> new MissingFieldsDialog(control.getShell(), opportunity, stage, check.missing(),
                values -> move(control, store, new Request(request.opportunity(), request.stage(), request.expected(), values), opportunity, stage))
                        .open())).start();
    }
}
