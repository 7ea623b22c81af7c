// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.util.List;

/** Does what the words after {@code ./kontor} say. */
public interface CommandLine {

    /**
     * Runs one command. Sets the language of the whole virtual machine while it does so.
     *
     * @param words    what was typed
     * @param terminal where it was typed
     * @return the exit code of the process
     */
    int run(List<String> words, Terminal terminal);
}
