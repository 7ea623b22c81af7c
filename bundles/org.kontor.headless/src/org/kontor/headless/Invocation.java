// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.kontor.core.progress.Progress;

/**
 * What somebody typed, checked against the command's description: every needed operand and option is there, every number and choice is one
 * of those declared. Names are those of the description, without hyphens.
 *
 * @since 0.1
 */
public interface Invocation {

    /**
     * @param name an operand or option with a value
     * @return whether it was given; for a switch, whether it is on
     */
    boolean has(String name);

    /**
     * @param name an operand or option with a value
     * @return what was typed for it, the last time where it was typed more than once; empty where it was left out
     */
    Optional<String> find(String name);

    /**
     * @param name a repeatable option
     * @return everything that was typed for it, in order
     */
    List<String> all(String name);

    /**
     * @param name a needed operand or option with a value
     * @return what was typed for it
     * @throws IllegalStateException where it was left out, which a needed one never is
     */
    default String text(final String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " was left out"));
    }

    /**
     * @param name an option of kind {@link Option.Kind#NUMBER}
     * @return the number, or empty where it was left out
     */
    OptionalLong number(String name);

    /**
     * @param name an operand or option that names a file or folder
     * @return the absolute, normalized path, or empty where it was left out
     * @throws WrongUsageException where the text cannot be a path
     */
    Optional<Path> findPath(String name);

    /**
     * @param name a needed operand or option that names a file or folder
     * @return the absolute, normalized path
     * @throws WrongUsageException where the text cannot be a path
     */
    default Path path(final String name) {
        return findPath(name).orElseThrow(() -> new IllegalStateException(name + " was left out"));
    }

    /** @return the folder the person is in; absolute */
    Path directory();

    /** @return the folder of what Kontor keeps for the person: stores whose place nobody chose, reports, logs; absolute, may not exist yet */
    Path home();

    /** @return the environment of the process */
    Map<String, String> environment();

    /**
     * Tells the person something at once that is no part of the answer, such as a recovery code. It goes to standard error, with
     * {@code --json} too.
     *
     * @param text one or more sentences
     */
    void note(String text);

    /** @return shown to the person where there is a terminal; says when the person wants to stop */
    Progress progress();
}
