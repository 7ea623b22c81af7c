// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.kontor.analytics.Algorithm;
import org.kontor.analytics.AlgorithmDescriptor;
import org.kontor.analytics.engine.AlgorithmPins;
import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.OfferedMethod;
import org.kontor.analytics.engine.Provider;
import org.kontor.core.problem.Problem;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Everybody who is published as an algorithm, ordered by method and ranking. */
@Component
public final class AlgorithmRegistry implements Algorithms {

    private static final System.Logger LOG = System.getLogger(AlgorithmRegistry.class.getName());

    /** A service with its provider, or why there is none. */
    private record Entry(long service, Optional<Provider> provider, Optional<LeftOut> leftOut) {
    }

    /** A higher ranking wins; of two alike the one that came first, as for every OSGi service. */
    private static final Comparator<Entry> ORDER = Comparator.<Entry>comparingInt(entry -> -entry.provider().orElseThrow().ranking())
            .thenComparingLong(Entry::service);

    private final AlgorithmPins pins;
    private final Map<ServiceReference<Algorithm>, Entry> entries = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param pins what people chose */
    @Activate
    public AlgorithmRegistry(@Reference final AlgorithmPins pins) {
        this.pins = pins;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "remove", updated = "add")
    void add(final ServiceReference<Algorithm> reference, final Algorithm algorithm) {
        final var entry = entry(reference, algorithm);
        entry.leftOut().ifPresent(left -> LOG.log(Level.WARNING, left.bundle() + ": " + left.problem().sentence()));
        synchronized (entries) {
            entries.put(reference, entry);
        }
        changed();
    }

    void remove(final ServiceReference<Algorithm> reference) {
        synchronized (entries) {
            entries.remove(reference);
        }
        changed();
    }

    private static Entry entry(final ServiceReference<Algorithm> reference, final Algorithm algorithm) {
        final long service = (Long) reference.getProperty(Constants.SERVICE_ID);
        final var bundle = reference.getBundle();
        final var name = bundle == null ? "?" : bundle.getSymbolicName();
        try {
            final var descriptor = algorithm.descriptor();
            final var contradiction = contradiction(reference, descriptor);
            if (contradiction.isPresent()) {
                final var problem = EngineProblems.of("analytics.provider-contradicts", name, contradiction.get());
                return new Entry(service, Optional.empty(), Optional.of(new LeftOut(name, problem)));
            }
            final int ranking = reference.getProperty(Constants.SERVICE_RANKING) instanceof final Integer given ? given : 0;
            final var version = bundle == null ? "0.0.0" : bundle.getVersion().toString();
            return new Entry(service, Optional.of(new Provider(name, version, ranking, descriptor, algorithm)), Optional.empty());
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            LOG.log(Level.WARNING, name, broken);
            return new Entry(service, Optional.empty(), Optional.of(new LeftOut(name, EngineProblems.of("analytics.provider-silent", name))));
        }
    }

    /** Where the service says something else than its descriptor, or the descriptor contradicts itself. */
    private static Optional<String> contradiction(final ServiceReference<Algorithm> reference, final AlgorithmDescriptor descriptor) {
        if (descriptor == null) {
            return Optional.of("descriptor = null");
        }
        if (!descriptor.id().equals(reference.getProperty(Algorithm.ID))) {
            return Optional.of(Algorithm.ID + " = " + reference.getProperty(Algorithm.ID) + ", id = " + descriptor.id());
        }
        if (!descriptor.version().equals(reference.getProperty(Algorithm.VERSION))) {
            return Optional.of(Algorithm.VERSION + " = " + reference.getProperty(Algorithm.VERSION) + ", version = " + descriptor.version());
        }
        final var names = new HashSet<String>();
        return descriptor.parameters().stream().filter(parameter -> !names.add(parameter.name())).findFirst()
                .map(parameter -> "parameter " + parameter.name() + " x 2");
    }

    private void changed() {
        for (final var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException broken) {
                LOG.log(Level.WARNING, "a listener of the algorithms", broken);
            }
        }
    }

    @Override
    public List<OfferedMethod> methods() {
        final var chosen = pins.all();
        final var byId = new TreeMap<String, List<Provider>>();
        synchronized (entries) {
            entries.values().stream().filter(entry -> entry.provider().isPresent()).sorted(ORDER).map(entry -> entry.provider().get())
                    .forEach(provider -> byId.computeIfAbsent(provider.id(), unseen -> new ArrayList<>()).add(provider));
        }
        return byId.entrySet().stream().map(entry -> method(entry.getKey(), entry.getValue(), Optional.ofNullable(chosen.get(entry.getKey())))).toList();
    }

    private static OfferedMethod method(final String id, final List<Provider> providers, final Optional<String> pin) {
        final var active = pin.flatMap(bundle -> providers.stream().filter(provider -> provider.bundle().equals(bundle)).findFirst())
                .orElse(providers.getFirst());
        return new OfferedMethod(id, providers, active, pin);
    }

    @Override
    public Optional<OfferedMethod> find(final String id) {
        return methods().stream().filter(method -> method.id().equals(id)).findFirst();
    }

    @Override
    public OfferedMethod method(final String id) {
        return find(id).orElseThrow(() -> EngineProblems.of("analytics.no-algorithm", id,
                String.join(", ", methods().stream().map(OfferedMethod::id).toList())).asException());
    }

    @Override
    public Provider provider(final String id, final Optional<String> bundle) {
        final var method = method(id);
        return bundle.isEmpty() ? method.active()
                : method.providers().stream().filter(provider -> provider.bundle().equals(bundle.get())).findFirst()
                        .orElseThrow(() -> noProvider(method, bundle.get()).asException());
    }

    private static Problem noProvider(final OfferedMethod method, final String bundle) {
        return EngineProblems.of("analytics.no-provider", bundle, method.id(),
                String.join(", ", method.providers().stream().map(Provider::bundle).distinct().toList()));
    }

    @Override
    public void pin(final String id, final Optional<String> bundle) {
        pins.put(id, bundle);
        changed();
    }

    @Override
    public List<LeftOut> leftOut() {
        synchronized (entries) {
            return entries.values().stream().flatMap(entry -> entry.leftOut().stream()).toList();
        }
    }

    @Override
    public Runnable subscribe(final Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
