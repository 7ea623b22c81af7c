// SPDX-License-Identifier: EPL-2.0

package org.kontor.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.kontor.core.problem.Problem;
import org.kontor.core.problem.ProblemException;
import org.kontor.core.progress.Progress;
import org.kontor.store.Store;

/**
 * An import being prepared: the file as it was understood, which column is which field, and what the person chose. For one thread; the two
 * long calls, {@link #check} and {@link #run}, belong on a worker thread.
 *
 * @since 0.1
 */
public interface ImportDraft {

    /** @return the file */
    Path file();

    /** @return what its rows become */
    ImportKind kind();

    /** @return how it is read */
    ReadOptions read();

    /**
     * Reads the beginning of the file again, in another way. Columns that keep their name keep their target, the others are guessed.
     *
     * @param options how
     * @throws ProblemException where the file cannot be read that way
     */
    void read(ReadOptions options);

    /** @return why the file is read the way it is: {@link ReadOptions#evidence()} and a decision for each column of dates or numbers */
    List<Evidence> evidence();

    /** @return the columns */
    List<SourceColumn> columns();

    /** @return the first rows of values, at most 200 */
    List<List<String>> preview();

    /**
     * @param column a column's index
     * @return the name of the target it is mapped to; empty where the column is left out
     */
    Optional<String> target(int column);

    /**
     * Maps a column; another column with the same target is left out then. Where it makes a better matching key possible and the person
     * chose none, that one is taken.
     *
     * @param column a column's index
     * @param target a target's name; null to leave the column out
     */
    void map(int column, String target);

    /**
     * @param column a column's index
     * @param style  how its days are written
     */
    void dates(int column, DateStyle style);

    /**
     * @param column a column's index
     * @param style  how its numbers are written
     */
    void numbers(int column, NumberStyle style);

    /** @return what the person chose; changed in place */
    ImportChoices choices();

    /** @return the matching keys whose targets are all mapped */
    List<MatchingKey> possibleKeys();

    /** @return what keeps the import from starting, such as a required field that no column is mapped to; empty where nothing does */
    List<Problem> obstacles();

    /** @return mapping and choices in the versioned JSON form that {@link #load} reads */
    String toJson();

    /**
     * Takes over a mapping.
     *
     * @param json what {@link #toJson} gave for a file of the same shape
     * @throws ProblemException {@code mapping.*} where it is damaged, of another kind or version, or names a column the file lacks; nothing
     *                          is taken over then
     */
    void load(String json);

    /**
     * Takes over a mapping file.
     *
     * @param mapping the file
     * @throws ProblemException as {@link #load(String)}, or where it cannot be read
     */
    void load(Path mapping);

    /**
     * Keeps the mapping in the store under a name, replacing one of that name and kind.
     *
     * @param store where
     * @param name  its name; 1 to 120 characters
     */
    void save(Store store, String name);

    /**
     * Does what {@link #run} would do, without writing.
     *
     * @param store    where to
     * @param progress reported to in bytes and asked for cancellation
     * @return what the import would do; cancelled, what it would have done up to there
     * @throws ProblemException where the file cannot be read to the end or something of {@link #obstacles} stands in the way
     */
    DryRun check(Store store, Progress progress);

    /**
     * Imports. Batch after batch is on disk as it is written, all in one operation. Cut off, the same call with the same mapping continues.
     *
     * @param store    where to
     * @param progress reported to in bytes and asked for cancellation
     * @return what was imported
     * @throws ProblemException where nothing was written because the file cannot be read, something of {@link #obstacles} stands in the
     *                          way, or the store refuses
     */
    ImportResult run(Store store, Progress progress);
}
