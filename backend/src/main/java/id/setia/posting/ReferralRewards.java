package id.setia.posting;

import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.members.Referral;
import id.setia.members.Referrals;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rewards both sides once a friend who was brought has made a first purchase within half a year: the friend always, who
 * brought them for at most twenty friends in a year. May be done by several servers at once, and again.
 */
@Singleton
class ReferralRewards {

    static final int MOST_FRIENDS_A_YEAR = 20;

    private static final Duration WAITING = Duration.ofDays(180);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int PAGE = 500;

    private final Referrals referrals;
    private final MemberRegistry members;
    private final EventPoints events;
    private final PointsLedger points;
    private final BusinessClock clock;

    ReferralRewards(
            Referrals referrals, MemberRegistry members, EventPoints events, PointsLedger points, BusinessClock clock) {
        this.referrals = referrals;
        this.members = members;
        this.events = events;
        this.points = points;
        this.clock = clock;
    }

    /** Rewards everybody whose friend has bought by now. */
    void rewardDue() {
        Instant now = clock.now();
        if (events.inForce(Trigger.REFERRER, now).isEmpty() && events.inForce(Trigger.REFERRED, now).isEmpty()) {
            return;
        }
        Optional<Referral> last = Optional.empty();
        List<Referral> page = referrals.waiting(now.minus(WAITING), last, PAGE);
        while (!page.isEmpty()) {
            Set<UUID> buyers = points.buyers(page.stream().map(Referral::friendId).toList());
            page.stream().filter(referral -> buyers.contains(referral.friendId())).forEach(this::reward);
            page = referrals.waiting(now.minus(WAITING), Optional.of(page.getLast()), PAGE);
        }
    }

    private void reward(Referral referral) {
        Map<UUID, FoundMember> found = members.members(Set.of(referral.friendId(), referral.referrerId()));
        points.post(session -> {
            Set<UUID> earning = found.entrySet().stream()
                    .filter(member -> mayEarn(member.getValue().state()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            session.lock(earning);
            boolean within = referrals.rewardedSince(referral.referrerId(), session.now().minus(YEAR))
                    < MOST_FRIENDS_A_YEAR;
            if (referrals.settle(referral.friendId(), within, session.now())) {
                give(session, earning, referral.friendId(), referral, Trigger.REFERRED, "referred");
                if (within) {
                    give(session, earning, referral.referrerId(), referral, Trigger.REFERRER, "referrer");
                }
            }
            return null;
        });
    }

    private static boolean mayEarn(MemberState state) {
        return switch (state) {
            case UNCLAIMED, ACTIVE, FROZEN, MERGED -> true;
            case CLOSED, ERASED -> false;
        };
    }

    private void give(
            LedgerSession session, Set<UUID> earning, UUID memberId, Referral referral, Trigger trigger, String side) {
        if (!earning.contains(memberId)) {
            return;
        }
        List<RuleVersion> versions = events.inForce(trigger, session.now());
        events.give(
                session,
                new EventPoints.Occurrence(
                        memberId, TransactionKind.REFERRAL_BONUS, "referral:" + referral.friendId() + ":" + side,
                        new Source("referral", referral.friendId()), side, session.now()),
                versions);
    }
}
