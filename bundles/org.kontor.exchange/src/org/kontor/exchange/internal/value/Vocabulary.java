// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.util.List;
import java.util.Locale;

/** Names that everybody writes the same way: the countries of ISO 3166 and common industries, in English and Chinese. */
public final class Vocabulary {

    private static final List<String> INDUSTRIES = List.of("agriculture", "automotive", "aviation", "banking", "biotechnology", "chemicals",
            "construction", "consulting", "consumer goods", "education", "electronics", "employment", "energy", "engineering",
            "entertainment", "environmental", "finance", "financial services", "food and beverage", "government", "healthcare",
            "hospitality", "insurance", "legal services", "logistics", "machinery", "manufacturing", "marketing", "media", "medical",
            "mining", "non-profit", "pharmaceuticals", "professional services", "publishing", "real estate", "recreation", "recruitment",
            "research", "retail", "services", "shipping", "software", "technology", "telecommunications", "textiles", "tourism", "trade",
            "transportation", "travel", "utilities", "wholesale", "农业", "汽车", "银行", "金融", "化工", "建筑", "咨询", "教育", "电子", "能源", "医疗", "医药",
            "保险", "物流", "制造业", "传媒", "房地产", "零售", "软件", "科技", "电信", "旅游", "贸易", "运输", "批发", "互联网");

    private Vocabulary() {
    }

    /** @return knows the names of countries */
    public static Suggester countries() {
        final var countries = new Suggester();
        for (final var code : Locale.getISOCountries()) {
            final var country = Locale.of("", code);
            countries.know(country.getDisplayCountry(Locale.ENGLISH));
            countries.know(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
        }
        List.of("USA", "UK", "Korea", "UAE", "England", "Scotland", "Czech Republic", "Hong Kong", "Taiwan", "Macau", "Russia")
                .forEach(countries::know);
        return countries;
    }

    /** @return knows the names of industries */
    public static Suggester industries() {
        final var industries = new Suggester();
        INDUSTRIES.forEach(industries::know);
        return industries;
    }
}
