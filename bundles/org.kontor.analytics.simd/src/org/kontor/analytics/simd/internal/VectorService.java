// SPDX-License-Identifier: EPL-2.0

package org.kontor.analytics.simd.internal;

import java.util.Hashtable;
import java.util.Map;

import org.kontor.analytics.kernel.VectorKernels;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Publishes the vector kernels on machines that gain by them; elsewhere there is no such service, and the plain kernels are used. */
@Component(service = {}, immediate = true)
public final class VectorService {

    /** Above the plain kernels, which are no service, with room below and above for others. */
    static final int RANKING = 100;

    private ServiceRegistration<VectorKernels> registration;

    /** @param bundle whose service it is */
    @Activate
    public VectorService(final BundleContext bundle) {
        if (Machine.hasModule() && Machine.isFast()) {
            registration = bundle.registerService(VectorKernels.class, new SimdKernels(), new Hashtable<>(Map.of(Constants.SERVICE_RANKING, RANKING)));
        }
    }

    @Deactivate
    void withdraw() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }
}
