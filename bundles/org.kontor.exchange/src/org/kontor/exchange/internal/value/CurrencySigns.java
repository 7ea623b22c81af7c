// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.value;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The signs and words that stand beside amounts, and the ISO 4217 code each means. */
public final class CurrencySigns {

    private static final Map<String, String> SIGNS = new HashMap<>();
    private static final Set<String> CODES = new HashSet<>();

    static {
        Currency.getAvailableCurrencies().forEach(currency -> CODES.add(currency.getCurrencyCode()));
        SIGNS.putAll(Map.of("$", "USD", "US$", "USD", "\u20AC", "EUR", "\u00A3", "GBP", "\u00A5", "CNY", "\uFFE5", "CNY", "CN\u00A5", "CNY",
                "RMB", "CNY", "元", "CNY", "JP\u00A5", "JPY"));
        SIGNS.putAll(Map.of("人民币", "CNY", "美元", "USD", "欧元", "EUR", "英镑", "GBP", "日元", "JPY", "港元",
                "HKD", "HK$", "HKD", "A$", "AUD", "C$", "CAD", "\u20B9", "INR"));
        SIGNS.putAll(Map.of("\u20A9", "KRW", "DOLLAR", "USD", "DOLLARS", "USD", "EURO", "EUR", "EUROS", "EUR", "YUAN", "CNY"));
    }

    private CurrencySigns() {
    }

    /**
     * @param text a code, sign or word
     * @return the ISO 4217 code; null where it is no currency
     */
    public static String code(final String text) {
        final var upper = text.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? upper : SIGNS.get(upper);
    }
}
