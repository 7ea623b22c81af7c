// SPDX-License-Identifier: EPL-2.0

package org.kontor.sales;

import java.util.List;
import java.util.Map;

import org.kontor.model.Catalogue;
import org.kontor.model.Opportunity;
import org.kontor.model.RecordType;

/** What a stage asks of an opportunity. */
final class RequiredFields {

    static final RecordType<Opportunity> OPPORTUNITY = Catalogue.standard().type(Opportunity.class);

    private RequiredFields() {
    }

    /**
     * Fields that the stage requires and that neither the opportunity nor the given values fill. The close date is not asked for where the
     * stage decides the deal: then it is today.
     */
    static List<MissingField> missing(final Opportunity opportunity, final Map<String, Object> values, final StageValue stage) {
        return stage.requiredFields().stream().filter(OPPORTUNITY::hasField).filter(name -> !(stage.closed() && "closeDate".equals(name)))
                .filter(name -> isEmpty(values.containsKey(name) ? values.get(name) : OPPORTUNITY.field(name).get(opportunity)))
                .map(name -> new MissingField(name, OPPORTUNITY.field(name).label())).toList();
    }

    private static boolean isEmpty(final Object value) {
        return value == null || value instanceof final String text && text.isBlank();
    }
}
