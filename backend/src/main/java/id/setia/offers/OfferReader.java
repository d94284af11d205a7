package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.audiences.Audiences;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleKind;
import id.setia.earning.RuleTermsReader;
import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.LocalTextReader;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.rewards.Reward;
import id.setia.rewards.Rewards;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what staff wrote into a draft, or says field by field what is wrong. */
@Singleton
class OfferReader {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 400;
    private static final Duration FARTHEST = Duration.ofDays(3_660);
    private static final LocalText UNNAMED = LocalText.of("-", "-");

    private final RuleTermsReader rules;
    private final TierLadder ladder;
    private final Audiences audiences;
    private final Rewards rewards;

    OfferReader(RuleTermsReader rules, TierLadder ladder, Audiences audiences, Rewards rewards) {
        this.rules = rules;
        this.ladder = ladder;
        this.audiences = audiences;
        this.rewards = rewards;
    }

    /** @throws Problem {@code validation_failed} with everything that is wrong */
    OfferPlan read(WriteOfferRequest request, UUID id, long version, Instant now) {
        LocalTextReader texts = new LocalTextReader();
        LocalText name = texts.read(request.name(), "/name", LONGEST_NAME);
        LocalText description = texts.read(request.description(), "/description", LONGEST_DESCRIPTION);
        List<FieldError> errors = new ArrayList<>(texts.errors());
        Audience audience = request.audience().read(ladder.current(), audiences, "/audience", errors);
        Optional<UUID> reward = reward(request, errors);
        Optional<RuleDefinition> benefit = request.benefit() == null
                ? Optional.empty()
                : benefit(request.benefit(), texts.errors().isEmpty() ? name : UNNAMED, errors);
        checkTimes(request, now, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new OfferPlan(
                id,
                name,
                description,
                request.badge().strip(),
                audience,
                benefit,
                Optional.empty(),
                reward,
                Optional.ofNullable(request.startsAt()).map(time -> time.truncatedTo(ChronoUnit.MICROS)),
                request.endsAt().truncatedTo(ChronoUnit.MICROS),
                request.needsActivation(),
                request.usesPerMember(),
                request.holdoutPercent() == null ? 0 : request.holdoutPercent(),
                Boolean.TRUE.equals(request.announced()),
                new OfferBudget(
                        Optional.ofNullable(request.budgetUses()), Optional.ofNullable(request.budgetPoints())),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                version);
    }

    /** The reward whose voucher is the benefit; a member gets one of it. */
    private Optional<UUID> reward(WriteOfferRequest request, List<FieldError> errors) {
        if (request.rewardId() == null) {
            if (request.benefit() == null) {
                errors.add(new FieldError("/benefit", "exactly_one_of", List.of("benefit, rewardId")));
            }
            return Optional.empty();
        }
        if (request.benefit() != null) {
            errors.add(new FieldError("/rewardId", "exactly_one_of", List.of("benefit, rewardId")));
        }
        if (request.usesPerMember() != 1) {
            errors.add(new FieldError("/usesPerMember", "value_unknown", List.of("1")));
        }
        if (request.budgetPoints() != null) {
            errors.add(new FieldError("/budgetPoints", "must_be_absent", List.of()));
        }
        Optional<Reward> reward = PublicId.REWARD.parse(request.rewardId()).flatMap(rewards::find);
        if (reward.isEmpty()) {
            errors.add(new FieldError("/rewardId", "reward_unknown", List.of()));
        } else if (!reward.get().kind().givesVoucher()) {
            errors.add(new FieldError("/rewardId", "reward_without_voucher", List.of()));
        }
        return reward.map(Reward::id);
    }

    private Optional<RuleDefinition> benefit(BenefitTerms terms, LocalText name, List<FieldError> errors) {
        if (terms.kind() == RuleKind.JOIN_BONUS || terms.kind() == RuleKind.EVENT_BONUS) {
            errors.add(new FieldError("/benefit/kind", "value_unknown", List.of("base, multiplier, bonus")));
            return Optional.empty();
        }
        try {
            return Optional.of(rules.read(terms.named(name), "/benefit"));
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return Optional.empty();
        }
    }

    private static void checkTimes(WriteOfferRequest request, Instant now, List<FieldError> errors) {
        Instant begins = request.startsAt() == null || request.startsAt().isBefore(now) ? now : request.startsAt();
        if (begins.isAfter(now.plus(FARTHEST))) {
            errors.add(new FieldError("/startsAt", "too_far_ahead", List.of()));
        } else if (request.startsAt() != null && request.startsAt().isBefore(now.minus(FARTHEST))) {
            errors.add(new FieldError("/startsAt", "value_malformed", List.of()));
        }
        if (!request.endsAt().isAfter(begins)) {
            errors.add(new FieldError("/endsAt", "end_before_start", List.of()));
        } else if (request.endsAt().isAfter(now.plus(FARTHEST))) {
            errors.add(new FieldError("/endsAt", "too_far_ahead", List.of()));
        }
    }
}
