package id.setia.offers;

import java.util.UUID;

/** An offer that may serve a purchase, and the earning rule that is its benefit. */
public record UsableOffer(UUID offerId, UUID ruleId) {}
