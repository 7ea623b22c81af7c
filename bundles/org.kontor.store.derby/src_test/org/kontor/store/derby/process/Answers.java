// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.derby.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a child process answers the test. */
final class Answers {

    private Answers() {
    }

    /** Each line leaves the process before the next statement runs. */
    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
