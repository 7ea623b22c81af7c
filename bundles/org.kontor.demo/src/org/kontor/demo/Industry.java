// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

/** What a customer does, which decides how often we win, how much is bought and how often. */
enum Industry {
    /** Manufacturing. */
    MANUFACTURING("Manufacturing", 0.24, 0.58, 1.3, 1.2),
    /** Automotive. */
    AUTOMOTIVE("Automotive", 0.14, 0.5, 1.8, 1.4),
    /** Healthcare. */
    HEALTHCARE("Healthcare", 0.11, 0.46, 1.1, 0.8),
    /** Retail. */
    RETAIL("Retail", 0.12, 0.44, 0.6, 1.1),
    /** Logistics. */
    LOGISTICS("Logistics", 0.12, 0.54, 0.9, 1.0),
    /** Energy. */
    ENERGY("Energy", 0.09, 0.47, 1.6, 0.7),
    /** Electronics. */
    ELECTRONICS("Electronics", 0.13, 0.62, 1.0, 1.3),
    /** Education. */
    EDUCATION("Education", 0.05, 0.45, 0.5, 0.5);

    private final String label;
    private final double share;
    private final double winRate;
    private final double size;
    private final double frequency;

    Industry(final String label, final double share, final double winRate, final double size, final double frequency) {
        this.label = label;
        this.share = share;
        this.winRate = winRate;
        this.size = size;
        this.frequency = frequency;
    }

    static Industry pick(final Dice dice) {
        final var all = values();
        final var shares = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            shares[i] = all[i].share;
        }
        return all[dice.weighted(shares)];
    }

    String label() {
        return label;
    }

    /** The key of its words in a vocabulary. */
    String trade() {
        return "trade." + label.toLowerCase(java.util.Locale.ROOT);
    }

    double winRate() {
        return winRate;
    }

    double size() {
        return size;
    }

    double frequency() {
        return frequency;
    }
}
