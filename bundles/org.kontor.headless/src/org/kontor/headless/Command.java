// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

import org.kontor.core.problem.ProblemException;

/**
 * One word of the command line, such as {@code import}. Publish an implementation as an OSGi service and {@code ./kontor} knows it: the
 * parser, the help and the proposals for misspelt words are made from its {@link #description()}. Where two commands have one name, the
 * one with the higher service ranking is used.
 *
 * @since 0.1
 */
public interface Command {

    /**
     * @return what the command is called, what it takes and what it does, in the language of the moment; asked anew for each use
     */
    CommandDescription description();

    /**
     * Does the work. Nothing is printed here: the answer says what to print, as text or as JSON.
     *
     * @param invocation what was typed, already checked against the description
     * @return what came out
     * @throws ProblemException                               where the person has to do something; prints its sentence, exit code 1
     * @throws WrongUsageException                            where the words fit the description but not each other; exit code 2
     * @throws java.util.concurrent.CancellationException where {@link Invocation#progress()} asked to stop
     */
    Answer run(Invocation invocation);
}
