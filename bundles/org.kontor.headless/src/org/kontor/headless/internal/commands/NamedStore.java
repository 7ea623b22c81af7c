// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal.commands;

import java.io.IOException;
import java.nio.ByteBuffer;
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
public final class NamedStore implements StoreAccess {

    static final String STORE = "store";
    static final String PASSWORD_FILE = "password-file";
    private static final String PASSWORD_VARIABLE = "KONTOR_PASSWORD";
    private static final String CLIENT = "Kontor (command line)";
    private static final int LONGEST_PASSWORD_FILE = 4_096;

    /** Where nobody may write, a command that only looks reads a copy. */
    private static final Set<String> READABLE = Set.of("store.read-only", "store.no-permission", "store.readonly.engine",
            "database.read-only");
    private static final Set<String> WORTH_CHECKING = Set.of("store.lost-tail", "store.rolled-back", "store.diverged",
            "store.watermark-absent",
            "store.watermark-behind");

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
        final var password = encrypted.orElse(purpose == Purpose.CREATE) ? password(invocation) : Optional.<char[]>empty();
        if (encrypted.orElse(false) && password.isEmpty()) {
            throw Messages.problem("store.password", folder).asException();
        }
        try {
            try {
                return stores.open(request(invocation, folder, purpose, false, password), invocation.progress());
            } catch (ProblemException refused) {
                if (!isReadable(purpose, refused.problem().code())) {
                    throw refused;
                }
                return stores.open(request(invocation, folder, purpose, true, password), invocation.progress());
            }
        } finally {
            password.ifPresent(secret -> Arrays.fill(secret, '\0'));
        }
    }

    private static boolean isReadable(final Purpose purpose, final String code) {
        return purpose == Purpose.READ && READABLE.contains(code)
                || purpose == Purpose.CHECK && (READABLE.contains(code) || WORTH_CHECKING.contains(code));
    }

    private static Stores.Request request(final Invocation invocation, final Path folder, final Purpose purpose, final boolean readOnly,
            final Optional<char[]> password) {
        return new Stores.Request(folder, purpose == Purpose.CREATE, readOnly, password.map(char[]::clone),
                code -> invocation.note(Messages.text("store.recoveryCode", new String(code))), System.getProperty("user.name", "?"),
                CLIENT);
    }

    private static Optional<char[]> password(final Invocation invocation) {
        final var file = invocation.findPath(PASSWORD_FILE);
        if (file.isPresent()) {
            return Optional.of(read(file.get()));
        }
        return Optional.ofNullable(invocation.environment().get(PASSWORD_VARIABLE)).filter(text -> !text.isEmpty())
                .map(String::toCharArray);
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
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
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
