package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;

/** Payload of the event {@code ladder.changed}. */
@Serdeable
record LadderEvent(long version) {}
