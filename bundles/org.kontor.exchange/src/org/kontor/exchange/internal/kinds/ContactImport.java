// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.internal.Messages;
import org.kontor.model.Contact;
import org.kontor.model.FieldKind;

/** Contacts: people. */
@Component(service = ImportKind.class)
public final class ContactImport extends CatalogueImport {

    /** Used by the service registry. */
    public ContactImport() {
        super("contacts", Contact.class, 50);
        known("firstName", "given name", "forename", "名", "名字");
        change("lastName", target -> target.required(false).called("surname", "family name", "姓", "姓氏"));
        part(ImportTarget.part(PersonHandler.FULL_NAME, FieldKind.TEXT, () -> Messages.TEXTS.get("target.fullName"))
                .called("name", "full name", "contact", "contact name", "person", "姓名", "联系人", "联系人姓名"));
        known("title", "job title", "position", "role", "职位", "职务");
        known("department", "部门");
        known("account", "company", "company name", "organisation", "organization", "account name", "公司", "客户", "客户名称",
                "单位");
        known("email", "mail", "e-mail address", "email address", "邮箱", "电子邮件");
        known("phone", "telephone", "tel", "phone number", "work phone", "电话", "联系电话", "固定电话");
        known("mobile", "mobile phone", "cell", "cell phone", "手机", "手机号", "移动电话");
        known("birthDate", "date of birth", "birthday", "dob", "生日", "出生日期");
        known("gender", "sex", "性别");
        known("region", "state", "province", "省份");
        known("country", "nation", "国家");
        known("language", "lang", "语言");
        known("owner", "contact owner", "sales rep", "responsible", "负责人");
        known("externalId", "contact id", "customer id", "rec id", "id", "联系人编号");
        known("description", "notes", "note", "comment", "remarks", "备注");
        identifiedBy(true, "externalId");
        identifiedBy(false, "email");
        identifiedBy(false, "lastName", "firstName", "account");
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new PersonHandler(scope, recordType());
    }
}
