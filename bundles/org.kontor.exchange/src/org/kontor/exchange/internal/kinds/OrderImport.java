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
import org.kontor.exchange.UnknownChoice;
import org.kontor.exchange.internal.Messages;
import org.kontor.model.Catalogue;
import org.kontor.model.FieldKind;
import org.kontor.model.Order;
import org.kontor.model.OrderItem;
import org.kontor.model.Product;

/**
 * Orders. Each line is an order; where an order number and a product or a unit price are mapped, each line is an item and lines with one
 * number are one order.
 */
@Component(service = ImportKind.class)
public final class OrderImport extends CatalogueImport {

    static final String PRODUCT = "product";
    static final String UNIT_PRICE = "unitPrice";
    static final String ACCOUNT_NAME = "accountName";

    /** Used by the service registry. */
    public OrderImport() {
        super("orders", Order.class, 80);
        known("number", "order number", "order no", "order id", "order", "invoice", "invoice number", "invoice no", "订单号", "订单编号",
                "单号");
        known("account", "customer", "customer id", "customer number", "customer no", "client", "company", "user id", "客户", "客户编号",
                "客户名称");
        refer("account", rule -> rule.unknown(UnknownChoice.CREATE));
        known("orderDate", "date", "purchase date", "invoice date", "day", "订单日期", "日期", "下单日期", "购买日期");
        known("quantity", "qty", "number of cds", "number of items", "units", "pieces", "count", "数量", "件数");
        change("total", target -> target.required(false).called("dollar value", "amount", "value", "sum", "order value", "price", "revenue",
                "sales", "金额", "总额", "订单金额", "合计"));
        change("status", target -> target.required(false).called("order status", "状态", "订单状态"));
        part(ImportTarget.part(PRODUCT, FieldKind.REFERENCE, () -> Catalogue.standard().type(OrderItem.class).field(PRODUCT).label())
                .resolving(ReferenceRule.to(Product.class, "code", "externalId", "name").creating(named(Product.class)))
                .called("product name", "product code", "sku", "item", "article", "产品", "商品", "产品名称"));
        part(ImportTarget.part(UNIT_PRICE, FieldKind.MONEY, () -> Catalogue.standard().type(OrderItem.class).field(UNIT_PRICE).label())
                .called("unit price", "price per unit", "单价"));
        known("currency", "currency code", "币种", "货币");
        known("channel", "sales channel", "source", "渠道");
        known("cost", "cost of goods", "成本");
        known("owner", "sales rep", "salesperson", "销售员");
        known("description", "notes", "note", "comment", "备注");
        identifiedBy(true, "number");
        identifiedBy(true, "externalId");
    }

    @Override
    public List<ImportOption> options() {
        return List.of(new ImportOption(ACCOUNT_NAME, Messages.TEXTS.get("option.accountName"),
                Messages.TEXTS.get("option.accountName.help"), List.of(), Optional.empty(), Messages.TEXTS.get("option.accountName.standard")));
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new OrderHandler(scope);
    }
}
