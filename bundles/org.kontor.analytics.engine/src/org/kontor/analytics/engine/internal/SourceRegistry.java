// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.kontor.analytics.engine.AnalysisSource;
import org.kontor.analytics.engine.Sources;
import org.kontor.analytics.engine.internal.store.TableSource;
import org.kontor.model.Catalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Everything that is published as a source, and every table. */
@Component
public final class SourceRegistry implements Sources {

    private final List<AnalysisSource> published = new CopyOnWriteArrayList<>();
    private final List<AnalysisSource> tables = Catalogue.standard().types().stream().<AnalysisSource>map(TableSource::new).toList();

    @Activate
    public SourceRegistry() {
        // sources come and go
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "remove")
    void add(final AnalysisSource source) {
        published.add(source);
    }

    void remove(final AnalysisSource source) {
        published.remove(source);
    }

    @Override
    public List<AnalysisSource> all() {
        final var all = new ArrayList<>(published.stream().sorted(Comparator.comparing(AnalysisSource::needsStore).reversed()
                .thenComparing(AnalysisSource::id)).toList());
        all.addAll(tables);
        return all;
    }

    @Override
    public AnalysisSource source(final String id) {
        final var all = all();
        return all.stream().filter(source -> source.id().equals(id)).findFirst().orElseThrow(() -> EngineProblems.of("analytics.no-source", id,
                String.join(", ", all.stream().map(AnalysisSource::id).toList())).asException());
    }
}
