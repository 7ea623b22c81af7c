// SPDX-License-Identifier: EPL-2.0

package org.kontor.architecture.tests.sample;

/** What the checks must catch; never run. */
public final class BadHabits {

    private BadHabits() {
    }

    static void all() throws InterruptedException {
        System.out.println("printed");
        Thread.sleep(1);
        new IllegalStateException().printStackTrace();
    }
}
