// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kontor.core.problem.ProblemException;
import org.kontor.headless.Invocation;
import org.kontor.headless.Option;
import org.kontor.headless.StoreAccess;
import org.kontor.store.Store;
import org.kontor.store.Stores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the store that the options name. */
@Component
final class NamedStore implements StoreAccess {

    static final String STORE = "store";
    static final String PASSWORD_FILE = "password-file";
    private static final String PASSWORD_VARIABLE = "KONTOR_PASSWORD";
    private static final String CLIENT = "Kontor (command line)";
    private static final int LONGEST_PASSWORD_FILE = 4_096;

    /** Where somebody else writes, or nobody may, a command that only looks reads a copy. */
    private static final Set<String> READABLE_ALL_THE_SAME = Set.of("store.held", "database.in-use", "database.read-only", "file.read-only");

    private final Stores stores;

    @Activate
    public NamedStore(@Reference final Stores stores) {
        this.stores = stores;
    }

    @Override
    public List<Option> options() {
        return List.of(Option.path(STORE, "DIR", Messages.text("option.store")).needed(), passwordFile());
    }

    static Option passwordFile() {
        return Option.path(PASSWORD_FILE, "FILE", Messages.text("option.passwordFile"));
    }

    @Override
    public Store open(final Invocation invocation, final Path folder, final Purpose purpose) {
        final var encrypted = stores.isEncrypted(folder);
        if (encrypted.isEmpty() && purpose != Purpose.CREATE) {
            throw Messages.problem("store.absent", folder).asException();
        }
        final var password = encrypted.orElse(true) ? password(invocation) : Optional.<char[]>empty();
        if (encrypted.orElse(false) && password.isEmpty()) {
            throw Messages.problem("store.password", folder).asException();
        }
        try {
            try {
                return stores.open(request(folder, purpose == Purpose.CREATE, false, password), invocation.progress());
            } catch (ProblemException refused) {
                if (purpose != Purpose.READ || !READABLE_ALL_THE_SAME.contains(refused.problem().code())) {
                    throw refused;
                }
                return stores.open(request(folder, false, true, password), invocation.progress());
            }
        } finally {
            password.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }
    }

    private static Stores.Request request(final Path folder, final boolean create, final boolean readOnly, final Optional<char[]> password) {
        return new Stores.Request(folder, create, readOnly, password.map(char[]::clone), System.getProperty("user.name", "?"), CLIENT);
    }

    private static Optional<char[]> password(final Invocation invocation) {
        final var file = invocation.findPath(PASSWORD_FILE);
        if (file.isPresent()) {
            return Optional.of(read(file.get()));
        }
        return Optional.ofNullable(invocation.environment().get(PASSWORD_VARIABLE)).filter(text -> !text.isEmpty()).map(String::toCharArray);
    }

    /** The first line; the bytes are wiped, so that no copy of the password waits for the garbage collector. */
    private static char[] read(final Path file) {
        byte[] bytes = {};
        CharBuffer text = CharBuffer.allocate(0);
        try {
            if (Files.size(file) > LONGEST_PASSWORD_FILE) {
                throw Messages.problem("passwordFile", file).asException();
            }
            bytes = Files.readAllBytes(file);
            text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (end == 0) {
                throw Messages.problem("passwordFile", file).asException();
            }
            final var password = new char[end];
            text.get(password);
            return password;
        } catch (CharacterCodingException noText) {
            throw Messages.problem("passwordFile", file).asException(noText);
        } catch (IOException unreadable) {
            throw Messages.problem("passwordFile", file).asException(unreadable);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            if (text.hasArray()) {
                Arrays.fill(text.array(), '\0');
            }
        }
    }
}
