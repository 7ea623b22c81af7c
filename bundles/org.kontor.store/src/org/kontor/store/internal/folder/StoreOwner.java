// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.folder;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who has a store open, as {@code owner.properties} says.
 *
 * @param user    the login name
 * @param host    the computer
 * @param pid     the process
 * @param started when that process began; tells it from a later one of the same number
 * @param since   when it opened the store
 * @param program how the program calls itself
 * @param channel where it can be reached; empty where it cannot
 * @since 0.1
 */
public record StoreOwner(String user, String host, long pid, Instant started, Instant since, String program, Optional<String> channel) {

    private static final Set<String> NAMES = Set.of("user", "host", "pid", "started", "since", "program", "channel");

    /** Systems round the start of a process differently each time they are asked. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /**
     * Who holds a store, for a message or to reach them through {@link FrontChannel}.
     *
     * @param folder the store
     * @return the owner noted last, who may have ended since; empty where nobody is noted or the note is not readable
     */
    public static Optional<StoreOwner> of(final StoreFolder folder) {
        return read(folder.owner());
    }

    /**
     * @return whether the process runs on this computer at this moment; false for another computer, of which nobody can tell
     */
    public boolean isAlive() {
        if (!isHere()) {
            return false;
        }
        final Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && process.get().info().startInstant().map(this::isSameStart).orElse(true);
    }

    /**
     * @return whether the owner was on this computer
     */
    public boolean isHere() {
        return host.equals(Host.NAME);
    }

    static StoreOwner me(final String program, final Instant now) {
        final ProcessHandle process = ProcessHandle.current();
        return new StoreOwner(System.getProperty("user.name", "?"), Host.NAME, process.pid(), process.info().startInstant().orElse(Instant.EPOCH),
                now, program, Optional.empty());
    }

    StoreOwner reachableAt(final String address) {
        return new StoreOwner(user, host, pid, started, since, program, Optional.of(address));
    }

    void write(final Path file) throws IOException {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("user", oneLine(user));
        values.put("host", oneLine(host));
        values.put("pid", Long.toString(pid));
        values.put("started", started.toString());
        values.put("since", since.toString());
        values.put("program", oneLine(program));
        values.put("channel", channel.orElse(""));
        SealedText.write(file, values);
    }

    static Optional<StoreOwner> read(final Path file) {
        try {
            return Files.exists(file) ? SealedText.read(file).flatMap(StoreOwner::ofValues) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isSameStart(final Instant start) {
        return started.equals(Instant.EPOCH) || Duration.between(started, start).abs().compareTo(ROUNDING) <= 0;
    }

    private static Optional<StoreOwner> ofValues(final Map<String, String> values) {
        if (!values.keySet().containsAll(NAMES)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoreOwner(values.get("user"), values.get("host"), Long.parseLong(values.get("pid")),
                    Instant.parse(values.get("started")), Instant.parse(values.get("since")), values.get("program"),
                    Optional.of(values.get("channel")).filter(address -> !address.isEmpty())));
        } catch (NumberFormatException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static String oneLine(final String text) {
        return text.replaceAll("\\R", " ");
    }

    /** The name of this computer; asking for it may take long, so it is asked once. */
    private static final class Host {

        private static final String NAME = name();

        private static String name() {
            final String windows = System.getenv("COMPUTERNAME");
            if (windows != null && !windows.isBlank()) {
                return windows.strip();
            }
            try {
                final Path linux = Path.of("/proc/sys/kernel/hostname");
                return Files.isReadable(linux) ? Files.readString(linux).strip() : InetAddress.getLocalHost().getHostName();
            } catch (IOException unnamed) {
                return "localhost";
            }
        }
    }
}
