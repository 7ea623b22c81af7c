// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;
import java.util.Optional;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Warning;

/**
 * The series of some data.
 *
 * @param timeline where their values lie
 * @param series   one or more
 * @param column   the column of the data that tells them apart; empty for one
 * @param cycle    the length of the season, 1 for none
 * @param rows     how many rows of the data count
 * @param warnings what should be known of them
 * @param notes    sentences that are told with the result
 */
record SeriesSet(Timeline timeline, List<TimeSeries> series, Optional<String> column, int cycle, long rows, List<Warning> warnings, List<Message> notes) {

    SeriesSet {
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /** {@return what one of them is called} */
    Message said(final TimeSeries one) {
        return column.map(known -> Message.value(known, one.name())).orElseGet(() -> Message.name(one.name()));
    }

    /** {@return the same with one sentence more} */
    SeriesSet noted(final Message note) {
        return new SeriesSet(timeline, series, column, cycle, rows, warnings, List.of(note));
    }
}
