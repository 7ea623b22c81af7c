// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.FrameBuilder;
import org.kontor.analytics.engine.SourceColumn;
import org.kontor.analytics.engine.SourceInput;
import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.result.Message;
import org.kontor.core.progress.Progress;
import org.kontor.model.RecordType;
import org.kontor.store.query.Query;

/** All records of one type. */
public final class TableSource implements AnalysisSource {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Set<String> SET_UP = Set.of("Team", "User", "Status", "Pipeline", "Stage", "ExchangeRate", "Setting", "ImportMapping", "ImportJob",
            "Analysis", "AnalysisRun", "AnalysisArtifact");

    private final RecordType<?> type;

    /** @param type which records */
    public TableSource(final RecordType<?> type) {
        this.type = type;
    }

    @Override
    public String id() {
        final var words = String.join("-", List.of(WORD_START.split(type.name()))).toLowerCase(Locale.ROOT);
        if (words.endsWith("is")) {
            return "table-" + words.substring(0, words.length() - 2) + "es";
        }
        return "table-" + (words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words.endsWith("s") ? words + "es" : words + 's');
    }

    @Override
    public Message name() {
        return Message.of(Messages.TEXTS, "source.table", type.pluralLabel());
    }

    @Override
    public boolean needsStore() {
        return true;
    }

    @Override
    public boolean internal() {
        return SET_UP.contains(type.name());
    }

    @Override
    public List<SourceColumn> columns(final SourceInput input) {
        return List.copyOf(TableColumns.of(type).values());
    }

    @Override
    public Frame load(final SourceInput input, final List<String> columns, final Progress progress) {
        final var frame = new FrameBuilder();
        final var fillers = new ArrayList<Consumer<Object>>();
        TableColumns.select(TableColumns.of(type), columns)
                .forEach(column -> fillers.add(TableColumns.filler(frame, column, TableColumns.identifies(type, column.name()))));
        SoldRows.rows(input, progress, type.pluralLabel(), Query.of(type.javaType()), columns, row -> {
            for (int i = 0; i < row.length; i++) {
                fillers.get(i).accept(row[i]);
            }
        });
        return frame.build();
    }
}
