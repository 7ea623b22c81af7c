// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.RowHandler;
import org.kontor.model.Account;

/** Accounts: companies and other customers. */
@Component(service = ImportKind.class)
public final class AccountImport extends CatalogueImport {

    /** Used by the service registry. */
    public AccountImport() {
        super("accounts", Account.class, 40);
        known("name", "account", "account name", "company", "company name", "customer", "customer name", "organisation", "organization",
                "firm", "客户", "客户名称", "公司", "公司名称", "单位名称", "企业名称");
        known("industry", "sector", "branch", "line of business", "行业");
        known("type", "account type", "customer type", "客户类型", "类型");
        known("website", "web", "url", "homepage", "domain", "网站", "网址", "官网");
        known("email", "mail", "e-mail address", "邮箱", "电子邮件");
        known("phone", "telephone", "tel", "phone number", "电话", "联系电话");
        known("annualRevenue", "revenue", "turnover", "sales", "年收入", "营业额", "年营业额");
        known("currency", "currency code", "币种", "货币");
        known("employees", "headcount", "number of employees", "staff", "员工数", "人数", "员工人数");
        known("yearEstablished", "founded", "established", "year founded", "成立年份", "成立时间");
        known("parent", "subsidiary of", "parent account", "parent company", "group", "母公司", "上级客户", "上级公司");
        known("billingStreet", "street", "address", "billing address", "address line 1", "地址", "街道");
        known("billingPostalCode", "postal code", "zip", "zip code", "postcode", "邮编", "邮政编码");
        known("billingCity", "city", "town", "suburb", "城市");
        known("billingRegion", "state", "province", "region", "county", "省份", "省");
        known("billingCountry", "country", "office location", "location", "nation", "国家", "国家地区");
        known("owner", "account owner", "account manager", "sales rep", "responsible", "负责人", "客户经理", "所有者");
        known("externalId", "account id", "customer id", "customer number", "customer no", "account number", "id", "客户编号", "客户号");
        known("description", "notes", "note", "comment", "remarks", "备注", "说明");
        identifiedBy(true, "externalId");
        identifiedBy(false, "name");
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new CurrencyDefault(scope, recordType(), "annualRevenue");
    }
}
