// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal.models;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Spread;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Result;

/** How far records have moved from those that a model learned from, from as they were to much. */
enum Drift {

    /** As it was. */
    NONE("none"),
    /** A change that chance alone may explain. */
    CHANCE_ONLY("chance-only"),
    /** A change to look at. */
    SOME("some"),
    /** A change after which the model is to learn again. */
    MUCH("much");

    private final String key;

    Drift(final String key) {
        this.key = key;
    }

    String words() {
        return Messages.text("drift." + key);
    }

    static Drift of(final Spread.Change change) {
        return change.much() ? MUCH : change.some() ? SOME : change.index() >= Spread.SOME ? CHANCE_ONLY : NONE;
    }

    /** The change of one row of the table of a scoring. */
    static Spread.Change change(final Frame drift, final int row) {
        return new Spread.Change(drift.column("column").text(row), drift.column("index").number(row), drift.column("chance").number(row),
                drift.column("missing-before").number(row), drift.column("missing-now").number(row));
    }

    /** The largest change of a scoring, of the score as of every feature; empty where it compared nothing. */
    static Optional<Drift> of(final Result scoring) {
        return scoring.table(ModelDeployments.DRIFT).map(table -> table.frame()).flatMap(frame -> IntStream.range(0, frame.rows())
                .mapToObj(row -> of(change(frame, row))).max(Comparator.naturalOrder()));
    }
}
