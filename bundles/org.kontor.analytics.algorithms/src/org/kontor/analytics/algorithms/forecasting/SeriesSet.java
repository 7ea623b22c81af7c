// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.List;

import org.kontor.analytics.result.Message;
import org.kontor.analytics.result.Warning;

/**
 * The series of some data.
 *
 * @param timeline where their values lie
 * @param series   one or more
 * @param cycle    the length of the season, 1 for none
 * @param rows     how many rows of the data count
 * @param warnings what should be known of them
 * @param notes    sentences that are told with the result
 */
record SeriesSet(Timeline timeline, List<TimeSeries> series, int cycle, long rows, List<Warning> warnings, List<Message> notes) {

    SeriesSet {
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /** {@return the same with one sentence more} */
    SeriesSet noted(final Message note) {
        return new SeriesSet(timeline, series, cycle, rows, warnings, List.of(note));
    }
}
