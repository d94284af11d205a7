package id.setia.profiles;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.members.MemberClaims;
import id.setia.members.MemberProfile;
import id.setia.points.PointsLedger;
import id.setia.points.PointsSummary;
import id.setia.posting.PurchaseAnswers;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Standings;
import id.setia.tiers.TierResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Memberships that wait, as answers to who proved the phone. */
@Singleton
class ClaimAnswers {

    private final Profiles profiles;
    private final PointsLedger ledger;
    private final Standings standings;
    private final PurchaseAnswers stores;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    ClaimAnswers(
            Profiles profiles,
            PointsLedger ledger,
            Standings standings,
            PurchaseAnswers stores,
            ProgramSettings settings,
            BusinessClock clock) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.standings = standings;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    ClaimResponse of(UUID claimId, MemberClaims.Proven proven) {
        MemberProfile member = profiles.member(proven.memberId());
        return new ClaimResponse(
                PublicId.CLAIM.format(claimId),
                proven.token(),
                member.maskedName(),
                PointsSummary.of(ledger.balance(member.id()), settings.current()),
                TierResponse.of(standings
                        .histories(List.of(member.id()))
                        .get(member.id())
                        .tierAt(clock.now())),
                proven.storeId().map(stores::store).orElse(null),
                member.joinedAt(),
                proven.cardNeeded());
    }
}
