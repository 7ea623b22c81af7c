// SPDX-License-Identifier: EPL-2.0

package org.kontor.store.internal.changes;

import java.io.DataOutputStream;
import java.io.IOException;

/** Values as the bytes that change sets and fingerprints are made of. */
public final class Values {

    private Values() {
    }

    /** Writes a value with its type; equal values give equal bytes. */
    public static void write(final DataOutputStream out, final Object value) throws IOException {
        ChangeCodec.writeValue(out, value);
    }
}
