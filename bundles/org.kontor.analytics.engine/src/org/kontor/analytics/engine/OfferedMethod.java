// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine;

import java.util.List;
import java.util.Optional;

import org.kontor.analytics.engine.internal.Messages;
import org.kontor.analytics.result.Message;

/**
 * A method of analysis with everybody who provides it.
 *
 * @param id        its identifier
 * @param providers who provides it, the highest ranking first; never empty
 * @param active    who works: the pinned one where it is there, else the first
 * @param pin       the bundle that a person chose, which may be away
 * @since 0.1
 */
public record OfferedMethod(String id, List<Provider> providers, Provider active, Optional<String> pin) {

    public OfferedMethod {
        providers = List.copyOf(providers);
    }

    /**
     * Who would work if the active one were not there.
     *
     * @return the other providers, the highest ranking first
     */
    public List<Provider> replaced() {
        return providers.stream().filter(provider -> provider != active).toList();
    }

    /**
     * Whether a person chose a bundle that is away, so that another one stands in for it.
     *
     * @return true where the pin does not hold
     */
    public boolean fallback() {
        return pin.isPresent() && !pin.get().equals(active.bundle());
    }

    /**
     * Who works in place of whom.
     *
     * @return one sentence, such as "Provided by a.b, replaces c.d."
     */
    public Message provenance() {
        final var texts = Messages.TEXTS;
        if (fallback()) {
            return Message.of(texts, "provenance.fallback", active.bundle(), pin.orElseThrow());
        }
        final var others = replaced();
        return others.isEmpty() ? Message.of(texts, "provenance.only", active.bundle())
                : Message.of(texts, "provenance.replaces", active.bundle(), String.join(", ", others.stream().map(Provider::bundle).toList()));
    }
}
