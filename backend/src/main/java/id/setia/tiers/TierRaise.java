package id.setia.tiers;

import java.time.Instant;

/** A higher tier that a purchase brings, from when, and the figures that reach it. */
record TierRaise(Tier tier, TierEvaluation evaluation, StandingCause cause, Instant from) {}
