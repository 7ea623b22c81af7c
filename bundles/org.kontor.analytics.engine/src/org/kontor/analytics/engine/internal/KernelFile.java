// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.engine.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.kontor.analytics.engine.KernelChoice;
import org.kontor.analytics.kernel.VectorKernels;
import org.kontor.store.database.DurableFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The choice as a file of the person's Kontor folder, which is there while offered kernels are switched off. */
@Component
public final class KernelFile implements KernelChoice {

    private final Path file;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile VectorKernels highest;

    /** In the folder of the person. */
    @Activate
    public KernelFile() {
        this(PinFile.home().resolve("plain-kernels"));
    }

    /** In a given file. */
    KernelFile(final Path file) {
        this.file = file;
    }

    @Override
    public VectorKernels active() {
        final var kernels = highest;
        return kernels != null && usesOffered() ? kernels : VectorKernels.plain();
    }

    @Override
    public Optional<VectorKernels> offered() {
        return Optional.ofNullable(highest);
    }

    @Override
    public boolean usesOffered() {
        return !Files.exists(file);
    }

    @Override
    public void useOffered(final boolean use) {
        try {
            if (use) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.toAbsolutePath().getParent());
                DurableFiles.write(file, "plain\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw EngineProblems.of("analytics.pin", file.toString()).asException(failed);
        }
    }
}
