// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.kontor.customers.RateTable;
import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityContactRole;
import org.kontor.model.OpportunityLineItem;
import org.kontor.model.Product;
import org.kontor.model.Stage;
import org.kontor.model.StageHistory;
import org.kontor.model.User;

/** Writes opportunities with contacts, items and stage history. */
record DealPart(Company company, Batches batches, RateTable rates) {

    private static final double USUAL_DOLLARS = 21_000;
    private static final double SPREAD = 0.95;

    void write() {
        company.deals().forEach(this::write);
        batches.write();
    }

    private void write(final Deal deal) {
        final var dice = company.dice("opportunity", deal.number());
        final var words = deal.customer().market().words();
        final var opportunity = new Opportunity();
        opportunity.setName(name(deal, dice));
        opportunity.setAccount(batches.reference(Account.class, Kind.ACCOUNT, deal.customer().number()));
        opportunity.setStage(Batches.reference(Stage.class, deal.stage().id()));
        opportunity.setProbability(deal.stage().probability());
        opportunity.setForecastCategory(deal.stage().forecastCategory());
        opportunity.setStageSince(deal.moments().get(deal.moments().size() - 1));
        opportunity.setCurrency(deal.customer().market().currency());
        final var opened = LocalDate.ofInstant(deal.moments().get(0), ZoneOffset.UTC);
        opportunity.setOpenDate(opened);
        opportunity.setCloseDate(deal.closeDate());
        opportunity.setLeadSource(dice.pick(words.list("source")));
        if (deal.stage().lost()) {
            opportunity.setLossReason(dice.pick(words.list("loss")));
        } else if (!deal.stage().closed() && (deal.path().size() > 1 || dice.chance(0.5))) {
            opportunity.setNextStep(dice.pick(words.list("next")));
        }
        opportunity.setOwner(owner(deal, dice));
        final var lines = lines(deal);
        if (deal.priced()) {
            opportunity.setAmount(Line.total(lines));
        } else if (deal.path().size() > 1 || dice.chance(0.75)) {
            opportunity.setAmount(Line.total(lines).setScale(-2, RoundingMode.HALF_UP).setScale(2).max(new BigDecimal("100.00")));
        }
        rates.apply(opportunity, deal.stage().closed() ? deal.closeDate() : opened);
        batches.add(Kind.OPPORTUNITY, opportunity);
        roles(deal, opportunity, dice);
        history(deal, opportunity);
        if (deal.priced()) {
            items(opportunity, lines);
        }
    }

    private String name(final Deal deal, final Dice dice) {
        final var family = company.range().articles().get(deal.article()).family();
        final var words = deal.customer().market().words();
        return MessageFormat.format(dice.pick(words.list("deal")), deal.customer().company().stem(), words.word("range." + family));
    }

    /** Mostly whoever looks after the customer. */
    private User owner(final Deal deal, final Dice dice) {
        final int member = dice.chance(0.8) ? deal.customer().owner() : company.staff().owner(dice, deal.customer().market());
        return batches.reference(User.class, Kind.USER, member);
    }

    /** What a deal is about; the order that a won one leads to has the same lines. */
    List<Line> lines(final Deal deal) {
        final var dice = company.dice("deal lines", deal.number());
        final double dollars = dice.logNormal(USUAL_DOLLARS, SPREAD) * deal.customer().size();
        return Line.make(dice, company.range(), deal.article(), dice.between(1, 4), dollars, deal.customer());
    }

    private void roles(final Deal deal, final Opportunity opportunity, final Dice dice) {
        final int others = dice.weighted(0.5, 0.3, 0.2);
        for (int i = 0; i <= others; i++) {
            final var role = new OpportunityContactRole();
            final int place = (deal.contact() + i) % Customer.contacts();
            role.setOpportunity(opportunity);
            role.setContact(batches.reference(Contact.class, Kind.CONTACT, deal.customer().contact(place)));
            role.setRole(dice.pick(deal.customer().market().words().list("role")));
            role.setMain(i == 0);
            batches.add(Kind.CONTACT_ROLE, role);
        }
    }

    private void history(final Deal deal, final Opportunity opportunity) {
        for (int i = 0; i < deal.path().size(); i++) {
            final var history = new StageHistory();
            history.setOpportunity(opportunity);
            history.setFromStage(i == 0 ? null : Batches.reference(Stage.class, deal.path().get(i - 1).id()));
            history.setToStage(Batches.reference(Stage.class, deal.path().get(i).id()));
            history.setChangedAt(deal.moments().get(i));
            history.setChangedBy(opportunity.getOwner());
            history.setAmount(opportunity.getAmount());
            batches.add(Kind.STAGE_HISTORY, history);
        }
    }

    private void items(final Opportunity opportunity, final List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            final var line = lines.get(i);
            final var item = new OpportunityLineItem();
            item.setOpportunity(opportunity);
            item.setProduct(batches.reference(Product.class, Kind.PRODUCT, line.article().number()));
            item.setPosition(i + 1);
            item.setQuantity(BigDecimal.valueOf(line.quantity()));
            item.setUnitPrice(line.price());
            item.setDiscount(BigDecimal.valueOf(line.discount()));
            item.setTotal(line.total());
            batches.add(Kind.OPPORTUNITY_ITEM, item);
        }
    }
}
