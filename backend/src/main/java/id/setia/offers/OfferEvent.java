package id.setia.offers;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Payload of the events {@code offer.published} and {@code offer.ended}. */
@Serdeable
record OfferEvent(String offerId, Instant startsAt, Instant endsAt) {}
