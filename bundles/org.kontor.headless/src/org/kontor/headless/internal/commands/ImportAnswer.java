// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.exchange.Evidence;
import org.kontor.exchange.ImportDraft;
import org.kontor.exchange.ImportReport;
import org.kontor.exchange.ImportResult;
import org.kontor.exchange.ImportState;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.RowProblem;
import org.kontor.exchange.Severity;
import org.kontor.exchange.ValueFinding;
import org.kontor.headless.Answer;
import org.kontor.headless.ExitCode;
import org.kontor.model.Catalogue;
import org.kontor.model.RecordType;

/** What an import did or would do, for a person and for a program. */
final class ImportAnswer {

    private static final int SHOWN_ROWS = 100;
    private static final int SHOWN_VALUES = 30;

    private static final Set<String> BAD_DATA = Set.of("file.empty", "file.norows", "file.binary", "file.workbook", "import.pipeline",
            "import.stages");
    private static final Pattern BAD_DATA_FAMILY = Pattern.compile("(encoding|csv|mapping)\\..*");
    private static final Set<String> BAD_READING = Set.of("file.unreadable", "file.denied", "file.absent");

    private final ImportDraft draft;
    private final ImportReport report;
    private final ImportState state;

    ImportAnswer(final ImportDraft draft, final ImportReport report, final ImportState state) {
        this.draft = draft;
        this.report = report;
        this.state = state;
    }

    /** The answer to a file that is wrong as a whole; other refusals go on. */
    static Answer refused(final ProblemException refusal) {
        if (!isBadData(refusal.problem())) {
            throw refusal;
        }
        final var problem = refusal.problem();
        return Answer.problem(ExitCode.DATA_REFUSED, problem.code().startsWith("csv.") ? adding(problem, "import.nothing") : problem).build();
    }

    private static Problem adding(final Problem problem, final String key) {
        return new Problem(problem.code(), problem.happened(), problem.meaning() + Messages.text("between.sentences") + Messages.text(key),
                problem.nextStep());
    }

    /** Whether the file itself is wrong, in contrast to what keeps Kontor from reading or writing. */
    private static boolean isBadData(final Problem problem) {
        return BAD_DATA.contains(problem.code()) || BAD_DATA_FAMILY.matcher(problem.code()).matches();
    }

    /** Whether an import ended because its file cannot be read to the end, so that nothing of it shall stay. */
    static boolean brokeOff(final ImportResult result) {
        return result.state() == ImportState.STOPPED
                && result.problem().filter(problem -> isBadData(problem) || BAD_READING.contains(problem.code())).isPresent();
    }

    /** The answer to an import that broke off and was taken back. */
    Answer takenBack(final ImportResult result) {
        final var problem = result.problem().orElseThrow();
        return Answer.problem(isBadData(problem) ? ExitCode.DATA_REFUSED : ExitCode.FAILED, adding(problem, "import.takenBack")).value("kind", draft.kind().key())
                .value("file", draft.file().toString()).value("dryRun", false).value("state", state.name())
                .value("takenBack", true).build();
    }

    Answer dryRun() {
        final var start = switch (state) {
            case CANCELLED -> Answer.problem(ExitCode.FAILED, Messages.problem("import.cancelled"));
            case ALREADY_IMPORTED -> Answer.done().say(Messages.text("import.already", name()));
            default -> hasRefused() ? refusedRows("import.wouldRefuse")
                    : Answer.done().say(Messages.text("import.wouldImport", name(), draft.kind().label()));
        };
        return finished(start.value("dryRun", true)).build();
    }

    Answer written(final ImportResult result, final Optional<Long> number, final Path folder, final boolean fresh) {
        final var start = switch (state) {
            case STOPPED -> Answer.problem(ExitCode.FAILED, result.problem().orElseThrow());
            case CANCELLED -> Answer.problem(ExitCode.FAILED, Messages.problem("import.cancelled"));
            case ALREADY_IMPORTED -> Answer.done().say(result.problem().orElseThrow().sentence());
            case DONE -> hasRefused() ? refusedRows("import.refused")
                    : Answer.done().say(Messages.text("import.imported", name(), draft.kind().label()));
        };
        start.value("dryRun", false).value("store", folder.toString()).value("newStore", fresh)
                .value("operation", result.operation().map(Object::toString).orElse(null)).value("number", number.orElse(null));
        final var answer = finished(start);
        number.ifPresent(sequence -> answer.say(Messages.text("import.undo", sequence.toString(), folder)));
        return answer.build();
    }

