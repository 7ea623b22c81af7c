// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.result;

import java.util.List;
import java.util.Optional;

import org.kontor.analytics.frame.Column;
import org.kontor.analytics.frame.Frame;

/**
 * A table.
 *
 * @param name  the stable name
 * @param title what it is called
 * @param frame the values
 * @param heads what each column of the frame is, in the same order
 * @since 0.1
 */
public record TablePart(String name, Message title, Frame frame, List<Head> heads) implements Part {

    public TablePart {
        heads = List.copyOf(heads);
        if (!heads.stream().map(Head::column).toList().equals(frame.columns().stream().map(Column::name).toList())) {
            throw new IllegalArgumentException(name + " has " + frame + " and heads for " + heads);
        }
    }

    /**
     * What a column is. Cells of text are shown as they are, unless the method says that they name something of the data.
     *
     * @param column   its name in the frame
     * @param title    what it is called
     * @param help     how its values come about; the trail of each of them
     * @param meaning  what it says about its row
     * @param valuesOf the column of the data whose values the cells are, such as classes or identifiers; empty where they are something else
     * @param words    what cells say that are translated, or name columns or values of the data: a cell that equals the English text of one of these is that
     *                 message; their English texts differ
     */
    public record Head(String column, Message title, Message help, Meaning meaning, Optional<String> valuesOf, List<Message> words) {

        public Head {
            words = List.copyOf(words);
        }

        /**
         * A column whose cells name nothing of the data.
         *
         * @param column  its name in the frame
         * @param title   what it is called
         * @param help    how its values come about; the trail of each of them
         * @param meaning what it says about its row
         */
        public Head(final String column, final Message title, final Message help, final Meaning meaning) {
            this(column, title, help, meaning, Optional.empty(), List.of());
        }
    }

    /**
     * The first column that says something.
     *
     * @param meaning what
     * @return the column, or empty
     */
    public Optional<Column> column(final Meaning meaning) {
        return heads.stream().filter(head -> head.meaning() == meaning).findFirst().map(head -> frame.column(head.column()));
    }
}
