// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportOption;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.ImportTarget;
import org.kontor.exchange.ReferenceRule;
import org.kontor.exchange.RowHandler;
import org.kontor.exchange.internal.Messages;
import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.model.Opportunity;
import org.kontor.model.OpportunityLineItem;
import org.kontor.model.Pipeline;
import org.kontor.model.Product;
import org.kontor.model.Stage;
import org.kontor.model.StoredRecord;

/** Opportunities, each with one product as its line item and its entry into its stage. */
@Component(service = ImportKind.class)
public final class OpportunityImport extends CatalogueImport {

    static final String PRODUCT = "product";
    static final String PIPELINE = "pipeline";
    static final String PIPELINE_NAME = "pipelineName";
    static final String NAME = "nameTemplate";
    /** Value of the option {@code pipeline}: a pipeline that has all stages of the file, else one made from them. */
    static final String AUTO = "auto";
    /** Value of the option {@code pipeline}: a pipeline made from the stages of the file. */
    static final String FILE = "file";

    /** Used by the service registry. */
    public OpportunityImport() {
        super("opportunities", Opportunity.class, 70);
        change("name", target -> target.required(false).called("opportunity", "opportunity name", "deal", "deal name", "title", "商机",
                "商机名称", "机会名称"));
        known("account", "customer", "company", "account name", "client", "客户", "客户名称", "公司");
        refer("stage", rule -> rule.creating(named(Stage.class)));
        change("stage", target -> target.required(false).called("deal stage", "sales stage", "status", "phase", "阶段", "销售阶段", "状态"));
        known("amount", "close value", "value", "deal value", "deal size", "revenue", "price", "金额", "成交金额", "预计金额");
        known("openDate", "engage date", "open date", "created", "start date", "created date", "开始日期", "创建日期");
        known("closeDate", "close date", "closing date", "end date", "won date", "expected close date", "成交日期", "结束日期",
                "预计成交日期");
        known("owner", "sales agent", "agent", "sales rep", "salesperson", "opportunity owner", "负责人", "销售代表", "销售员");
        known("externalId", "opportunity id", "deal id", "id", "商机编号", "编号");
        known("currency", "currency code", "币种", "货币");
        known("leadSource", "source", "来源");
        known("nextStep", "next action", "下一步");
        known("lossReason", "reason", "reason lost", "丢单原因", "输单原因");
        known("description", "notes", "note", "comment", "备注");
        part(ImportTarget.part(PRODUCT, FieldKind.REFERENCE, () -> Catalogue.standard().type(OpportunityLineItem.class).field(PRODUCT)
                .label())
                .resolving(ReferenceRule.to(Product.class, "code", "externalId", "name").creating(named(Product.class)))
                .called("product name", "product code", "item", "产品", "产品名称"));
        identifiedBy(true, "externalId");
        identifiedBy(false, "name", "account");
        identifiedBy(false, "name");
    }

    @Override
    public List<ImportOption> options() {
        return List.of(option(PIPELINE, List.of(AUTO, FILE), Optional.of(Pipeline.class), AUTO),
                option(PIPELINE_NAME, List.of(), Optional.empty(), Messages.TEXTS.get("option.pipelineName.standard")),
                option(NAME, List.of(), Optional.empty(), Messages.TEXTS.get("option.nameTemplate.standard")));
    }

    private static ImportOption option(final String key, final List<String> values, final Optional<Class<? extends StoredRecord>> names,
            final String standard) {
        return new ImportOption(key, Messages.TEXTS.get("option." + key), Messages.TEXTS.get("option." + key + ".help"), values, names, standard);
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new OpportunityHandler(scope);
    }
}
