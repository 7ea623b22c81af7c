// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Keeps moments as whole microseconds since 1970-01-01T00:00Z, so that neither a driver nor a server brings its own time zone into play.
 *
 * @since 0.1
 */
@Converter(autoApply = true)
public class InstantMicros implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToDatabaseColumn(final Instant moment) {
        return moment == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    @Override
    public Instant convertToEntityAttribute(final Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
