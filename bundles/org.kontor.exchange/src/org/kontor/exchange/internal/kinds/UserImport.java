// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.UnknownChoice;
import org.kontor.model.Team;
import org.kontor.model.User;

/** The people who work with customers, with their manager and team; both are made where they are not known yet. */
@Component(service = ImportKind.class)
public final class UserImport extends CatalogueImport {

    /** Used by the service registry. */
    public UserImport() {
        super("users", User.class, 20);
        known("displayName", "sales agent", "agent", "sales rep", "salesperson", "full name", "name", "user", "employee", "姓名", "销售代表",
                "销售员", "业务员", "员工");
        known("userName", "login", "account", "user id", "用户名", "登录名");
        known("email", "mail", "e-mail address", "邮箱", "电子邮件");
        known("team", "regional office", "office", "sales team", "department", "region", "团队", "部门", "办事处");
        known("manager", "supervisor", "team lead", "reports to", "经理", "主管", "上级");
        refer("team", rule -> rule.unknown(UnknownChoice.CREATE).creating(UserImport::team));
        refer("manager", rule -> rule.unknown(UnknownChoice.CREATE));
        known("externalId", "employee number", "personnel number", "工号", "员工编号");
        identifiedBy(true, "externalId");
        identifiedBy(false, "userName");
        identifiedBy(false, "email");
        identifiedBy(false, "displayName");
    }

    private static Team team(final String office) {
        final var team = new Team();
        team.setName(office);
        team.setRegion(office.length() <= 80 ? office : null);
        return team;
    }
}
