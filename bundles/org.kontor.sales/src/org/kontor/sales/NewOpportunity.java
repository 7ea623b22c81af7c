// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Instant;
import java.time.LocalDate;

import org.kontor.customers.RateTable;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityContactRole;
import org.kontor.model.Stage;
import org.kontor.model.StageHistory;
import org.kontor.model.User;
import org.kontor.store.Store;
import org.kontor.store.Writer;

/** Adds opportunities with everything that belongs to their first day. */
record NewOpportunity(Store store, Writer writer, RateTable rates) {

    void add(final Opportunity opportunity, final Contact contact, final Stage stage, final LocalDate today, final Instant now) {
        opportunity.setStage(stage);
        opportunity.setProbability(stage.getProbability());
        opportunity.setForecastCategory(stage.getForecastCategory());
        opportunity.setStageSince(now);
        opportunity.setOpenDate(today);
        rates.apply(opportunity, today);
        writer.add(opportunity);
        final var role = new OpportunityContactRole();
        role.setOpportunity(opportunity);
        role.setContact(contact);
        role.setMain(true);
        writer.add(role);
        final var history = new StageHistory();
        history.setOpportunity(opportunity);
        history.setToStage(stage);
        history.setChangedAt(now);
        store.info().userId().ifPresent(user -> history.setChangedBy(Catalogue.standard().type(User.class).reference(user)));
        history.setAmount(opportunity.getAmount());
        writer.add(history);
    }
}
