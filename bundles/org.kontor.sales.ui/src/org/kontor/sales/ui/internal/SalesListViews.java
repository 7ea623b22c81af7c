// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales.ui.internal;

import java.util.Set;

import org.kontor.model.Activity;
import org.kontor.model.Catalogue;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.ui.table.ColumnFilter;
import org.kontor.ui.table.DaySpan;
import org.kontor.ui.table.DefaultViews;
import org.kontor.ui.table.ListView;

/** The views that sales looks at every day. They ask flags, never names, of stages and statuses. */
public final class SalesListViews {

    private static final ColumnFilter OPEN_STAGE = new ColumnFilter.AnyOf("stage.closed", Set.of("false"), false);
    private static final ColumnFilter WON_STAGE = new ColumnFilter.AnyOf("stage.won", Set.of("true"), false);
    private static final ColumnFilter OPEN_STATUS = new ColumnFilter.AnyOf("status.closed", Set.of("false"), false);

    private SalesListViews() {
    }

    /** @return the views of opportunities: open, mine, closing, overdue, won */
    public static ListView[] opportunities() {
        final var all = DefaultViews.all(Catalogue.standard().type(Opportunity.class));
        final var open = all.with(OPEN_STAGE).sortedBy("closeDate", true);
        return new ListView[] {
            open.named("open", Messages.text("opportunities.open")),
            open.named("myOpen", Messages.text("opportunities.myOpen")).withMine(true),
            open.named("closingThisMonth", Messages.text("opportunities.closingThisMonth")).with(new ColumnFilter.Recent("closeDate", DaySpan.THIS_MONTH)),
            open.named("overdue", Messages.text("opportunities.overdue")).with(new ColumnFilter.Recent("closeDate", DaySpan.BEFORE_TODAY)),
            all.named("wonThisQuarter", Messages.text("opportunities.wonThisQuarter")).with(WON_STAGE).with(new ColumnFilter.Recent("closeDate", DaySpan.THIS_QUARTER)),
        };
    }

    /** @return the views of leads: open, mine, new, converted */
    public static ListView[] leads() {
        final var all = DefaultViews.all(Catalogue.standard().type(Lead.class));
        final var open = all.with(OPEN_STATUS).with(new ColumnFilter.Empty("convertedAt", true));
        return new ListView[] {
            open.named("open", Messages.text("leads.open")),
            open.named("myOpen", Messages.text("leads.myOpen")).withMine(true),
            all.named("newThisMonth", Messages.text("leads.newThisMonth")).with(new ColumnFilter.Recent("createdAt", DaySpan.THIS_MONTH)),
            all.named("converted", Messages.text("leads.converted")).with(new ColumnFilter.Empty("convertedAt", false)),
        };
    }

    /** @return the views of activities: open, mine, due, overdue */
    public static ListView[] activities() {
        final var all = DefaultViews.all(Catalogue.standard().type(Activity.class));
        final var open = all.with(OPEN_STATUS).sortedBy("dueDate", true);
        return new ListView[] {
            open.named("open", Messages.text("activities.open")),
            open.named("myOpen", Messages.text("activities.myOpen")).withMine(true),
            open.named("today", Messages.text("activities.today")).with(new ColumnFilter.Recent("dueDate", DaySpan.TODAY)),
            open.named("overdue", Messages.text("activities.overdue")).with(new ColumnFilter.Recent("dueDate", DaySpan.BEFORE_TODAY)),
        };
    }
}
