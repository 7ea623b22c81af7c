// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.algorithms.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;

/** Opportunities, won, lost and open. Days are counted since 1970. */
final class Deals {

    /** There is no day. */
    static final int NEVER = Integer.MIN_VALUE;

    private static final double LARGEST = 1e120;
    /** So many times as many have to be closed before they are opened as after. */
    private static final int SURE = 9;

    final int count;
    /** When it was closed, or is expected to be. */
    final int[] closed;
    final int[] opened;
    final boolean[] won;
    final boolean[] lost;
    final double[] value;
    final int[] stage;
    final int[] item;
    final List<String> stages = new ArrayList<>();
    final int items;
    /** Won or lost without a day, and those without a stage: they say nothing. */
    private int left;
    private boolean tooLarge;
    private final boolean swapped;

    /**
     * @param data  stages as the target, one or two times, the earlier of which is that of opening, values, and maybe items
     * @param names the stages of won and of lost opportunities
     * @param pause called again and again
     */
    Deals(final Dataset data, final List<String> names, final Runnable pause) {
        count = data.rows();
        closed = new int[count];
        opened = new int[count];
        won = new boolean[count];
        lost = new boolean[count];
        value = new double[count];
        stage = new int[count];
        item = new int[count];
        final var outcome = data.column(Role.TARGET);
        final var amount = data.column(Role.VALUE);
        final Optional<Column> kind = data.find(Role.ITEM);
        final Map<String, Integer> known = new HashMap<>();
        final int[] codes = outcome instanceof final TextColumn texts ? new int[texts.dictionary().size()] : null;
        if (codes != null) {
            Arrays.fill(codes, -1);
        }
        final Map<String, Integer> kinds = new HashMap<>();
        swapped = days(data.columns(Role.TIME), pause);
        for (int row = 0; row < count; row++) {
            if (row % Frame.BLOCK == 0) {
                pause.run();
            }
            value[row] = amount.number(row);
            tooLarge |= Math.abs(value[row]) > LARGEST;
            item[row] = kind.isEmpty() || kind.get().isMissing(row) ? -1 : kinds.computeIfAbsent(kind.get().text(row), unseen -> kinds.size());
            stage[row] = -1;
            if (!outcome.isMissing(row)) {
                final int code = codes == null ? -1 : ((TextColumn) outcome).code(row);
                stage[row] = code >= 0 && codes[code] >= 0 ? codes[code] : known.computeIfAbsent(outcome.text(row).strip(), unseen -> {
                    stages.add(unseen);
                    return stages.size() - 1;
                });
                if (code >= 0) {
                    codes[code] = stage[row];
                }
            }
            won[row] = stage[row] >= 0 && stages.get(stage[row]).equalsIgnoreCase(names.getFirst());
            lost[row] = stage[row] >= 0 && stages.get(stage[row]).equalsIgnoreCase(names.getLast());
            if (stage[row] < 0 || (won[row] || lost[row]) && closed[row] == NEVER) {
                left++;
                stage[row] = -1;
                won[row] = false;
                lost[row] = false;
            }
        }
        items = kinds.size();
    }

    /** Reads the days; {@return whether nearly all would be closed before they are opened, so that the first day is that of opening} */
    private boolean days(final List<Column> times, final Runnable pause) {
        int before = 0;
        int after = 0;
        for (int row = 0; row < count; row++) {
            if (row % Frame.BLOCK == 0) {
                pause.run();
            }
            closed[row] = day(times.getFirst(), row);
            opened[row] = times.size() > 1 ? day(times.get(1), row) : NEVER;
            if (closed[row] != NEVER && opened[row] != NEVER) {
                before += closed[row] < opened[row] ? 1 : 0;
                after += closed[row] > opened[row] ? 1 : 0;
            }
        }
        final boolean other = before > SURE * after;
        for (int row = 0; other && row < count; row++) {
            final int day = closed[row];
            closed[row] = opened[row];
            opened[row] = day;
        }
        return other;
    }

    static int day(final Column time, final int row) {
        return time.isMissing(row) ? NEVER : time.day(row);
    }

    int left() {
        return left;
    }

    /** {@return whether the first day was taken as that of opening, since it comes before the second one} */
    boolean isSwapped() {
        return swapped;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    boolean isClosed(final int deal) {
        return won[deal] || lost[deal];
    }

    /** {@return whether it was known and not yet closed at the end of a day; those without a day of opening are taken as known where still open} */
    boolean isOpen(final int deal, final int cut, final boolean now) {
        if (stage[deal] < 0) {
            return false;
        }
        final boolean begun = opened[deal] == NEVER ? now && !isClosed(deal) : opened[deal] <= cut;
        return begun && (!isClosed(deal) || closed[deal] > cut);
    }

    /** {@return whether it was closed at the end of a day} */
    boolean isClosedBy(final int deal, final int cut) {
        return isClosed(deal) && closed[deal] <= cut;
    }
}
