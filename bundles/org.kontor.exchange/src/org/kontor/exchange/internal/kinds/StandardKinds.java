// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.util.List;

import org.kontor.exchange.ImportKind;

/** The kinds that come with this bundle, for whoever works without a service registry. */
public final class StandardKinds {

    private StandardKinds() {
    }

    /** @return every kind of this bundle */
    public static List<ImportKind> all() {
        return List.of(new TeamImport(), new UserImport(), new ProductImport(), new AccountImport(), new ContactImport(), new LeadImport(),
                new OpportunityImport(), new OrderImport(), new ActivityImport());
    }
}
