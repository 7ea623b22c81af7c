// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.ui.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.extensions.Service;

import org.kontor.analytics.engine.Algorithms;
import org.kontor.analytics.engine.Analyses;
import org.kontor.analytics.engine.AnalysisRuns;
import org.kontor.analytics.engine.FollowUps;
import org.kontor.analytics.engine.ModelDeployments;
import org.kontor.analytics.engine.Sources;
import org.kontor.store.Store;

/** What every view of the perspective works with. */
@Creatable
public final class AnalyticsServices {

    private static final String FILE = "file";

    private final Algorithms algorithms;
    private final Sources sources;
    private final Analyses analyses;
    private final AnalysisRuns runs;
    private final ModelDeployments models;
    private final FollowUps followUps;
    private Optional<Store> store = Optional.empty();

    @Inject
    AnalyticsServices(@Service final Algorithms algorithms, @Service final Sources sources, @Service final Analyses analyses,
            @Service final AnalysisRuns runs, @Service final ModelDeployments models,
            @Service final FollowUps followUps) {
        this.followUps = followUps;
        this.models = models;
        this.algorithms = algorithms;
        this.sources = sources;
        this.analyses = analyses;
        this.runs = runs;
    }

    /** The methods there are. */
    public Algorithms algorithms() {
        return algorithms;
    }

    /** Where rows come from. */
    public Sources sources() {
        return sources;
    }

    /** What people call where rows come from: the file by its name, any other source by its own. */
    public String title(final String source, final Map<String, String> options) {
        return Optional.ofNullable(options.get(FILE)).map(file -> Path.of(file).getFileName().toString()).orElseGet(() -> sources.source(source).name().text());
    }

    /** Carries out plans. */
    public Analyses analyses() {
        return analyses;
    }

    /** Keeps analyses and runs. */
    public AnalysisRuns runs() {
        return runs;
    }

    /** Scores records by what was learned. */
    public ModelDeployments models() {
        return models;
    }

    /** Plans tasks from scores. */
    public FollowUps followUps() {
        return followUps;
    }

    /** The open store; empty while none is. */
    public Optional<Store> store() {
        return store;
    }

    /** Takes the store that is open now; null for none. */
    public void use(final Store opened) {
        store = Optional.ofNullable(opened);
    }
}
