// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Component;

import org.kontor.model.Account;
import org.kontor.model.Contact;
import org.kontor.model.CustomerClassification;
import org.kontor.model.RecordType;
import org.kontor.model.StoredRecord;
import org.kontor.store.Store;
import org.kontor.store.query.Filter;
import org.kontor.ui.table.TableFilter;

/** The segments that customers are in now, as a filter in every table of customers and of what belongs to customers. */
@Component
public final class SegmentFilter implements TableFilter {

    static final String ID = "org.kontor.analytics.segment";

    private static final List<Class<? extends StoredRecord>> CUSTOMERS = List.of(Account.class, Contact.class);
    private static final String BETWEEN = "/";

    /** The key of a segment: scheme and label, without a comma in either. */
    static String key(final String scheme, final String label) {
        return URLEncoder.encode(scheme, StandardCharsets.UTF_8) + BETWEEN + URLEncoder.encode(label, StandardCharsets.UTF_8);
    }

    private static String part(final String key, final int index) {
        final var parts = key.split(BETWEEN, 2);
        return index < parts.length ? URLDecoder.decode(parts[index], StandardCharsets.UTF_8) : "";
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return Messages.text("segment");
    }

    @Override
    public boolean isFor(final RecordType<?> type) {
        return type.javaType() != CustomerClassification.class && CUSTOMERS.stream().anyMatch(customer -> !own(type, customer).isEmpty());
    }

    /** How records of a type name a customer: themselves where they are one, else the reference. */
    private static String own(final RecordType<?> type, final Class<? extends StoredRecord> customer) {
        if (type.javaType() == customer) {
            return "id";
        }
        final var name = reference(customer);
        return type.hasField(name) && type.field(name).target().filter(customer::equals).isPresent() ? name : "";
    }

    private static String reference(final Class<? extends StoredRecord> customer) {
        return customer == Contact.class ? "contact" : "account";
    }

    @Override
    public List<Choice> choices(final Store store) {
        return Segments.current(store).stream().map(segment -> {
            final var key = key(segment.scheme(), segment.label());
            return new Choice(key, Messages.text("segment.counted", label(key), segment.customers()));
        }).toList();
    }

    @Override
    public String label(final String key) {
        return Messages.text("segment.label", part(key, 0), Segments.words(part(key, 1)));
    }

    @Override
    public Filter condition(final RecordType<?> type, final Set<String> keys) {
        final var now = new Filter.Missing("validTo");
        final var holds = keys.isEmpty() ? now : new Filter.And(List.of(now, either(schemes(keys))));
        final var any = new ArrayList<Filter>();
        for (final var customer : CUSTOMERS) {
            final var own = own(type, customer);
            if (!own.isEmpty()) {
                any.add(new Filter.Exists(CustomerClassification.class, reference(customer), own, holds));
            }
        }
        return either(any);
    }

    private static Filter either(final List<Filter> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private static List<Filter> schemes(final Set<String> keys) {
        final var labels = new TreeMap<String, Set<String>>();
        keys.forEach(key -> labels.computeIfAbsent(part(key, 0), unseen -> new TreeSet<>()).add(part(key, 1)));
        final var schemes = new ArrayList<Filter>();
        labels.forEach((scheme, named) -> {
            final var wanted = new ArrayList<Filter>();
            if (named.remove("")) {
                wanted.add(new Filter.Missing("label"));
            }
            if (!named.isEmpty()) {
                wanted.add(new Filter.In("label", named));
            }
            schemes.add(new Filter.And(List.of(Filter.equal("scheme", scheme), either(wanted))));
        });
        return schemes;
    }

    @Override
    public Set<String> typesRead() {
        return Segments.SHOWN;
    }
}
