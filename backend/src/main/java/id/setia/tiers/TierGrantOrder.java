package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;

/** A tier to be given by hand, up to and with a day. */
@Serdeable
record TierGrantOrder(UUID memberId, String tierCode, LocalDate until, String explanation) {}
