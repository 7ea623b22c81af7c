// SPDX-License-Identifier: EPL-2.0

package org.kontor.demo;

import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.kontor.model.Gender;

/** Makes up companies and people. No address, number or domain of theirs can belong to anybody: all are reserved for examples. */
final class Naming {

    private static final double VERY_LONG = 0.012;
    private static final int MOST_LETTERS = 250;
    private static final int MANY = 1_800;

    /**
     * A company.
     *
     * @param name   its full name
     * @param stem   what people call it
     * @param domain its domain
     * @param place  where it is
     */
    record Company(String name, String stem, String domain, Place place) {
    }

    /**
     * Where somebody is.
     *
     * @param city       the city
     * @param region     the province or state
     * @param postalCode the postal code
     * @param street     the street
     * @param areaCode   the prefix of telephone numbers
     */
    record Place(String city, String region, String postalCode, String street, String areaCode) {
    }

    /**
     * A person.
     *
     * @param gender   woman or man
     * @param given    the given name
     * @param family   the family name
     * @param mailName the part of an e-mail address before the at sign
     */
    record Person(Gender gender, String given, String family, String mailName) {
    }

    private final Set<String> taken = new HashSet<>();

    /** A company that has no namesake among those made before. */
    Company company(final Dice dice, final Market market, final Industry industry) {
        while (true) {
            final var words = market.words();
            final var place = place(dice, market);
            final var stem = dice.pick(words.list("stem")).split(":");
            final var trade = dice.pick(words.list(industry.trade()));
            final var legal = dice.pick(words.list("legal"));
            final var name = name(dice, market, place, stem[0], trade, legal);
            if (name.length() <= MOST_LETTERS && taken.add(name)) {
                final var slug = slug(stem.length > 1 ? stem[1] : stem[0]);
                return new Company(name, stem[0], slug + '-' + taken.size() + ".example", place);
            }
        }
    }

    private String name(final Dice dice, final Market market, final Place place, final String stem, final String trade,
            final String legal) {
        if (dice.chance(VERY_LONG)) {
            return MessageFormat.format(dice.pick(market.words().list("long")), place.city(), stem, trade);
        }
        final boolean local = dice.chance(0.6);
        // a namesake of a namesake is told apart by its number, as branches are
        final int branch = taken.size() > MANY && dice.chance(0.7) ? dice.between(2, 2 + taken.size() / 40) : 0;
        return switch (market) {
            case CHINA -> (local ? place.city() : "") + stem + trade + legal + (branch == 0 ? "" : "第" + branch + "分公司");
            case AMERICA -> (local ? "" : place.city() + ' ') + stem + ' ' + trade + (branch == 0 ? "" : " #" + branch) + ' ' + legal;
            case GERMANY -> stem + ' ' + trade + (local ? ' ' + place.city() : "") + (branch == 0 ? "" : " Werk " + branch) + ' ' + legal;
        };
    }

    Person person(final Dice dice, final Market market) {
        final var gender = dice.chance(0.46) ? Gender.FEMALE : Gender.MALE;
        final var family = dice.pick(market.words().list("family")).split(":");
        final var given = dice.pick(market.words().list(gender == Gender.FEMALE ? "given.female" : "given.male")).split(":");
        return new Person(gender, given[0], family[0], slug(given[given.length - 1]) + '.' + slug(family[family.length - 1]));
    }

    private static Place place(final Dice dice, final Market market) {
        final var parts = dice.pick(market.words().list("city")).split(";");
        final int rest = market == Market.AMERICA || market == Market.GERMANY ? 3 : 2;
        final var postalCode = parts[2] + digits(dice, rest);
        final var street = MessageFormat.format(dice.pick(market.words().list("street")), String.valueOf(dice.between(1, 400)));
        return new Place(parts[0], parts[1], postalCode, street, parts[3]);
    }

    /** A telephone number that is kept free for examples and films. */
    static String phone(final Dice dice, final Market market, final Place place) {
        return switch (market) {
            case CHINA -> "+86 " + place.areaCode() + " 5550 " + digits(dice, 4);
            case AMERICA -> "+1 " + place.areaCode() + "-555-01" + digits(dice, 2);
            case GERMANY -> "+49 " + place.areaCode() + ' ' + digits(dice, 3);
        };
    }

    private static String digits(final Dice dice, final int count) {
        final var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(dice.below(10));
        }
        return text.toString();
    }

    private static String slug(final String name) {
        final var german = name.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        return Normalizer.normalize(german, Normalizer.Form.NFKD).replaceAll("[^a-z0-9]", "");
    }
}
