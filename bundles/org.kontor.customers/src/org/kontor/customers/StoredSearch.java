// SPDX-License-Identifier: EPL-2.0

package org.kontor.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;

import org.kontor.model.Account;
import org.kontor.model.Catalogue;
import org.kontor.model.Contact;
import org.kontor.model.Lead;
import org.kontor.model.Opportunity;
import org.kontor.model.StoredRecord;
import org.kontor.store.Session;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.store.query.Query;

/** Asks the database for names that begin with the text, then for records that contain its words. */
@Component
public final class StoredSearch implements CustomerSearch {

    private static final int LARGEST_LIMIT = 200;

    /**
     * How a type is searched.
     *
     * @param names   the fields that make up its title
     * @param others  further fields to look into
     * @param details paths that tell it apart
     */
    private record Searched(Class<? extends StoredRecord> type, List<String> names, List<String> others, List<String> details) {

        List<String> all() {
            return Stream.concat(names.stream(), others.stream()).toList();
        }
    }

    private static final List<Searched> TYPES = List.of(
            new Searched(Account.class, List.of("name"), List.of("email", "website", "phone"), List.of("billingCity", "industry")),
            new Searched(Contact.class, List.of("lastName", "firstName"), List.of("email", "phone", "mobile", "account.name"),
                    List.of("account.name", "email")),
            new Searched(Lead.class, List.of("lastName", "firstName"), List.of("company", "email", "phone"), List.of("company", "email")),
            new Searched(Opportunity.class, List.of("name"), List.of("account.name"), List.of("account.name")));

    /** Used by the service registry. */
    public StoredSearch() {
        // nothing to keep
    }

    @Override
    public List<Hit> find(final Store store, final String text, final Set<Class<? extends StoredRecord>> types, final int limit) {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("limit " + limit);
        }
        final var words = Arrays.stream(text.strip().split("\\s+")).filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return store.read(session -> TYPES.stream().filter(searched -> types.isEmpty() || types.contains(searched.type()))
                .flatMap(searched -> hits(session, searched, text.strip(), words, limit).stream()).toList());
    }

    private static List<Hit> hits(final Session session, final Searched searched, final String text, final List<String> words,
            final int limit) {
        final var found = new LinkedHashMap<UUID, Hit>();
        final var containing = new Filter.And(words.stream().map(word -> containing(searched, word)).toList());
        // a common fragment may occur in more records than are read: those that equal it or begin with it must not be missed
        final var names = searched.names();
        read(session, searched, new Filter.Or(names.stream().map(name -> (Filter) new Filter.In(name, spellings(text))).toList()), limit,
                found);
        read(session, searched, new Filter.And(List.of(containing, beginning(searched.names(), words.get(0)))), limit, found);
        if (found.size() < limit) {
            read(session, searched, containing, limit + found.size(), found);
        }
        final var wanted = text.toLowerCase(Locale.ROOT);
        return found.values().stream().sorted(Comparator.comparingInt((Hit hit) ->
                rank(hit.link().title().toLowerCase(Locale.ROOT), wanted))
                .thenComparing(hit -> hit.link().title()).thenComparing(hit -> hit.link().id())).limit(limit).toList();
    }

    private static int rank(final String title, final String wanted) {
        if (title.equals(wanted)) {
            return 0;
        }
        if (title.startsWith(wanted)) {
            return 1;
        }
        return title.contains(' ' + wanted) ? 2 : 3;
    }

    private static void read(final Session session, final Searched searched, final Filter filter, final int limit,
            final Map<UUID, Hit> found) {
        final var type = Catalogue.standard().type(searched.type());
        final var paths = new ArrayList<String>();
        paths.add("id");
        paths.addAll(searched.names());
        paths.addAll(searched.details());
        final var query = Query.of(searched.type()).where(filter).orderBy(searched.names().get(0), true).page(0, limit);
        for (final var row : session.rows(query, paths)) {
            final StoredRecord shown = type.create();
            for (int i = 0; i < searched.names().size(); i++) {
                type.field(searched.names().get(i)).set(shown, row[i + 1]);
            }
            final var detail = TimelineWords.joined(Arrays.copyOfRange(row, searched.names().size() + 1, row.length));
            found.putIfAbsent((UUID) row[0], new Hit(new RecordLink(searched.type(), (UUID) row[0], type.title(shown)), detail));
        }
    }

    private static Filter containing(final Searched searched, final String word) {
        final Filter anywhere = new Filter.Contains(searched.all(), word);
        final boolean person = searched.names().size() > 1;
        if (!person || word.codePointCount(0, word.length()) < 2 || !word.codePoints().allMatch(StoredSearch::isHan)) {
            return anywhere;
        }
        // a Chinese full name is written in one word, the family name in front
        final var ways = new ArrayList<Filter>();
        ways.add(anywhere);
        for (int family = 1; family <= 2 && family < word.codePointCount(0, word.length()); family++) {
            final int cut = word.offsetByCodePoints(0, family);
            ways.add(new Filter.And(List.of(Filter.equal("lastName", word.substring(0, cut)),
                    new Filter.Contains(List.of("firstName"), word.substring(cut)))));
        }
        return new Filter.Or(ways);
    }

    private static boolean isHan(final int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private static List<String> spellings(final String text) {
        final var lower = text.toLowerCase(Locale.ROOT);
        final int first = lower.offsetByCodePoints(0, 1);
        final var capitalized = lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
        return Stream.of(text, lower, text.toUpperCase(Locale.ROOT), capitalized).distinct().toList();
    }

    private static Filter beginning(final Collection<String> paths, final String text) {
        return new Filter.Or(paths.stream().flatMap(path -> spellings(text).stream().map(spelling -> range(path, spelling))).toList());
    }

    private static Filter range(final String path, final String from) {
        final int last = from.length() - 1;
        final var until = from.substring(0, last) + (char) (from.charAt(last) + 1);
        return new Filter.And(List.of(new Filter.Compare(path, Filter.Comparison.AT_LEAST, from),
                new Filter.Compare(path, Filter.Comparison.LESS, until)));
    }
}
