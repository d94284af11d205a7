package id.setia.posting;

import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.members.MemberJoined;
import id.setia.members.MemberMerges;
import id.setia.members.MemberProfile;
import id.setia.members.MemberRegistry;
import id.setia.members.ProfileChanged;
import id.setia.messages.PhoneChannel;
import id.setia.points.PointsLedger;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives the bonus for a complete profile, once, in the transaction that completes it: a birth date, an e-mail address and,
 * where the program can send messages to phones, a phone number.
 */
@Singleton
class ProfileBonus {

    private final EventPoints events;
    private final PointsLedger points;
    private final MemberRegistry members;
    private final MemberMerges merges;
    private final PhoneChannel phones;
    private final BusinessClock clock;

    ProfileBonus(
            EventPoints events,
            PointsLedger points,
            MemberRegistry members,
            MemberMerges merges,
            PhoneChannel phones,
            BusinessClock clock) {
        this.events = events;
        this.points = points;
        this.members = members;
        this.merges = merges;
        this.phones = phones;
        this.clock = clock;
    }

    @EventListener
    void on(ProfileChanged changed) {
        look(changed.memberId());
    }

    @EventListener
    void on(MemberJoined joined) {
        look(joined.memberId());
    }

    private void look(UUID memberId) {
        List<RuleVersion> versions = events.inForce(Trigger.PROFILE_COMPLETED, clock.now());
        if (versions.isEmpty() || members.profile(memberId).filter(this::isComplete).isEmpty()) {
            return;
        }
        points.post(session -> {
            session.lock(Set.of(memberId));
            UUID receiver = session.survivor(memberId);
            List<String> before = merges.family(receiver).stream().map(ProfileBonus::key).toList();
            return points.posted(before).isEmpty()
                    ? events.give(
                            session,
                            new EventPoints.Occurrence(
                                    receiver, TransactionKind.PROFILE_BONUS, key(receiver),
                                    new Source("member", receiver), "profile_completed", session.now()),
                            versions)
                    : Optional.empty();
        });
    }

    private static String key(UUID memberId) {
        return "profile:" + memberId;
    }

    private boolean isComplete(MemberProfile profile) {
        return profile.birthDate().isPresent()
                && profile.email().isPresent()
                && (profile.phone().isPresent() || !phones.isOpen());
    }
}
