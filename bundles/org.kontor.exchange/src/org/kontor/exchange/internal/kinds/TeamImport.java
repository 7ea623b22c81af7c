// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.UnknownChoice;
import org.kontor.model.Team;

/** Teams. */
@Component(service = ImportKind.class)
public final class TeamImport extends CatalogueImport {

    /** Used by the service registry. */
    public TeamImport() {
        super("teams", Team.class, 10);
        known("name", "team", "team name", "regional office", "department", "团队", "团队名称", "部门");
        known("region", "area", "territory", "区域", "地区");
        known("parent", "parent team", "part of", "上级团队");
        refer("manager", rule -> rule.unknown(UnknownChoice.CREATE));
        known("manager", "team lead", "head", "经理", "主管");
        identifiedBy(true, "externalId");
        identifiedBy(false, "name");
    }
}