    private boolean hasRefused() {
        return report.errors() > 0 || report.refused() > 0;
    }

    private Answer.Builder refusedRows(final String code) {
        return Answer.problem(ExitCode.DATA_REFUSED, Messages.problem(code, name(), report.refused(),
                report.rows() - report.refused()));
    }

    private String name() {
        return draft.file().getFileName().toString();
    }

    private Answer.Builder finished(final Answer.Builder answer) {
        answer.facts(counts());
        final var records = Plain.counts(report.records());
        if (!records.isEmpty()) {
            answer.say(Messages.text("import.records")).facts(records);
        }
        showSums(answer);
        showReplaced(answer);
        showValues(answer);
        showProblems(answer);
        draft.evidence().stream().filter(evidence -> !evidence.certain()).forEach(evidence -> answer.say(doubt(evidence)));
        return answer.values(values());
    }

    private Map<String, String> counts() {
        final var facts = new LinkedHashMap<String, String>();
        facts.put(Messages.text("import.rows"), Long.toString(report.rows()));
        facts.put(Messages.text("import.created"), Long.toString(report.created()));
        facts.put(Messages.text("import.updated"), Long.toString(report.updated()));
        facts.put(Messages.text("import.unchanged"), Long.toString(report.unchanged()));
        facts.put(Messages.text("import.skipped"), Long.toString(report.skipped()));
        facts.put(Messages.text("import.refusedRows"), Long.toString(report.refused()));
        return facts;
    }

    private void showSums(final Answer.Builder answer) {
        final var facts = new LinkedHashMap<String, String>();
        byTarget(report.sums()).forEach((target, sum) -> facts.put(Messages.text("import.sum", label(target)), Plain.number(sum)));
        byTarget(report.blanks()).forEach((target, rows) -> facts.put(Messages.text("import.blank", label(target)), Long.toString(rows)));
        if (!facts.isEmpty()) {
            answer.facts(facts);
        }
    }

    private <V> Map<String, V> byTarget(final Map<String, V> values) {
        return Plain.ordered(values, draft.kind().targets().stream().map(ImportTarget::name).toList());
    }

    private String label(final String target) {
        return draft.kind().targets().stream().filter(known -> known.name().equals(target)).map(ImportTarget::label).findFirst()
                .orElse(target);
    }

    private void showReplaced(final Answer.Builder answer) {
        final var rows = draft.choices().values().entrySet().stream().flatMap(target -> target.getValue().entrySet().stream()
                .map(change -> List.of(label(target.getKey()), change.getKey(), change.getValue()))).toList();
        if (!rows.isEmpty()) {
            answer.say(Messages.text("import.replaced"))
                    .table(List.of(Messages.text("import.field"), Messages.text("import.value"), Messages.text("import.readAs")), rows);
        }
    }

    private void showValues(final Answer.Builder answer) {
        if (report.values().isEmpty()) {
            return;
        }
        answer.say(Messages.text("import.values")).table(
                List.of(Messages.text("import.column"), Messages.text("import.value"), Messages.text("import.rows"),
                        Messages.text("import.firstRow"), Messages.text("import.suggestion")),
                report.values().stream().limit(SHOWN_VALUES).map(finding -> List.of(finding.column(), finding.value(),
                        Long.toString(finding.rows()), Long.toString(finding.firstRow()), finding.suggestion())).toList(),
                2, 3);
        if (report.values().size() > SHOWN_VALUES) {
            answer.say(Messages.text("import.more", Integer.toString(report.values().size() - SHOWN_VALUES)));
        }
    }

