package id.setia.profiles;

import id.setia.members.MemberReading;
import id.setia.offers.OfferReading;
import id.setia.points.AccountReading;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.StandingReading;

/** A member with points, standing and offers, all as they stood at one moment. */
record Together(MemberReading member, AccountReading account, StandingReading standing, OfferReading offers) {

    StandingHistory history() {
        return standing.history(member.joinedAt());
    }
}
