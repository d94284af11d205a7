package id.setia.tiers;

import java.time.YearMonth;
import java.util.UUID;

/** What a run made of one member. */
record TierMove(YearMonth month, UUID memberId, String from, String to, boolean up) {}
