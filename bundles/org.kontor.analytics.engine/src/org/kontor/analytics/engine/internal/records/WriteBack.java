// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.analytics.engine.AnalysisRuns.WrittenBack;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Column;
import org.kontor.analytics.result.Meaning;
import org.kontor.analytics.result.Result;
import org.kontor.analytics.result.TablePart;
import org.kontor.core.id.Ids;
import org.kontor.core.progress.Progress;
import org.kontor.model.Account;
import org.kontor.model.AnalysisRun;
import org.kontor.model.AnalysisRunState;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.CustomerClassification;
import org.kontor.model.StoredRecord;
import org.kontor.store.Cause;
import org.kontor.store.Intent;
import org.kontor.store.Store;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Writes the labels of a run to customers. */
final class WriteBack {

    private static final int BATCH = 5_000;
    /** So many identifiers are asked for at once. */
    private static final int PIECE = 1_000;
    private static final BigDecimal MOST = new BigDecimal("999999999999999");
    private static final int LONGEST_LABEL = 255;

    private final Store store;
    private final UUID run;
    private final String scheme;
    private final Map<String, String> names;
    private final Intent intent;
    private final Instant now;

    WriteBack(final Store store, final UUID run, final String scheme, final Map<String, String> names, final Cause cause, final Instant now) {
        this.store = store;
        this.run = run;
        this.scheme = scheme;
        this.names = Map.copyOf(names);
        this.intent = new Intent(cause, Messages.TEXTS.get("intent.write-back", scheme), Ids.next());
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** A customer's label; where a number is predicted, there is a score alone. */
    private record Row(UUID customer, boolean account, Optional<String> label, Optional<BigDecimal> score) {
    }

    /** {@return the table of scores of a run that only scored} */
    private static Optional<TablePart> scored(final Result result) {
        return result.table(ModelDeployments.SCORES).filter(table -> table.column(Meaning.ID).isPresent() && table.column(Meaning.SCORE).isPresent());
    }

    WrittenBack write(final Result result, final Progress progress) {
        final var table = Comparing.labelled(result).or(() -> scored(result)).orElseThrow(() -> EngineProblems.of("analytics.nothing-to-write").asException());
        final var accounts = ids(Account.class);
        final var contacts = ids(Contact.class);
        final var rows = new ArrayList<Row>();
        final var id = table.column(Meaning.ID).orElseThrow();
        final var label = table.column(Meaning.LABEL);
        final var score = table.column(Meaning.SCORE);
        int unknown = 0;
        for (int row = 0; row < id.rows(); row++) {
            final var customer = uuid(id.text(row));
            final int at = row;
            final var words = label.filter(column -> !column.isMissing(at)).map(column -> column.text(at)).map(text -> names.getOrDefault(text, text));
            final var grade = score(score, row);
            if (customer.isEmpty() || !accounts.contains(customer.get()) && !contacts.contains(customer.get()) || words.isEmpty()
                    && (label.isPresent() || grade.isEmpty())) {
                unknown++;
            } else {
                rows.add(new Row(customer.get(), accounts.contains(customer.get()), words, grade));
            }
        }
        if (rows.isEmpty()) {
            throw EngineProblems.of("analytics.nothing-to-write").asException();
        }
        progress.begin(Messages.TEXTS.get("writing-back", scheme), rows.size());
        progress.checkCancelled();
        final int closed = close();
        for (int from = 0; from < rows.size(); from += BATCH) {
            final var batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            final boolean last = from + BATCH >= rows.size();
            store.write(intent, writer -> {
                batch.forEach(row -> add(writer, row));
                if (last) {
                    RunRecords.find(writer, run).setState(AnalysisRunState.DEPLOYED);
                    RunRecords.keepNames(writer, run, names);
                }
            });
            progress.worked(batch.size());
        }
        return new WrittenBack(intent.operation(), rows.size(), closed, unknown);
    }

    private Set<UUID> ids(final Class<? extends StoredRecord> type) {
        return store.read(session -> {
            final var ids = new HashSet<UUID>();
            session.each(Query.of(type), List.of("id"), row -> ids.add((UUID) row[0]));
            return ids;
        });
    }

    /** {@return the identifier that a text is; empty where it is none} */
    static Optional<UUID> uuid(final String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> score(final Optional<Column> column, final int row) {
        return column.filter(scores -> scores.type().isNumeric() && !scores.isMissing(row)).map(scores -> scores.number(row))
                .filter(Double::isFinite).map(value -> BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN))
                .filter(value -> value.abs().compareTo(MOST) <= 0);
    }

    /** Ends what is valid of the scheme; runs whose labels ended are superseded. */
    private int close() {
        final var open = Query.of(CustomerClassification.class).where(Filter.equal("scheme", scheme)).where(new Filter.Missing("validTo"));
        final var runs = new HashSet<UUID>();
        final var ids = store.read(session -> {
            final var found = new ArrayList<UUID>();
            session.each(open, List.of("id", "run"), row -> {
                found.add((UUID) row[0]);
                return runs.add((UUID) row[1]) || true;
            });
            return found;
        });
        for (int from = 0; from < ids.size(); from += BATCH) {
            final var batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            final boolean last = from + BATCH >= ids.size();
            store.write(intent, writer -> {
                for (int at = 0; at < batch.size(); at += PIECE) {
                    writer.list(open.where(new Filter.In("id", batch.subList(at, Math.min(batch.size(), at + PIECE))))).forEach(row -> row.setValidTo(now));
                }
                if (last) {
                    runs.stream().filter(each -> !each.equals(run)).forEach(each -> writer.find(AnalysisRun.class, each)
                            .ifPresent(superseded -> superseded.setState(AnalysisRunState.SUPERSEDED)));
                }
            });
        }
        return ids.size();
    }

    private void add(final Writer writer, final Row row) {
        final var classification = new CustomerClassification();
        if (row.account()) {
            classification.setAccount(Catalogue.standard().type(Account.class).reference(row.customer()));
        } else {
            classification.setContact(Catalogue.standard().type(Contact.class).reference(row.customer()));
        }
        classification.setScheme(scheme);
        row.label().ifPresent(label -> classification.setLabel(label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label));
        row.score().ifPresent(classification::setScore);
        classification.setValidFrom(now);
        classification.setRun(Catalogue.standard().type(AnalysisRun.class).reference(run));
        writer.add(classification);
    }
}
