// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Dataset;
import org.kontor.analytics.frame.Frame;
import org.kontor.analytics.frame.IntegerColumn;
import org.kontor.analytics.frame.NumberColumn;
import org.kontor.analytics.frame.Role;
import org.kontor.analytics.frame.TextColumn;
import org.kontor.core.text.Texts;

/**
 * Makes a table column by column. What a column is called, and how its values come about, stands in the texts under
 * {@code PREFIX.column.NAME} and {@code PREFIX.column.NAME.help}; what the table is called, under {@code PREFIX.TABLE}. A column whose name
 * is taken already, by one of the data for example, gets a {@code #} behind it.
 *
 * @since 0.1
 */
public final class TableBuilder {

    private static final String ID = "id";

    private final Texts texts;
    private String prefix;
    private final List<Column> columns = new ArrayList<>();
    private final List<TablePart.Head> heads = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * A table without columns.
     *
     * @param texts  where the texts stand
     * @param prefix what their keys begin with, such as the identifier of a method
     */
    public TableBuilder(final Texts texts, final String prefix) {
        this.texts = texts;
        this.prefix = prefix;
    }

    /**
     * Goes on with texts that stand under another prefix, because several tables have the columns before or after.
     *
     * @param other what their keys begin with
     * @return this
     */
    public TableBuilder under(final String other) {
        prefix = other;
        return this;
    }

    /**
     * Adds what rows of the data are known by: their identifiers where each has one, else their numbers. See {@link #ids(Optional, int)}.
     *
     * @param data the data
     * @return this
     */
    public TableBuilder ids(final Dataset data) {
        return ids(complete(data), data.rows());
    }

    /**
     * Adds what some rows of the data are known by, see {@link #ids(Dataset)}.
     *
     * @param data the data
     * @param rows which rows, from 0, in the order wanted
     * @return this
     */
    public TableBuilder ids(final Dataset data, final int[] rows) {
        final var ids = complete(data);
        return ids(ids.orElseGet(() -> numbers(data.rows())).take(rows), ids.isPresent());
    }

    private static Optional<Column> complete(final Dataset data) {
        return data.find(Role.ID).filter(column -> column.missing() == 0);
    }

    /**
     * Adds what rows of the data are known by: their identifiers, or their numbers from 1. The texts stand under {@code PREFIX.id},
     * {@code PREFIX.id.help} for identifiers, and {@code PREFIX.id.row} for numbers.
     *
     * @param ids  the column with identifiers; empty for numbers
     * @param rows how many rows there are
     * @return this
     */
    public TableBuilder ids(final Optional<Column> ids, final int rows) {
        return ids(ids.orElseGet(() -> numbers(rows)), ids.isPresent());
    }

    private TableBuilder ids(final Column ids, final boolean given) {
        return add(ids.named(ID), Message.of(texts, prefix + ".id"), Message.of(texts, prefix + (given ? ".id.help" : ".id.row")), Meaning.ID);
    }

    /**
     * The numbers of rows.
     *
     * @param rows how many
     * @return 1 to that, in a column called {@code id}
     */
    public static IntegerColumn numbers(final int rows) {
        final var numbers = new long[rows];
        Arrays.setAll(numbers, row -> row + 1L);
        return IntegerColumn.of(ID, numbers);
    }

    /**
     * Adds a column of texts that mean nothing more.
     *
     * @param name   its name
     * @param values a text for each row
     * @return this
     */
    public TableBuilder texts(final String name, final List<String> values) {
        return add(TextColumn.of(name, values), Meaning.PLAIN);
    }

    /**
     * Adds a column of texts that are translated, or name columns or values of the data; the cells are their English texts.
     *
     * @param name   its name
     * @param values a text for each row
     * @return this
     */
    public TableBuilder messages(final String name, final List<Message> values) {
        return messages(name, Meaning.PLAIN, values);
    }

    /**
     * Adds a column of texts that are translated, or name columns or values of the data; the cells are their English texts.
     *
     * @param name    its name
     * @param meaning what it says about its row
     * @param values  a text for each row, null where there is none
     * @return this
     */
    public TableBuilder messages(final String name, final Meaning meaning, final List<Message> values) {
        return add(TextColumn.of(name, values.stream().map(value -> value == null ? null : value.text(Locale.ENGLISH)).toList()), meaning)
                .saying(values.stream().filter(Objects::nonNull).toList());
    }

