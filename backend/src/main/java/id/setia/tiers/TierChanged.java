package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Payload of the event {@code tier.changed}. */
@Serdeable
record TierChanged(String memberId, String from, String to, Instant effectiveFrom, String cause) {}
