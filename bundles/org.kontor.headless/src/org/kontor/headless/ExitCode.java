// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless;

/**
 * What the command line tells the program that started it.
 *
 * @since 0.1
 */
public enum ExitCode {
    /** Everything asked for is done. */
    DONE(0),
    /** Something went wrong; the problem says what. */
    FAILED(1),
    /** The words make no sense; nothing was tried. */
    WRONG_USAGE(2),
    /** The data given is not acceptable as it is; the answer lists the rows. */
    DATA_REFUSED(3);

    private final int number;

    ExitCode(final int number) {
        this.number = number;
    }

    /**
     * @return the exit code of the process
     */
    public int number() {
        return number;
    }
}
