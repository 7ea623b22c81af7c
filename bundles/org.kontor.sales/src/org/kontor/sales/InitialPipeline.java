// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.math.BigDecimal;

import org.osgi.service.component.annotations.Component;

import org.kontor.core.id.Ids;
import org.kontor.model.ForecastCategory;
import org.kontor.model.Pipeline;
import org.kontor.model.Stage;
import org.kontor.store.Initializer;
import org.kontor.store.Writer;

/**
 * The pipeline that every store starts with. Its guidance and exit criteria are not stored: they come from the messages in the person's
 * language until somebody writes other ones. Identifiers are derived, so that two new stores hold the same records.
 */
@Component
public final class InitialPipeline implements Initializer {

    private static final long SOURCE = 0x4B6F_6E74_6F72_0002L;

    /** Used by the service registry. */
    public InitialPipeline() {
        // nothing to keep
    }

    @Override
    public String id() {
        return "org.kontor.sales.pipeline";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void initialize(final Writer writer, final int fromVersion) {
        if (fromVersion >= 1) {
            return;
        }
        final var pipeline = new Pipeline();
        pipeline.setId(Ids.derived(SOURCE, 0, 0));
        pipeline.setCode("standard");
        pipeline.setName("Standard sales");
        pipeline.setPosition(1);
        pipeline.setActive(true);
        writer.add(pipeline);
        add(writer, pipeline, 1, "prospecting", "Prospecting", 10, ForecastCategory.PIPELINE, null);
        add(writer, pipeline, 2, "qualification", "Qualification", 20, ForecastCategory.PIPELINE, "account");
        add(writer, pipeline, 3, "proposal", "Proposal", 50, ForecastCategory.BEST_CASE, "account,amount,closeDate");
        add(writer, pipeline, 4, "negotiation", "Negotiation", 80, ForecastCategory.COMMIT, "account,amount,closeDate,nextStep");
        add(writer, pipeline, 5, "closedWon", "Closed Won", 100, ForecastCategory.CLOSED, "account,amount,closeDate");
        add(writer, pipeline, 6, "closedLost", "Closed Lost", 0, ForecastCategory.OMITTED, "lossReason,closeDate");
    }

    private static void add(final Writer writer, final Pipeline pipeline, final int position, final String code, final String name,
            final int probability, final ForecastCategory category, final String requiredFields) {
        final var stage = new Stage();
        stage.setId(Ids.derived(SOURCE, position, 1));
        stage.setPipeline(pipeline);
        stage.setCode(code);
        stage.setName(name);
        stage.setPosition(position);
        stage.setProbability(BigDecimal.valueOf(probability));
        stage.setClosed(category == ForecastCategory.CLOSED || category == ForecastCategory.OMITTED);
        stage.setWon(category == ForecastCategory.CLOSED);
        stage.setForecastCategory(category);
        stage.setRequiredFields(requiredFields);
        writer.add(stage);
    }
}
