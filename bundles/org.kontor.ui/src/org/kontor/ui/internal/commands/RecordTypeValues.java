// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.IParameterValues;

import org.kontor.model.Catalogue;

/** The record types that people make one by one, for whoever binds a key to the command New Record. */
public final class RecordTypeValues implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        final var values = new LinkedHashMap<String, String>();
        for (final var name : List.of("Account", "Contact", "Lead", "Opportunity", "Activity", "Product", "Order")) {
            values.put(Catalogue.standard().type(name).label(), name);
        }
        return values;
    }
}
