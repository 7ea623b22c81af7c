// SPDX-License-Identifier: EPL-2.0

package org.kontor.ui.table;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * The views of a record type that a person saved, and the one shown last, kept in preferences. What cannot be read, such as a view of a
 * later version of the product, is left out and left alone.
 *
 * @since 0.1
 */
public final class ListViews {

    private static final System.Logger LOG = System.getLogger(ListViews.class.getName());
    private static final String LAST = "last";
    private static final String SAVED = "saved";

    private final Preferences node;
    private final List<ListView> standard;

    /**
     * @param preferences where the views of all record types are kept
     * @param recordType  the record type's name
     * @param standard    the views that are always there; the first is shown where nothing else is known; at least one
     */
    public ListViews(final Preferences preferences, final String recordType, final List<ListView> standard) {
        this.node = preferences.node("views").node(recordType);
        this.standard = List.copyOf(standard);
    }

    /** @return the views that are always there */
    public List<ListView> standard() {
        return standard;
    }

    /** @return the views that the person saved, in the order of their names */
    public List<ListView> saved() {
        final var views = new ArrayList<ListView>();
        try {
            for (final var id : node.node(SAVED).childrenNames()) {
                read(node.node(SAVED).node(id), id).ifPresent(views::add);
            }
        } catch (BackingStoreException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "saved views cannot be read", unreadable);
        }
        views.sort(Comparator.comparing(ListView::name, Collator.getInstance()));
        return views;
    }

    /**
     * @param id a view's identifier
     * @return the view as it was saved, or a standard one
     */
    public Optional<ListView> find(final String id) {
        return Stream.concat(standard.stream(), saved().stream()).filter(view -> view.id().equals(id)).findFirst();
    }

    /** @return what was shown last, saved or not; the first standard view where nothing was */
    public ListView last() {
        final var last = node.node(LAST);
        return read(last, last.get("id", ListView.ALL)).map(view -> find(view.id()).map(known -> view.named(known.id(), known.name())).orElse(view))
                .orElse(standard.get(0));
    }

    /**
     * Keeps what is shown, so that the table opens with it again.
     *
     * @param view what is shown
     */
    public void rememberLast(final ListView view) {
        write(node.node(LAST), view.withSearch(""));
        node.node(LAST).put("id", view.id());
        flush();
    }

    /**
     * Saves a view under its identifier.
     *
     * @param view the view
     */
    public void save(final ListView view) {
        write(node.node(SAVED).node(view.id()), view);
        flush();
    }

    /**
     * Forgets a saved view.
     *
     * @param id its identifier
     */
    public void delete(final String id) {
        try {
            node.node(SAVED).node(id).removeNode();
        } catch (BackingStoreException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "view " + id + " cannot be deleted", unwritable);
        }
        flush();
    }

    private void flush() {
        try {
            node.flush();
        } catch (BackingStoreException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "views cannot be saved", unwritable);
        }
    }

    private static void write(final Preferences to, final ListView view) {
        try {
            to.clear();
            for (final var child : to.childrenNames()) {
                to.node(child).removeNode();
            }
        } catch (BackingStoreException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "view " + view.id() + " cannot be saved", unwritable);
            return;
        }
        to.put("name", view.name());
        to.putBoolean("mine", view.mine());
        to.put("search", view.search());
        to.put("columns", view.columns().stream().map(column -> column.path() + ':' + column.width()).collect(Collectors.joining(",")));
        to.put("sorts", view.sorts().stream().map(sort -> sort.path() + ':' + sort.ascending()).collect(Collectors.joining(",")));
        for (int index = 0; index < view.filters().size(); index++) {
            write(to.node("filter" + index), view.filters().get(index));
        }
    }

    private static void write(final Preferences to, final ColumnFilter filter) {
        to.put("path", filter.path());
        to.put("kind", filter.getClass().getSimpleName());
        switch (filter) {
            case ColumnFilter.Words words -> to.put("text", words.text());
            case ColumnFilter.Numbers numbers -> {
                numbers.from().ifPresent(from -> to.put("from", from.toPlainString()));
                numbers.to().ifPresent(last -> to.put("to", last.toPlainString()));
            }
            case ColumnFilter.Days days -> {
                days.from().ifPresent(from -> to.put("from", from.toString()));
                days.to().ifPresent(last -> to.put("to", last.toString()));
            }
            case ColumnFilter.Recent recent -> to.put("span", recent.span().name());
            case ColumnFilter.AnyOf anyOf -> {
                to.put("values", String.join(",", anyOf.sorted()));
                to.putBoolean("orNone", anyOf.orNone());
            }
            case ColumnFilter.Empty empty -> to.putBoolean("empty", empty.empty());
        }
    }

    private static Optional<ListView> read(final Preferences from, final String id) {
        final var columns = pairs(from.get("columns", "")).stream().map(pair -> new ListView.Column(pair[0], number(pair[1]))).toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        final var sorts = pairs(from.get("sorts", "")).stream().map(pair -> new ListView.Sort(pair[0], Boolean.parseBoolean(pair[1]))).toList();
        final var filters = new ArrayList<ColumnFilter>();
        try {
            for (int index = 0; from.nodeExists("filter" + index); index++) {
                filters.add(filter(from.node("filter" + index)));
            }
        } catch (BackingStoreException | RuntimeException unreadable) {
            // a view with a filter missing would show more than it says
            LOG.log(System.Logger.Level.WARNING, "view " + id + " cannot be read", unreadable);
            return Optional.empty();
        }
        return Optional.of(new ListView(id, from.get("name", id), from.getBoolean("mine", false), columns, sorts, from.get("search", ""), filters));
    }

    private static List<String[]> pairs(final String text) {
        return Arrays.stream(text.split(",")).map(pair -> pair.split(":")).filter(pair -> pair.length == 2).toList();
    }

    private static int number(final String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static ColumnFilter filter(final Preferences from) {
        final var path = Objects.requireNonNull(from.get("path", null), "path");
        final var first = Optional.ofNullable(from.get("from", null));
        final var last = Optional.ofNullable(from.get("to", null));
        return switch (from.get("kind", "")) {
            case "Words" -> new ColumnFilter.Words(path, from.get("text", ""));
            case "Numbers" -> new ColumnFilter.Numbers(path, first.map(BigDecimal::new), last.map(BigDecimal::new));
            case "Days" -> new ColumnFilter.Days(path, first.map(LocalDate::parse), last.map(LocalDate::parse));
            case "Recent" -> new ColumnFilter.Recent(path, DaySpan.valueOf(from.get("span", "")));
            case "AnyOf" -> new ColumnFilter.AnyOf(path, from.get("values", "").isEmpty() ? Set.of() : Set.of(from.get("values", "").split(",")),
                    from.getBoolean("orNone", false));
            case "Empty" -> new ColumnFilter.Empty(path, from.getBoolean("empty", true));
            default -> throw new IllegalArgumentException("filter of kind " + from.get("kind", ""));
        };
    }
}
