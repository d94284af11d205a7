package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.kernel.LocalText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A benefit for some members for some time.
 *
 * @param code stable name of the offer, unique
 * @param badge at most a few characters that stand for the benefit, {@code 2×}
 * @param ruleId the earning rule that is the benefit; empty when it is a voucher
 * @param rewardId the reward whose voucher is the benefit; empty when it is a rule
 * @param startsAt first moment it counts
 * @param endsAt first moment it counts no more
 * @param needsActivation whether a member has to ask for it; otherwise it applies at once
 * @param usesPerMember how many purchases of a member it may serve; 0 for any number; 1 where it gives a voucher
 * @param holdoutPercent of its members never get it, 0 to 50
 * @param announced whether its members are told of it
 * @param budget what it gives at most, to all members together
 */
public record Offer(
        UUID id,
        String code,
        LocalText name,
        LocalText description,
        String badge,
        Audience audience,
        Optional<UUID> ruleId,
        Optional<UUID> rewardId,
        Instant startsAt,
        Instant endsAt,
        boolean needsActivation,
        int usesPerMember,
        int holdoutPercent,
        boolean announced,
        OfferBudget budget) {

    boolean runsAt(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }

    boolean holdsOut(UUID memberId) {
        return Holdout.holds(id, memberId, holdoutPercent);
    }

    boolean isUsedUpBy(int uses) {
        return usesPerMember > 0 && uses >= usesPerMember;
    }
}
