// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;

import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.store.Session;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Asks the database for records that share a fragment, and measures those. */
@Component
public final class StoredMatches implements CustomerMatches {

    private static final int CANDIDATES_OF_A_FRAGMENT = 200;
    private static final int DIGITS_TO_ASK_FOR = 4;
    private static final double ALIKE = 0.88;
    private static final double ALIKE_AT_SAME_ACCOUNT = 0.8;

    /** Used by the service registry. */
    public StoredMatches() {
        // nothing to keep
    }

    @Override
    public List<Match> accounts(final Session session, final Likeness likeness, final int limit) {
        final var paths = List.of("id", "name", "email", "website", "phone", "billingCity");
        final var asked = new ArrayList<Filter>();
        Likenesses.fragments(likeness.name()).forEach(part -> asked.add(new Filter.Contains(List.of("name"), part)));
        domains(likeness).forEach(domain -> asked.add(new Filter.Contains(List.of("website", "email"), domain)));
        phoneEnding(likeness.phone()).ifPresent(ending -> asked.add(new Filter.Contains(List.of("phone"), ending)));
        final var candidates = new LinkedHashMap<UUID, Object[]>();
        asked.forEach(filter -> session.rows(Query.of(Account.class).where(filter).orderBy("name", true).page(0, CANDIDATES_OF_A_FRAGMENT),
                paths)
                .forEach(row -> candidates.putIfAbsent((UUID) row[0], row)));
        return best(candidates.values().stream().map(row -> {
            final var reasons = new EnumMap<Reason, Double>(Reason.class);
            name(likeness.name(), text(row[1]), ALIKE, reasons);
            contactData(likeness, List.of(text(row[2])), text(row[3]), List.of(text(row[4])), reasons);
            return match(new RecordLink(Account.class, (UUID) row[0], text(row[1])), text(row[5]), reasons);
        }), limit);
    }

    @Override
    public List<Match> contacts(final Session session, final Likeness likeness, final Optional<UUID> account, final int limit) {
        final var paths = List.of("id", "firstName", "lastName", "email", "phone", "mobile", "account", "account.name");
        final var asked = new ArrayList<Filter>();
        Likenesses.fragments(likeness.name()).forEach(part -> asked.add(new Filter.Contains(List.of("lastName", "firstName"), part)));
        familyName(likeness.name()).ifPresent(family -> asked.add(Filter.equal("lastName", family)));
        if (!likeness.email().isBlank()) {
            asked.add(new Filter.Contains(List.of("email"), likeness.email().strip()));
        }
        phoneEnding(likeness.phone()).ifPresent(ending -> asked.add(new Filter.Contains(List.of("phone", "mobile"), ending)));
        account.ifPresent(id -> asked.add(Filter.equal("account", id)));
        final var candidates = new LinkedHashMap<UUID, Object[]>();
        asked.forEach(filter -> session.rows(Query.of(Contact.class).where(filter).orderBy("lastName", true)
                .page(0, CANDIDATES_OF_A_FRAGMENT), paths)
                .forEach(row -> candidates.putIfAbsent((UUID) row[0], row)));
        return best(candidates.values().stream().map(row -> {
            final var person = new Contact();
            person.setFirstName((String) row[1]);
            person.setLastName((String) row[2]);
            final var reasons = new EnumMap<Reason, Double>(Reason.class);
            final boolean sameAccount = account.isPresent() && account.get().equals(row[6]);
            name(likeness.name(), person.title(), sameAccount ? ALIKE_AT_SAME_ACCOUNT : ALIKE, reasons);
            contactData(likeness, List.of(text(row[3])), "", List.of(text(row[4]), text(row[5])), reasons);
            // people of one company share its domain and often its telephone: alone that says nothing about a person
            if (!reasons.containsKey(Reason.SAME_NAME) && !reasons.containsKey(Reason.SIMILAR_NAME)
                    && !reasons.containsKey(Reason.SAME_EMAIL)) {
                reasons.clear();
            }
            return match(new RecordLink(Contact.class, (UUID) row[0], person.title()), text(row[7]), reasons);
        }), limit);
    }

    private static void name(final String wanted, final String found, final double alike, final Map<Reason, Double> reasons) {
        final var one = Likenesses.core(wanted);
        final var another = Likenesses.core(found);
        if (one.isEmpty() || another.isEmpty()) {
            return;
        }
        final double likeness = one.equals(another) ? 1 : Likenesses.jaroWinkler(one, another);
        if (likeness == 1) {
            reasons.put(Reason.SAME_NAME, 0.95);
        } else if (likeness >= alike) {
            reasons.put(Reason.SIMILAR_NAME, 0.9 * likeness);
        }
    }

    private static void contactData(final Likeness wanted, final List<String> emails, final String website, final List<String> phones,
            final Map<Reason, Double> reasons) {
        if (!wanted.email().isBlank() && emails.stream().anyMatch(email -> email.strip().equalsIgnoreCase(wanted.email().strip()))) {
            reasons.put(Reason.SAME_EMAIL, 0.97);
        }
        final var domains = domains(wanted).toList();
        if (Stream.concat(emails.stream(), Stream.of(website)).flatMap(address -> Likenesses.domain(address).stream())
                .anyMatch(domains::contains)) {
            reasons.put(Reason.SAME_DOMAIN, 0.8);
        }
        if (phones.stream().anyMatch(phone -> Likenesses.samePhone(phone, wanted.phone()))) {
            reasons.put(Reason.SAME_PHONE, 0.75);
        }
    }

    private static Stream<String> domains(final Likeness likeness) {
        return Stream.of(likeness.website(), likeness.email()).flatMap(address -> Likenesses.domain(address).stream()).distinct();
    }

    private static Optional<String> phoneEnding(final String phone) {
        final var digits = Likenesses.localDigits(phone);
        return digits.length() < DIGITS_TO_ASK_FOR ? Optional.empty() : Optional.of(digits.substring(digits.length() - DIGITS_TO_ASK_FOR));
    }

    /** The family name of a name that is written in Han characters, which no blank tells apart. */
    private static Optional<String> familyName(final String name) {
        final var stripped = name.strip();
        return stripped.length() >= 2 && stripped.length() <= 4 && stripped.codePoints()
                .allMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN) ? Optional.of(stripped.substring(0, 1))
                : Optional.empty();
    }

    /** Reasons that agree strengthen each other. */
    private static Match match(final RecordLink link, final String detail, final Map<Reason, Double> reasons) {
        final double doubt = reasons.values().stream().mapToDouble(score -> 1 - score).reduce(1, (one, another) -> one * another);
        return new Match(link, detail, 1 - doubt, reasons.keySet());
    }

    private static List<Match> best(final Stream<Match> matches, final int limit) {
        return matches.filter(match -> !match.reasons().isEmpty()).sorted(Comparator.comparingDouble(Match::score).reversed()
                .thenComparing(match -> match.link().title()).thenComparing(match -> match.link().id())).limit(limit).toList();
    }

    private static String text(final Object value) {
        return value == null ? "" : (String) value;
    }
}
