package id.setia.rewards;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.members.MemberMerges;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to what a member can have. */
@Singleton
public class RewardShelf {

    private final Rewards rewards;
    private final Redemptions redemptions;
    private final MemberMerges merges;
    private final PartnerDirectory partners;
    private final ProgramSettings settings;
    private final TierLadder ladder;
    private final BusinessClock clock;

    RewardShelf(
            Rewards rewards,
            Redemptions redemptions,
            MemberMerges merges,
            PartnerDirectory partners,
            ProgramSettings settings,
            TierLadder ladder,
            BusinessClock clock) {
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.merges = merges;
        this.partners = partners;
        this.settings = settings;
        this.ladder = ladder;
        this.clock = clock;
    }

    /** What is offered, or will be, with every reason why the member cannot have it now. */
    public MemberRewardListResponse of(RewardMember member) {
        Instant now = clock.now();
        List<Reward> offered = rewards.published().stream()
                .filter(reward -> reward.definition().endsAt() == null || now.isBefore(reward.definition().endsAt()))
                .toList();
        return new MemberRewardListResponse(responses(member, offered, now).stream()
                .sorted(Comparator.comparing((MemberRewardResponse reward) -> !reward.available())
                        .thenComparing(MemberRewardResponse::points))
                .toList());
    }

    /** What the member can have now of what a partner honours, the cheapest first. */
    public List<MemberRewardResponse> redeemableAt(RewardMember member, UUID partnerId) {
        Instant now = clock.now();
        List<Reward> honoured = rewards.published().stream()
                .filter(reward -> reward.honouringPartnerId().equals(partnerId))
                .toList();
        return responses(member, honoured, now).stream()
                .filter(MemberRewardResponse::available)
                .sorted(Comparator.comparing(MemberRewardResponse::points))
                .toList();
    }

    /**
     * One reward, also when it is offered no more.
     *
     * @throws Problem {@code reward_not_found}
     */
    public MemberRewardResponse one(RewardMember member, UUID rewardId) {
        return responses(member, List.of(rewards.offered(rewardId)), clock.now()).getFirst();
    }

    private List<MemberRewardResponse> responses(RewardMember member, List<Reward> shown, Instant now) {
        Map<UUID, Long> left = rewards.left(shown);
        PastTakings past = past(List.of(member.memberId()), shown);
        Program program = settings.current();
        return shown.stream()
                .map(reward -> new Availability(
                        reward,
                        member,
                        left.containsKey(reward.id()) ? OptionalLong.of(left.get(reward.id())) : OptionalLong.empty(),
                        past.of(member.memberId(), reward),
                        program,
                        ladder.current(),
                        now))
                .map(this::response)
                .toList();
    }

    /** When the members took those of the rewards that are limited per member; read when it is first asked. */
    public PastTakings past(Collection<UUID> members, Collection<Reward> asked) {
        return new PastTakings(() -> {
            List<UUID> limited = asked.stream()
                    .filter(reward -> reward.definition().isLimitedPerMember())
                    .map(Reward::id)
                    .toList();
            return limited.isEmpty() ? Map.of() : times(merges.families(members), limited);
        });
    }

    private Map<UUID, Map<UUID, List<Instant>>> times(Map<UUID, List<UUID>> families, List<UUID> limited) {
        Map<UUID, Map<UUID, List<Instant>>> own = redemptions.times(
                families.values().stream().flatMap(List::stream).collect(Collectors.toSet()), limited);
        Map<UUID, Map<UUID, List<Instant>>> all = new HashMap<>();
        families.forEach((member, family) -> family.forEach(one -> own.getOrDefault(one, Map.of())
                .forEach((reward, times) -> all.computeIfAbsent(member, ignored -> new HashMap<>())
                        .computeIfAbsent(reward, ignored -> new ArrayList<>())
                        .addAll(times))));
        return all;
    }

    private MemberRewardResponse response(Availability availability) {
        Reward reward = availability.reward();
        RewardDefinition definition = reward.definition();
        Program program = availability.program();
        List<UnavailableResponse> reasons = availability.reasons();
        return new MemberRewardResponse(
                PublicId.REWARD.format(reward.id()),
                reward.kind(),
                definition.name(),
                definition.description(),
                definition.points(),
                definition.money() == 0 ? null : program.money(definition.money()),
                definition.discount() == null ? null : DiscountTerms.of(definition.discount(), program),
                PublicId.PARTNER.format(definition.honouringPartnerId()),
                partners.partner(definition.honouringPartnerId()).map(Partner::name).orElse(""),
                availability.left().isPresent() ? availability.left().getAsLong() : null,
                definition.endsAt(),
                reward.kind().givesVoucher()
                        ? definition.voucherExpiry(program, availability.now()).orElse(null)
                        : null,
                reasons.isEmpty(),
                reasons);
    }

    /**
     * Refuses what the member cannot have, with the code of the first reason; under the member's lock and that of the stock.
     *
     * @param left pieces that are left; empty for any number
     */
    void refuseUnavailable(Reward reward, RewardMember member, PastTakings past, OptionalLong left, Instant now) {
        new Availability(
                        reward, member, left, past.of(member.memberId(), reward), settings.current(), ladder.current(), now)
                .refusal()
                .ifPresent(why -> {
                    throw why;
                });
    }

    /**
     * Why members cannot be given one for no points: tiers and limits per member bind gifts as well; under the members' locks.
     *
     * @param tiers the members' tiers, by their codes
     * @return by member; those who can have it are missing
     */
    public Map<UUID, Problem> refusedGifts(Reward reward, Map<UUID, String> tiers, Instant now) {
        Map<UUID, Map<UUID, List<Instant>>> before = reward.definition().isLimitedPerMember()
                ? redemptions.times(Sql.padded(tiers.keySet()), List.of(reward.id()))
                : Map.of();
        Map<UUID, Problem> refused = new HashMap<>();
        tiers.forEach((memberId, tier) -> new Availability(
                        reward,
                        new RewardMember(memberId, true, tier, Long.MAX_VALUE),
                        OptionalLong.empty(),
                        before.getOrDefault(memberId, Map.of()).getOrDefault(reward.id(), List.of()),
                        settings.current(),
                        ladder.current(),
                        now)
                .refusal()
                .ifPresent(why -> refused.put(memberId, why)));
        return refused;
    }
}
