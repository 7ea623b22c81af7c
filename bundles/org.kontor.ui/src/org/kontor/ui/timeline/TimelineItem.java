// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.timeline;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.kontor.ui.Icons;
import org.kontor.ui.RecordRef;

/**
 * One thing that happened around a record.
 *
 * @param icon     what kind of thing it is
 * @param at       when
 * @param wholeDay whether only the day is known
 * @param title    what happened, one line in the person's language
 * @param text     more about it; may be empty
 * @param who      who did it; may be empty
 * @param opens    the record to open from it; empty where there is none
 * @since 0.1
 */
public record TimelineItem(Icons icon, Instant at, boolean wholeDay, String title, String text, String who, Optional<RecordRef> opens) {

    public TimelineItem {
        Objects.requireNonNull(icon);
        Objects.requireNonNull(at);
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        Objects.requireNonNull(who);
        Objects.requireNonNull(opens);
    }
}
