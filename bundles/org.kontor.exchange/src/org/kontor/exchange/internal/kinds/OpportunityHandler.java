// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.exchange.ImportScope;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.RowScope;
import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityLineItem;
import org.kontor.model.Product;
import org.kontor.model.Stage;
import org.kontor.model.StageHistory;
import org.kontor.model.StoredRecord;

/** Completes opportunities: name, stage with its probability and history, amount in the base currency, and the line item. */
final class OpportunityHandler implements RowHandler {

    private static final int MAX_NAME = 255;

    private final ImportScope scope;
    private final Stages stages;
    private final String template;
    private Stage justMade;

    OpportunityHandler(final ImportScope scope) {
        this.scope = scope;
        this.stages = new Stages(scope);
        this.template = scope.option(OpportunityImport.NAME);
    }

    @Override
    public Optional<Map<String, UUID>> candidates(final String target) {
        return "stage".equals(target) ? Optional.of(stages.candidates()) : Optional.empty();
    }

    @Override
    public Optional<StoredRecord> create(final String target, final String value) {
        if (!"stage".equals(target)) {
            return Optional.empty();
        }
        justMade = stages.make(value);
        return Optional.of(justMade);
    }

    @Override
    public void created(final RowScope row, final StoredRecord record) {
        final var opportunity = (Opportunity) record;
        final var stage = stage(row);
        if (opportunity.getName() == null) {
            opportunity.setName(name(row));
        }
        opportunity.setStage(stage);
        if (opportunity.getProbability() == null) {
            opportunity.setProbability(stage.getProbability());
        }
        if (opportunity.getForecastCategory() == null) {
            opportunity.setForecastCategory(stage.getForecastCategory());
        }
        opportunity.setStageSince(since(opportunity, stage));
        if (opportunity.getCurrency() == null) {
            opportunity.setCurrency(scope.baseCurrency());
        }
        inBaseCurrency(opportunity, stage);
        if (row.value(OpportunityImport.PRODUCT) instanceof final UUID product) {
            row.add(item(opportunity, product));
        }
        row.add(history(opportunity, null, stage));
    }

    private Stage stage(final RowScope row) {
        if (!(row.value("stage") instanceof final UUID id)) {
            return stages.first();
        }
        if (stages.get(id) == null) {
            stages.add(justMade);
        }
        return stages.get(id);
    }

    /** The template with the row's values in it; separators beside empty values go. */
    private String name(final RowScope row) {
        var name = template;
        for (final var part : new String[] {"account", OpportunityImport.PRODUCT, "owner", "externalId", "stage"}) {
            name = name.replace('{' + part + '}', row.text(part).orElse(""));
        }
        name = Stream.of(name.split("\\s+[\u2013\u2014|/-]\\s+|^\\s*[\u2013\u2014|/-]\\s+|\\s+[\u2013\u2014|/-]\\s*$")).map(String::strip)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" \u2013 "));
        if (name.isEmpty()) {
            name = row.text("externalId").orElseGet(() -> Catalogue.standard().type(Opportunity.class).label() + ' ' + row.number());
        }
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }

    private Instant since(final Opportunity opportunity, final Stage stage) {
        final LocalDate day = stage.isClosed() && opportunity.getCloseDate() != null ? opportunity.getCloseDate()
                : opportunity.getOpenDate();
        return day == null ? scope.startedAt() : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void inBaseCurrency(final Opportunity opportunity, final Stage stage) {
        final var day = since(opportunity, stage).atZone(ZoneOffset.UTC).toLocalDate();
        opportunity.setRateDate(opportunity.getAmount() == null ? null : day);
        opportunity.setBaseAmount(scope.inBaseCurrency(opportunity.getAmount(), opportunity.getCurrency(), day).orElse(null));
    }

    private static OpportunityLineItem item(final Opportunity opportunity, final UUID product) {
        final var item = new OpportunityLineItem();
        item.setOpportunity(opportunity);
        item.setProduct(Catalogue.standard().type(Product.class).reference(product));
        item.setPosition(1);
        item.setQuantity(BigDecimal.ONE);
        item.setUnitPrice(opportunity.getAmount());
        item.setTotal(opportunity.getAmount());
        return item;
    }

    private static StageHistory history(final Opportunity opportunity, final Stage from, final Stage to) {
        final var history = new StageHistory();
        history.setOpportunity(opportunity);
        history.setFromStage(from);
        history.setToStage(to);
        history.setChangedAt(opportunity.getStageSince());
        history.setAmount(opportunity.getAmount());
        return history;
    }

    @Override
    public void changed(final StoredRecord record, final Map<String, Object> before, final Map<String, Object> values,
            final Consumer<StoredRecord> adder) {
        final var opportunity = (Opportunity) record;
        final var stage = stages.get(opportunity.getStage().getId());
        if (before.get("stage") instanceof final UUID old && stage != null && !old.equals(stage.getId())) {
            if (!values.containsKey("probability")) {
                opportunity.setProbability(stage.getProbability());
            }
            if (!values.containsKey("forecastCategory")) {
                opportunity.setForecastCategory(stage.getForecastCategory());
            }
            opportunity.setStageSince(since(opportunity, stage));
            adder.accept(history(opportunity, Catalogue.standard().type(Stage.class).reference(old), stage));
        }
        if (stage != null && (before.containsKey("amount") || before.containsKey("currency"))) {
            inBaseCurrency(opportunity, stage);
        }
    }
}
