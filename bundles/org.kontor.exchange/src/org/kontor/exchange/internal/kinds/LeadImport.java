// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.internal.Messages;
import org.kontor.model.FieldKind;
import org.kontor.model.Lead;

/** Leads: people who showed interest. */
@Component(service = ImportKind.class)
public final class LeadImport extends CatalogueImport {

    /** Used by the service registry. */
    public LeadImport() {
        super("leads", Lead.class, 60);
        known("firstName", "given name", "forename", "名", "名字");
        change("lastName", target -> target.required(false).called("surname", "family name", "姓", "姓氏"));
        part(ImportTarget.part(PersonHandler.FULL_NAME, FieldKind.TEXT, () -> Messages.TEXTS.get("target.fullName"))
                .called("name", "full name", "contact", "contact name", "lead", "姓名", "联系人"));
        known("company", "company name", "organisation", "organization", "account", "公司", "公司名称", "单位");
        known("title", "job title", "position", "role", "职位", "职务");
        change("status", target -> target.required(false).called("lead status", "线索状态"));
        known("source", "lead source", "channel", "origin", "来源", "线索来源");
        known("rating", "temperature", "评级");
        known("score", "lead score", "points", "评分");
        known("estimatedAmount", "amount", "value", "estimated value", "budget", "预估金额", "金额", "预算");
        known("currency", "currency code", "币种");
        known("email", "mail", "e-mail address", "email address", "邮箱", "电子邮件");
        known("phone", "telephone", "tel", "phone number", "mobile", "电话", "手机", "联系电话");
        known("website", "web", "url", "网站");
        known("industry", "sector", "行业");
        known("street", "address", "地址");
        known("postalCode", "zip", "zip code", "postcode", "邮编");
        known("city", "town", "城市");
        known("region", "state", "province", "省份");
        known("country", "nation", "国家");
        known("owner", "lead owner", "sales rep", "responsible", "负责人");
        known("externalId", "lead id", "id", "线索编号");
        known("description", "notes", "note", "comment", "remarks", "备注");
        identifiedBy(true, "externalId");
        identifiedBy(false, "email");
        identifiedBy(false, "lastName", "firstName", "company");
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new PersonHandler(scope, recordType());
    }
}