    /**
     * Adds a column of texts that are names of columns of the data.
     *
     * @param name    its name
     * @param columns a name for each row
     * @return this
     */
    public TableBuilder columns(final String name, final List<String> columns) {
        return messages(name, columns.stream().map(Message::column).toList());
    }

    /**
     * Tells that cells of the column that was added last are values of a column of the data.
     *
     * @param column the name of that column
     * @return this
     * @throws java.util.NoSuchElementException where no column was added
     */
    public TableBuilder valuesOf(final String column) {
        final var last = heads.removeLast();
        heads.add(new TablePart.Head(last.column(), last.title(), last.help(), last.meaning(), Optional.of(column), last.words()));
        return this;
    }

    /**
     * Tells what cells of the column that was added last say, where they name columns or values of the data.
     *
     * @param words messages to whose English texts cells may be equal; those that are read as they stand are left out, and so are those
     *              that name different things by the same text
     * @return this
     * @throws java.util.NoSuchElementException where no column was added
     */
    public TableBuilder saying(final List<Message> words) {
        final var kept = new LinkedHashMap<String, Optional<Message>>();
        words.forEach(word -> kept.merge(word.text(Locale.ENGLISH), Optional.of(word), (one, other) -> one.equals(other) ? one : Optional.empty()));
        final var last = heads.removeLast();
        heads.add(new TablePart.Head(last.column(), last.title(), last.help(), last.meaning(), last.valuesOf(),
                kept.values().stream().flatMap(Optional::stream).filter(word -> !word.mentions().isEmpty() || word.texts().size() > 1).toList()));
        return this;
    }

    /**
     * Adds a column of numbers that mean nothing more.
     *
     * @param name   its name
     * @param values a number for each row; what is not finite is missing
     * @return this
     */
    public TableBuilder numbers(final String name, final double... values) {
        return numbers(name, Meaning.PLAIN, values);
    }

    /**
     * Adds a column of numbers.
     *
     * @param name    its name
     * @param meaning what it says about its row
     * @param values  a number for each row; what is not finite is missing
     * @return this
     */
    public TableBuilder numbers(final String name, final Meaning meaning, final double... values) {
        return add(NumberColumn.of(name, Arrays.stream(values).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray()), meaning);
    }

    /**
     * Adds a column of counts.
     *
     * @param name   its name
     * @param values a count for each row
     * @return this
     */
    public TableBuilder counts(final String name, final long... values) {
        return add(IntegerColumn.of(name, values), Meaning.COUNT);
    }

    /**
     * Adds a column.
     *
     * @param column  the column, with its name
     * @param meaning what it says about its row
     * @return this
     */
    public TableBuilder add(final Column column, final Meaning meaning) {
        final var key = prefix + ".column." + column.name();
        return add(column, Message.of(texts, key), Message.of(texts, key + ".help"), meaning);
    }

    /**
     * Adds a column with texts of its own.
     *
     * @param column  the column, with its name
     * @param title   what it is called
     * @param help    how its values come about
     * @param meaning what it says about its row
     * @return this
     */
    public TableBuilder add(final Column column, final Message title, final Message help, final Meaning meaning) {
        var name = column.name();
        while (!names.add(name)) {
            name = name + '#';
        }
        columns.add(column.named(name));
        heads.add(new TablePart.Head(name, title, help, meaning));
        return this;
    }

    /**
     * The table.
     *
     * @param name its stable name, with which its title is found
     * @return a table of the columns until now
     * @throws IllegalArgumentException where they differ in length
     */
    public TablePart build(final String name) {
        return build(name, Message.of(texts, prefix + '.' + name));
    }

    /**
     * The table.
     *
     * @param name  its stable name
     * @param title what it is called
     * @return a table of the columns until now
     * @throws IllegalArgumentException where they differ in length
     */
    public TablePart build(final String name, final Message title) {
        return new TablePart(name, title, Frame.of(columns), heads);
    }
}
