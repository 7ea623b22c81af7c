// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.FrameBuilder;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.ColumnType;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.kontor.model.Opportunity;
import org.kontor.model.Stage;
import org.kontor.store.query.Query;
import org.osgi.service.component.annotations.Component;

/**
 * What became of opportunities: {@value #WON} and {@value #LOST} by what their stage is and not by what it is called, of open ones the stage.
 * Their day of closing is the one on which they were decided; of open ones, the one on which that is expected.
 */
@Component
public final class OpportunitiesSource implements AnalysisSource {

    /** The outcome of opportunities in a stage that is closed and won. */
    static final String WON = "Won";
    /** The outcome of opportunities in a stage that is closed and not won. */
    static final String LOST = "Lost";

    private static final String OPPORTUNITY = "opportunity";
    private static final String OUTCOME = "outcome";
    private static final String CUSTOMER = "customer";
    private static final String PREFIX = "source.opportunities.";
    private static final Map<String, SourceColumn> COLUMNS = columns();
    private static final List<String> PATHS = List.of("id", "account", "stage", "closeDate", "stageSince", "openDate", "baseAmount", "leadSource",
            "account.industry", "account.billingCountry");
    private static final int STEP = 4_096;

    /** What a stage says of the opportunities in it. */
    private record Outcome(String name, boolean decided) {

        private static Outcome of(final Stage stage) {
            return new Outcome(stage.isClosed() ? stage.isWon() ? WON : LOST : stage.getCode() == null ? stage.getName() : stage.getCode(), stage.isClosed());
        }
    }

    private static Map<String, SourceColumn> columns() {
        final var columns = new LinkedHashMap<String, SourceColumn>();
        add(columns, OPPORTUNITY, ColumnType.TEXT, Role.ID);
        add(columns, OUTCOME, ColumnType.TEXT, Role.TARGET);
        add(columns, "closed", ColumnType.DATE, Role.TIME);
        add(columns, "opened", ColumnType.DATE, Role.TIME);
        add(columns, "amount", ColumnType.NUMBER, Role.VALUE, Role.FEATURES);
        add(columns, CUSTOMER, ColumnType.TEXT, Role.USER);
        List.of("lead-source", "industry", "country").forEach(name -> add(columns, name, ColumnType.TEXT, Role.FEATURES));
        return columns;
    }

    private static void add(final Map<String, SourceColumn> columns, final String name, final ColumnType type, final Role... roles) {
        columns.put(name, new SourceColumn(name, Message.of(Messages.TEXTS, PREFIX + name), type, List.of(roles), false, Optional.empty()));
    }

    @Override
    public String id() {
        return "opportunities";
    }

    @Override
    public Message name() {
        return Message.of(Messages.TEXTS, "source.opportunities");
    }

    @Override
    public boolean needsStore() {
        return true;
    }

    @Override
    public List<SourceColumn> columns(final SourceInput input) {
        return List.copyOf(COLUMNS.values());
    }

    @Override
    public Map<String, Map<String, Message>> words(final SourceInput input) {
        final var words = new HashMap<String, Message>();
        input.requireStore().read(session -> session.list(Query.of(Stage.class))).stream().filter(stage -> !stage.isClosed())
                .forEach(stage -> words.put(Outcome.of(stage).name(), Message.name(stage.title())));
        List.of(WON, LOST).forEach(outcome -> words.put(outcome, Message.of(Messages.TEXTS, PREFIX + outcome)));
        return Map.of(OUTCOME, words);
    }

    @Override
    public Frame load(final SourceInput input, final List<String> columns, final Progress progress) {
        final var frame = new FrameBuilder();
        final var fillers = new ArrayList<Consumer<Object[]>>();
        input.requireStore().read(session -> {
            final var outcomes = new HashMap<Object, Outcome>();
            session.list(Query.of(Stage.class)).forEach(stage -> outcomes.put(stage.getId(), Outcome.of(stage)));
            columns.forEach(name -> {
                final var value = value(name, outcomes);
                final var filler = TableColumns.filler(frame, COLUMNS.get(name), OPPORTUNITY.equals(name) || CUSTOMER.equals(name));
                fillers.add(row -> filler.accept(value.apply(row)));
            });
            final var all = Query.of(Opportunity.class);
            progress.begin(Messages.TEXTS.get("reading", Messages.TEXTS.get("source.opportunities")), session.count(all));
            final var read = new int[1];
            session.each(all, PATHS, row -> {
                fillers.forEach(filler -> filler.accept(row));
                if (++read[0] % STEP == 0) {
                    progress.worked(STEP);
                    progress.checkCancelled();
                }
                return true;
            });
            return read[0];
        });
        return frame.build();
    }

    private static Function<Object[], Object> value(final String name, final Map<Object, Outcome> outcomes) {
        return switch (name) {
            case OPPORTUNITY -> row -> row[0];
            case CUSTOMER -> row -> row[1];
            case OUTCOME -> row -> outcomes.get(row[2]).name();
            case "closed" -> row -> closed((LocalDate) row[3], (Instant) row[4], outcomes.get(row[2]).decided());
            case "opened" -> row -> row[5];
            case "amount" -> row -> row[6];
            case "lead-source" -> row -> row[7];
            case "industry" -> row -> row[8];
            default -> row -> row[9];
        };
    }

    /** What is decided was decided when it came to its last stage, whatever day had been planned. */
    private static LocalDate closed(final LocalDate day, final Instant since, final boolean decided) {
        if (!decided || since == null) {
            return day;
        }
        final var moved = LocalDate.ofInstant(since, ZoneOffset.UTC);
        return day == null || day.isAfter(moved) ? moved : day;
    }
}
