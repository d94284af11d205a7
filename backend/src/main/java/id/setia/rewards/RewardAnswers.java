package id.setia.rewards;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rewards as staff and partners' systems read them. */
@Singleton
class RewardAnswers {

    private final RewardRows rows;
    private final Rewards rewards;
    private final Redemptions redemptions;
    private final ProgramSettings settings;

    RewardAnswers(RewardRows rows, Rewards rewards, Redemptions redemptions, ProgramSettings settings) {
        this.rows = rows;
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.settings = settings;
    }

    RewardListResponse all(Caller caller) {
        List<Reward> seen = rows.all().stream().filter(reward -> maySee(caller, reward)).toList();
        return new RewardListResponse(responses(caller, seen));
    }

    /** @throws Problem {@code reward_not_found} */
    RewardResponse one(Caller caller, UUID rewardId) {
        Reward reward = rows.find(rewardId)
                .filter(found -> maySee(caller, found))
                .orElseThrow(() -> Problem.of(ProblemCode.REWARD_NOT_FOUND));
        return responses(caller, List.of(reward)).getFirst();
    }

    private static boolean maySee(Caller caller, Reward reward) {
        return switch (caller) {
            case Caller.SignedInStaff staff -> true;
            case Caller.ApiClient client -> reward.state() == RewardState.PUBLISHED
                    && (client.programOwner() || client.partnerId().equals(reward.honouringPartnerId()));
            case Caller.SignedInMember member -> false;
            case Caller.Stranger stranger -> false;
        };
    }

    /** Budgets are told to staff alone. */
    private List<RewardResponse> responses(Caller caller, List<Reward> seen) {
        boolean staff = caller instanceof Caller.SignedInStaff;
        Map<UUID, Long> left = rewards.left(seen);
        Map<UUID, Long> budgets = rewards.budgetsLeft(seen);
        Map<UUID, Long> redeemed = redemptions.counts(seen.stream().map(Reward::id).toList());
        Program program = settings.current();
        return seen.stream()
                .map(reward -> response(
                        reward,
                        left.get(reward.id()),
                        redeemed.getOrDefault(reward.id(), 0L),
                        staff ? reward.definition().budgetPoints() : null,
                        staff ? budgets.get(reward.id()) : null,
                        program))
                .toList();
    }

    private static RewardResponse response(
            Reward reward, Long left, long redeemed, Long budget, Long budgetLeft, Program program) {
        RewardDefinition definition = reward.definition();
        return new RewardResponse(
                PublicId.REWARD.format(reward.id()),
                reward.kind(),
                reward.state(),
                reward.version(),
                definition.name(),
                definition.description(),
                definition.points(),
                definition.money() == 0 ? null : program.money(definition.money()),
                definition.discount() == null ? null : DiscountTerms.of(definition.discount(), program),
                definition.stock(),
                left,
                definition.perMember(),
                definition.perPeriod(),
                definition.period(),
                definition.tiers(),
                definition.startsAt(),
                definition.endsAt(),
                definition.validDays(),
                definition.validUntil(),
                PublicId.PARTNER.format(definition.honouringPartnerId()),
                redeemed,
                budget,
                budgetLeft);
    }
}
