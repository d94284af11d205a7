package id.setia.offers;

import io.micronaut.serde.annotation.Serdeable;

/** Payload of the events {@code offer.activated} and {@code offer.deactivated}. */
@Serdeable
record OfferActivation(String memberId, String offerId) {}
