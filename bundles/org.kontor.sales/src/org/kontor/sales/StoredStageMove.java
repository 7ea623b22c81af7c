// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.customers.ExchangeRates;
import org.kontor.customers.RateTable;
import org.kontor.model.Catalogue;
import org.kontor.model.Field;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.model.StageHistory;
import org.kontor.model.StoredRecord;
import org.kontor.model.User;
import org.kontor.store.Cause;
import org.kontor.store.Commit;
import org.kontor.store.Intent;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.Writer;

/** Moves opportunities by the flags and required fields of their stages. */
@Component
public final class StoredStageMove implements StageMove {

    private final ExchangeRates rates;

    /**
     * @param rates give the base amount of a decided deal
     */
    @Activate
    public StoredStageMove(@Reference final ExchangeRates rates) {
        this.rates = rates;
    }

    @Override
    public Check check(final Store store, final Request request, final Clock clock) {
        return store.read(session -> {
            final var opportunity = found(session, Opportunity.class, request.opportunity());
            return check(opportunity, found(session, Stage.class, request.stage()), request);
        });
    }

    private static Check check(final Opportunity opportunity, final Stage target, final Request request) {
        final var from = PipelineStages.value(opportunity.getStage());
        final var to = PipelineStages.value(target);
        return new Check(from, to, from.id().equals(to.id()) ? List.of() : RequiredFields.missing(opportunity, request.values(), to));
    }

    @Override
    public Commit move(final Store store, final Request request, final Clock clock) {
        final var description = store.read(session -> Messages.get("intent.move", found(session, Opportunity.class, request.opportunity())
                .getName(), found(session, Stage.class, request.stage()).title()));
        return store.write(Intent.of(Cause.EDIT, description), writer -> move(writer, request, store.info().userId(), clock));
    }

    @Override
    public void move(final Writer writer, final Request request, final Optional<UUID> user, final Clock clock) {
        final var opportunity = found(writer, Opportunity.class, request.opportunity());
        final var stage = found(writer, Stage.class, request.stage());
        final var check = check(opportunity, stage, request);
        refuse(opportunity, check, request);
        final var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        final var today = LocalDate.ofInstant(now, clock.getZone());
        final boolean worthChanged = apply(writer, opportunity, request.values());
        final var table = rates.table(writer);
        if (!check.from().id().equals(check.to().id())) {
            enter(opportunity, stage, check, today, now);
            writer.add(history(opportunity, Optional.of(check.from().id()), user, now));
        }
        count(opportunity, check.to(), worthChanged, today, table);
    }

    @Override
    public void begin(final Writer writer, final Opportunity opportunity, final Optional<UUID> user, final Clock clock) {
        final var chosen = opportunity.getStage() == null ? PipelineStages.of(writer, Optional.empty()).first().id()
                : opportunity.getStage()
                .getId();
        final var stage = found(writer, Stage.class, chosen);
        final var value = PipelineStages.value(stage);
        requireFields(opportunity, value);
        final var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        final var today = LocalDate.ofInstant(now, clock.getZone());
        opportunity.setStage(stage);
        opportunity.setStageSince(now);
        if (opportunity.getProbability() == null) {
            opportunity.setProbability(stage.getProbability());
        }
        if (opportunity.getForecastCategory() == null) {
            opportunity.setForecastCategory(stage.getForecastCategory());
        }
        if (opportunity.getOpenDate() == null) {
            opportunity.setOpenDate(today);
        }
        if (value.closed() && (opportunity.getCloseDate() == null || opportunity.getCloseDate().isAfter(today))) {
            opportunity.setCloseDate(today);
        }
        writer.add(history(opportunity, Optional.empty(), user, now));
        count(opportunity, value, true, today, rates.table(writer));
    }

    /** Refuses a new opportunity that lacks what its stage requires. */
    static void requireFields(final Opportunity opportunity, final StageValue stage) {
        final var missing = RequiredFields.missing(opportunity, Map.of(), stage);
        if (!missing.isEmpty()) {
            throw Messages.problem("sales.stage.fieldsMissingNew", opportunity.getName(), stage.title(), labels(missing));
        }
    }

    private static String labels(final List<MissingField> missing) {
        return missing.stream().map(MissingField::label).collect(Collectors.joining(Messages.get("list.separator")));
    }

    private static void refuse(final Opportunity opportunity, final Check check, final Request request) {
        if (request.expected().isPresent() && !request.expected().get().equals(check.from().id())) {
            throw Messages.problem("sales.stage.moved", opportunity.getName(), check.from().title());
        }
        if (!check.allowed()) {
            throw Messages.problem("sales.stage.fieldsMissing", opportunity.getName(), check.to().title(), labels(check.missing()),
                    check.from().title());
        }
    }

    /** Sets fields that came with the move; returns whether they change what the deal is worth. */
    private static boolean apply(final Session session, final Opportunity opportunity, final Map<String, Object> values) {
        for (final var entry : values.entrySet()) {
            final Field field = RequiredFields.OPPORTUNITY.field(entry.getKey());
            if (field.system() || "stage".equals(field.name())) {
                throw new IllegalArgumentException(field + " is not set by a move");
            }
            field.set(opportunity, field.target().<Object>map(target -> found(session, target, (UUID) entry.getValue()))
                    .orElse(entry.getValue()));
        }
        return values.containsKey("amount") || values.containsKey("currency");
    }

    private static void enter(final Opportunity opportunity, final Stage stage, final Check check, final LocalDate today,
            final Instant now) {
        opportunity.setStage(stage);
        opportunity.setProbability(stage.getProbability());
        opportunity.setForecastCategory(stage.getForecastCategory());
        opportunity.setStageSince(now);
        if (check.to().closed() && (opportunity.getCloseDate() == null || opportunity.getCloseDate().isAfter(today))) {
            opportunity.setCloseDate(today);
        }
        if (check.from().lost() && !check.to().lost()) {
            opportunity.setLossReason(null);
        }
    }

    private static StageHistory history(final Opportunity opportunity, final Optional<UUID> from, final Optional<UUID> user,
            final Instant now) {
        final var history = new StageHistory();
        history.setOpportunity(opportunity);
        history.setFromStage(from.map(Catalogue.standard().type(Stage.class)::reference).orElse(null));
        history.setToStage(opportunity.getStage());
        history.setChangedAt(now);
        user.ifPresent(id -> history.setChangedBy(Catalogue.standard().type(User.class).reference(id)));
        history.setAmount(opportunity.getAmount());
        return history;
    }

    /** A decided deal counts at the rate of its close date, where there is one; an open one at that of the day its amount was set. */
    private static void count(final Opportunity opportunity, final StageValue stage, final boolean worthChanged, final LocalDate today,
            final RateTable rates) {
        final var day = stage.closed() && opportunity.getCloseDate() != null ? opportunity.getCloseDate() : today;
        final boolean rateKnown = rates.rate(opportunity.getCurrency(), day).isPresent();
        if (worthChanged || rateKnown && stage.closed() && !day.equals(opportunity.getRateDate())) {
            rates.apply(opportunity, day);
        }
    }

    static <T extends StoredRecord> T found(final Session session, final Class<T> type, final UUID id) {
        return session.find(type, id).orElseThrow(() -> Messages.problem("sales.record.gone", Catalogue.standard().type(type).label()));
    }
}
