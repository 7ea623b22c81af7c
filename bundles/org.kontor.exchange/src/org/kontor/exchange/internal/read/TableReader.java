// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange.internal.read;

import java.io.Closeable;

/** The rows of a file, one after the other. For one thread; at most one row and one buffer are held. */
public interface TableReader extends Closeable {

    /**
     * Goes to the next row; lines without any character are no rows.
     *
     * @return whether there is one
     * @throws org.kontor.core.problem.ProblemException where the file cannot be read on, a quote never ends, or a row is beyond all bounds
     */
    boolean next();

    /** @return the values of the row, blanks at the edges of unquoted ones taken off; used again for the next row, see {@link #width} */
    String[] cells();

    /** @return how many of {@link #cells} belong to the row */
    int width();

    /** @return the line on which the row begins, from 1 */
    long line();

    /** @return how many bytes of the file are read so far */
    long bytes();
}
