// SPDX-License-Identifier: EPL-2.0

package org.kontor.app.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.swt.program.Program;

import org.kontor.core.problem.Problem;

/** Opens addresses in whatever web browser there is: the desktop's own choice first, then those that are usually on the path. */
final class ExternalBrowser {

    private static final System.Logger LOG = System.getLogger(ExternalBrowser.class.getName());
    private static final List<String> USUAL = List.of("firefox", "firefox-esr", "chromium", "chromium-browser", "google-chrome", "epiphany");

    private final List<Predicate<String>> ways;

    /** @param ways each tries to open an address and says whether it did */
    ExternalBrowser(final List<Predicate<String>> ways) {
        this.ways = List.copyOf(ways);
    }

    static ExternalBrowser ofThisMachine() {
        final Predicate<String> desktop = Program::launch;
        return new ExternalBrowser(Stream.concat(Stream.of(desktop), USUAL.stream().map(ExternalBrowser::program)).toList());
    }

    /**
     * @param address what to open
     * @throws org.kontor.core.problem.ProblemException {@code browser.none} where nothing on this machine opens it
     */
    void open(final String address) {
        if (ways.stream().noneMatch(way -> way.test(address))) {
            throw Problem.of(Messages.TEXTS, "browser.none", address).asException();
        }
    }

    static Predicate<String> program(final String name) {
        return address -> {
            try {
                new ProcessBuilder(name, address).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                return true;
            } catch (IOException absent) {
                LOG.log(Level.DEBUG, name + " is not on the path", absent);
                return false;
            }
        };
    }
}
