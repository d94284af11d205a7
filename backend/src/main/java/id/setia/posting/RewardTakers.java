package id.setia.posting;

import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.points.MemberLedger;
import id.setia.rewards.RewardMember;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What decides which rewards a member can have, read under the member's lock. */
@Singleton
class RewardTakers {

    private final MemberRegistry members;
    private final Standings standings;

    RewardTakers(MemberRegistry members, Standings standings) {
        this.members = members;
        this.standings = standings;
    }

    RewardMember of(MemberLedger ledger, Instant now) {
        UUID id = ledger.memberId();
        Optional<FoundMember> member = Optional.ofNullable(members.members(Set.of(id)).get(id));
        return new RewardMember(
                id,
                member.filter(found -> found.id().equals(id) && found.state().maySpend()).isPresent(),
                standings.histories(Set.of(id)).get(id).tierAt(now).code(),
                ledger.available());
    }
}
