// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.analytics.engine.Deployment;
import org.kontor.analytics.engine.ModelQuality;
import org.kontor.analytics.engine.Plan;
import org.kontor.analytics.engine.internal.EngineProblems;
import org.kontor.analytics.result.Message;
import org.kontor.core.problem.ProblemException;
import org.kontor.model.Analysis;
import org.kontor.model.AnalysisRun;
import org.kontor.model.Catalogue;
import org.kontor.model.ModelDeployment;
import org.kontor.model.ModelRole;
import org.kontor.store.Session;
import org.kontor.store.Writer;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/**
 * The terms of models as records: which model served a saved analysis as what, from when until when, and who decided it. What is decided from
 * what was read before is only written where it is still so.
 */
final class Terms {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_FIGURES = 32_000;

    private Terms() {
    }

    static List<Deployment> all(final Session session) {
        final Map<UUID, List<Deployment.Term>> terms = new LinkedHashMap<>();
        session.list(Query.of(ModelDeployment.class).orderBy("validFrom", false)).forEach(term -> terms.computeIfAbsent(term.getAnalysis().getId(),
                unseen -> new ArrayList<>()).add(term(term)));
        return session.list(Query.of(Analysis.class).orderBy("name", true)).stream().filter(analysis -> terms.containsKey(analysis.getId()))
                .map(analysis -> deployment(analysis, terms.get(analysis.getId()))).toList();
    }

    /** @throws ProblemException where no model ever served the analysis ({@code analytics.no-deployment}) */
    static Deployment find(final Session session, final UUID analysis) {
        final var terms = session.list(Query.of(ModelDeployment.class).where(Filter.equal("analysis", analysis)).orderBy("validFrom", false)).stream()
                .map(Terms::term).toList();
        return session.find(Analysis.class, analysis).filter(found -> !terms.isEmpty()).map(found -> deployment(found, terms)).orElseThrow(Terms::unknown);
    }

    private static ProblemException unknown() {
        return EngineProblems.of("analytics.no-deployment").asException();
    }

    /**
     * Looks again before something is written.
     *
     * @param seen what the decision was made of
     * @return the record to be changed
     * @throws ProblemException where other models serve by now ({@code analytics.deployment-changed})
     */
    static Analysis unchanged(final Writer writer, final Deployment seen) {
        final var now = find(writer, seen.id());
        if (!now.champion().equals(seen.champion()) || !now.challenger().equals(seen.challenger())) {
            throw EngineProblems.of("analytics.deployment-changed", seen.name()).asException();
        }
        return writer.find(Analysis.class, seen.id()).orElseThrow(Terms::unknown);
    }

    private static Deployment.Term term(final ModelDeployment term) {
        return new Deployment.Term(term.getId(), term.getRun().getId(), term.getRole(), term.getVerdict(), term.getValidFrom(),
                Optional.ofNullable(term.getValidTo()), term.getDecidedBy(), text(term.getReason()), text(term.getFigures()), text(term.getEndedBy()),
                text(term.getEndReason()));
    }

    private static String text(final String value) {
        return value == null ? "" : value;
    }

    private static Deployment deployment(final Analysis analysis, final List<Deployment.Term> terms) {
        return new Deployment(analysis.getId(), analysis.getName(), Plan.parse(analysis.getPlan()), analysis.getSchedule(), text(analysis.getScheme()),
                valid(terms, ModelRole.CHAMPION), valid(terms, ModelRole.CHALLENGER), terms);
    }

    private static Optional<Deployment.Term> valid(final List<Deployment.Term> terms, final ModelRole role) {
        return terms.stream().filter(term -> term.role() == role && term.to().isEmpty()).findFirst();
    }

    /**
     * A person's decision.
     *
     * @param when   its time
     * @param who    the person's name
     * @param reason why, perhaps blank
     */
    record Decision(Instant when, String who, String reason) {

        /** Begins the term of a model, with what was known of it. */
        void begin(final Writer writer, final UUID analysis, final UUID run, final ModelRole role, final ModelQuality quality, final List<Message> more) {
            final var term = new ModelDeployment();
            term.setAnalysis(Catalogue.standard().type(Analysis.class).reference(analysis));
            term.setRun(Catalogue.standard().type(AnalysisRun.class).reference(run));
            term.setRole(role);
            term.setVerdict(quality.verdict());
            term.setValidFrom(when);
            term.setDecidedBy(who);
            term.setReason(cut(reason, LONGEST));
            term.setFigures(cut(Stream.of(Stream.of(quality.sentence()), quality.figures().stream(), more.stream()).flatMap(lines -> lines)
                    .map(Message::text).collect(Collectors.joining("\n")), LONGEST_FIGURES));
            writer.add(term);
        }

        /** Ends the term of a model. */
        void end(final Writer writer, final Deployment.Term ending) {
            final var term = writer.find(ModelDeployment.class, ending.id()).orElseThrow(Terms::unknown);
            term.setValidTo(when);
            term.setEndedBy(who);
            term.setEndReason(cut(reason, LONGEST));
        }

        private static String cut(final String text, final int longest) {
            return text.isBlank() ? null : text.substring(0, Math.min(longest, text.length()));
        }
    }
}
