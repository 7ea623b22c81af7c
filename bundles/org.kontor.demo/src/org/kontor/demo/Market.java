// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

/** Where the demo company sells. */
enum Market {
    /** China, in yuan. */
    CHINA("zh", "zh-CN", "CNY", "China", 0.45),
    /** The United States, in dollars. */
    AMERICA("en", "en-US", "USD", "United States", 0.35),
    /** Germany, in euros. */
    GERMANY("de", "de-DE", "EUR", "Germany", 0.2);

    private final String tag;
    private final String currency;
    private final String country;
    private final double share;
    private final Vocabulary words;

    Market(final String language, final String tag, final String currency, final String country, final double share) {
        this.tag = tag;
        this.currency = currency;
        this.country = country;
        this.share = share;
        this.words = Vocabulary.of(language);
    }

    static Market pick(final Dice dice) {
        return values()[dice.weighted(CHINA.share, AMERICA.share, GERMANY.share)];
    }

    /** The language of its people as a BCP 47 tag. */
    String tag() {
        return tag;
    }

    String currency() {
        return currency;
    }

    String country() {
        return country;
    }

    Vocabulary words() {
        return words;
    }
}