    private void showProblems(final Answer.Builder answer) {
        final var worthSeeing = report.problems().stream().filter(problem -> problem.severity() != Severity.NOTE).toList();
        if (worthSeeing.isEmpty()) {
            return;
        }
        answer.table(
                List.of(Messages.text("import.row"), Messages.text("import.line"), Messages.text("import.severity"),
                Messages.text("import.column"),
                        Messages.text("import.value"), Messages.text("import.problem"), Messages.text("import.suggestion")),
                worthSeeing.stream().limit(SHOWN_ROWS).map(problem -> List.of(Long.toString(problem.row()), Long.toString(problem.line()),
                        Messages.text("severity." + problem.severity().name()), problem.column(), problem.value(), problem.message(),
                        problem.suggestion())).toList(),
                0, 1);
        final long more = report.errors() + report.warnings() - Math.min(SHOWN_ROWS, worthSeeing.size());
        if (more > 0) {
            answer.say(Messages.text("import.more", Long.toString(more)));
        }
    }

    private static String doubt(final Evidence evidence) {
        return Messages.text("import.doubt", Messages.text("evidence." + evidence.option()), evidence.subject(), evidence.value(),
                evidence.reason());
    }

    /** Which column is which field. */
    static Answer.Table columns(final ImportDraft draft) {
        return new Answer.Table(List.of(Messages.text("import.column"), Messages.text("import.field"), Messages.text("import.samples")),
                draft.columns().stream().map(column -> List.of(column.name(), draft.target(column.index()).orElse(""),
                        String.join(", ", column.samples().stream().limit(3).toList()))).toList(),
                List.of());
    }

    static List<Map<String, Object>> columnValues(final ImportDraft draft) {
        return draft.columns().stream().map(column -> {
            final Map<String, Object> values = new LinkedHashMap<>();
            values.put("column", column.name());
            values.put("field", draft.target(column.index()).orElse(null));
            return values;
        }).toList();
    }

    private Map<String, Object> values() {
        final var values = new LinkedHashMap<String, Object>();
        values.put("kind", draft.kind().key());
        values.put("file", draft.file().toString());
        values.put("state", state.name());
        values.put("rows", report.rows());
        values.put("created", report.created());
        values.put("updated", report.updated());
        values.put("unchanged", report.unchanged());
        values.put("alreadyThere", report.alreadyThere());
        values.put("skipped", report.skipped());
        values.put("refused", report.refused());
        values.put("records", Plain.ordered(report.records(), Catalogue.standard().types().stream().map(RecordType::name).toList()));
        final var sums = new LinkedHashMap<String, BigDecimal>();
        byTarget(report.sums()).forEach((target, sum) -> sums.put(target, Plain.value(sum)));
        values.put("sums", sums);
        values.put("blanks", byTarget(report.blanks()));
        values.put("replaced", draft.choices().values());
        values.put("columns", columnValues(draft));
        values.put("errors", report.errors());
        values.put("warnings", report.warnings());
        values.put("problemCounts", Plain.ordered(report.problemCounts(), List.of()));
        values.put("problems", report.problems().stream().map(ImportAnswer::values).toList());
        values.put("values", report.values().stream().map(ImportAnswer::values).toList());
        values.put("evidence", draft.evidence().stream().map(ImportAnswer::values).toList());
        return values;
    }

    private static Map<String, Object> values(final RowProblem problem) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("row", problem.row());
        values.put("line", problem.line());
        values.put("severity", problem.severity().name());
        values.put("code", problem.code());
        values.put("column", problem.column());
        values.put("value", problem.value());
        values.put("message", problem.message());
        values.put("suggestion", problem.suggestion());
        return values;
    }

    private static Map<String, Object> values(final ValueFinding finding) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("field", finding.target());
        values.put("column", finding.column());
        values.put("value", finding.value());
        values.put("rows", finding.rows());
        values.put("firstRow", finding.firstRow());
        values.put("suggestion", finding.suggestion());
        values.put("reason", finding.reason());
        return values;
    }

    private static Map<String, Object> values(final Evidence evidence) {
        final var values = new LinkedHashMap<String, Object>();
        values.put("option", evidence.option());
        values.put("subject", evidence.subject());
        values.put("value", evidence.value());
        values.put("reason", evidence.reason());
        values.put("certain", evidence.certain());
        return values;
    }
}
