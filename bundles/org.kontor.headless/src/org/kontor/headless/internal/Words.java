// SPDX-License-Identifier: EPL-2.0

package org.kontor.headless.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.kontor.core.progress.Progress;
import org.kontor.headless.Invocation;

/**
 * What was typed for one command.
 *
 * @param command     the command's name
 * @param values      operand or option to what was typed for it; a switch that is on has an empty list
 * @param directory   the folder the person is in
 * @param home        the folder of what Kontor keeps for the person
 * @param environment the environment of the process
 * @param progress    where to report
 * @param notes       receives what is told at once
 */
record Words(String command, Map<String, List<String>> values, Path directory, Path home, Map<String, String> environment,
        Progress progress, Consumer<String> notes) implements Invocation {

    Words {
        values = Map.copyOf(values);
        environment = Map.copyOf(environment);
    }

    @Override
    public boolean has(final String name) {
        return values.containsKey(name);
    }

    @Override
    public Optional<String> find(final String name) {
        final var typed = all(name);
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.getLast());
    }

    @Override
    public List<String> all(final String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public OptionalLong number(final String name) {
        return find(name).map(text -> OptionalLong.of(Long.parseLong(text))).orElse(OptionalLong.empty());
    }

    @Override
    public void note(final String text) {
        notes.accept(text);
    }

    @Override
    public Optional<Path> findPath(final String name) {
        return find(name).map(text -> {
            try {
                return directory.resolve(text).normalize();
            } catch (InvalidPathException malformed) {
                throw Usage.wrong(command, "badPath", text);
            }
        });
    }
}
