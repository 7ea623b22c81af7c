// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.kinds;

import org.osgi.service.component.annotations.Component;

import org.kontor.exchange.CatalogueImport;
import org.kontor.exchange.ImportKind;
import org.kontor.exchange.ImportScope;
import org.kontor.exchange.RowHandler;
import org.kontor.model.Product;

/** Products. */
@Component(service = ImportKind.class)
public final class ProductImport extends CatalogueImport {

    /** Used by the service registry. */
    public ProductImport() {
        super("products", Product.class, 30);
        known("name", "product", "product name", "item", "article", "产品", "产品名称", "商品", "商品名称");
        known("code", "product code", "sku", "article number", "item number", "产品编码", "编码", "货号");
        known("family", "series", "category", "product family", "product line", "系列", "类别", "分类");
        known("unit", "unit of measure", "uom", "单位");
        known("listPrice", "price", "sales price", "unit price", "retail price", "价格", "单价", "售价", "目录价");
        known("currency", "currency code", "币种", "货币");
        known("active", "enabled", "status", "启用");
        identifiedBy(true, "externalId");
        identifiedBy(true, "code");
        identifiedBy(false, "name");
    }

    @Override
    public RowHandler open(final ImportScope scope) {
        return new CurrencyDefault(scope, recordType(), "listPrice");
    }
}
