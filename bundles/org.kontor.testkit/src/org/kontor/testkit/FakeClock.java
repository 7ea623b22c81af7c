// SPDX-License-Identifier: EPL-2.0

package org.kontor.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it.
 *
 * @since 0.1
 */
public final class FakeClock extends Clock {

    private final ZoneId zone;
    private Instant now;

    private FakeClock(final Instant now, final ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * @param now the time to begin with, in ISO format with zone Z, such as {@code 2026-03-31T09:00:00Z}
     * @return a clock in UTC
     */
    public static FakeClock at(final String now) {
        return new FakeClock(Instant.parse(now), ZoneOffset.UTC);
    }

    /** @param duration how far to move; negative goes back */
    public void advance(final Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(final ZoneId other) {
        return new FakeClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
