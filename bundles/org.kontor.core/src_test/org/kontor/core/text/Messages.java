// SPDX-License-Identifier: EPL-2.0

package org.kontor.core.text;

/** Stands beside the texts of this test. */
final class Messages {

    private Messages() {
    }
}
