package id.setia.rewards;

import static id.setia.kernel.MoneyText.TIE;

import id.setia.kernel.DateText;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.program.Program;
import id.setia.tiers.Ladder;
import id.setia.tiers.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a member can have a reward at a moment, and every reason why not. Pure.
 *
 * @param left pieces that are left; empty for any number
 * @param redeemed when the member redeemed it before, cancelled ones left out
 */
record Availability(
        Reward reward,
        RewardMember member,
        OptionalLong left,
        List<Instant> redeemed,
        Program program,
        Ladder ladder,
        Instant now) {

    /** Nothing when the member can have it. */
    List<UnavailableResponse> reasons() {
        List<UnavailableResponse> reasons = new ArrayList<>();
        RewardDefinition definition = reward.definition();
        if (reward.state() != RewardState.PUBLISHED) {
            reasons.add(UnavailableResponse.of(
                    UnavailableReason.WITHDRAWN, "Hadiah ini tidak ditawarkan lagi", "This reward is no longer offered"));
        }
        if (definition.endsAt() != null && !now.isBefore(definition.endsAt())) {
            reasons.add(UnavailableResponse.of(
                    UnavailableReason.ENDED, "Penukaran hadiah ini sudah berakhir", "The time to redeem this reward is over"));
        }
        if (definition.startsAt() != null && now.isBefore(definition.startsAt())) {
            reasons.add(notYet(definition.startsAt()));
        }
        if (!member.maySpend()) {
            reasons.add(UnavailableResponse.of(
                    UnavailableReason.SPENDING_NOT_ALLOWED,
                    "Poin keanggotaan ini belum dapat dipakai",
                    "Points of this membership cannot be used yet"));
        }
        if (!reward.isFor(member.tierCode())) {
            reasons.add(tierRequired(definition.tiers()));
        }
        if (left.isPresent() && left.getAsLong() <= 0) {
            reasons.add(UnavailableResponse.of(UnavailableReason.SOLD_OUT, "Sudah habis", "Sold out"));
        }
        limitReached(definition, reasons);
        if (member.available() < reward.points()) {
            reasons.add(pointsShort(reward.points() - member.available()));
        }
        return reasons;
    }

    private UnavailableResponse notYet(Instant start) {
        LocalText day = DateText.date(program.dateOf(start));
        return new UnavailableResponse(
                UnavailableReason.NOT_YET,
                LocalText.of("Mulai " + day.id(), "From " + day.en()),
                null,
                start);
    }

    private UnavailableResponse tierRequired(List<String> codes) {
        List<Tier> tiers = ladder.tiers().stream().filter(tier -> codes.contains(tier.code())).toList();
        return UnavailableResponse.of(
                UnavailableReason.TIER_REQUIRED,
                "Khusus anggota " + names(tiers, LocalText::id, " dan "),
                "For " + names(tiers, LocalText::en, " and ") + " members only");
    }

    private static String names(List<Tier> tiers, Function<LocalText, String> language, String and) {
        return tiers.stream().map(Tier::name).map(language).collect(Collectors.joining(and));
    }

    private void limitReached(RewardDefinition definition, List<UnavailableResponse> reasons) {
        if (definition.perMember() > 0 && redeemed.size() >= definition.perMember()) {
            reasons.add(UnavailableResponse.of(
                    UnavailableReason.MEMBER_LIMIT_REACHED,
                    "Setiap anggota dapat menukarnya paling banyak " + definition.perMember() + " kali",
                    "Each member can redeem it at most " + times(definition.perMember())));
            return;
        }
        if (definition.perPeriod() == 0) {
            return;
        }
        Instant beginning = definition.period().beginning(program, now);
        if (redeemed.stream().filter(at -> !at.isBefore(beginning)).count() >= definition.perPeriod()) {
            Instant next = definition.period().next(program, now);
            LocalText day = DateText.date(program.dateOf(next));
            reasons.add(new UnavailableResponse(
                    UnavailableReason.MEMBER_LIMIT_REACHED,
                    LocalText.of("Dapat ditukar lagi mulai " + day.id(), "Can be redeemed again from " + day.en()),
                    null,
                    next));
        }
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private UnavailableResponse pointsShort(long missing) {
        LocalText number = MoneyText.number(missing);
        LocalText points = program.pointsName();
        return new UnavailableResponse(
                UnavailableReason.POINTS_SHORT,
                LocalText.of(
                        number.id() + TIE + points.id() + " lagi", number.en() + TIE + "more " + points.en() + " needed"),
                missing,
                null);
    }

    /** A problem with the code of the first reason, when there is any. */
    Optional<Problem> refusal() {
        return reasons().stream()
                .findFirst()
                .map(first -> switch (first.reason()) {
                case WITHDRAWN -> Problem.of(ProblemCode.REWARD_WITHDRAWN);
                case ENDED -> Problem.of(ProblemCode.REWARD_ENDED);
                case NOT_YET -> Problem.of(ProblemCode.REWARD_NOT_YET);
                case SPENDING_NOT_ALLOWED -> Problem.of(ProblemCode.SPENDING_NOT_ALLOWED);
                case TIER_REQUIRED -> Problem.of(ProblemCode.TIER_REQUIRED);
                case SOLD_OUT -> Problem.of(ProblemCode.SOLD_OUT);
                case MEMBER_LIMIT_REACHED -> Problem.of(ProblemCode.MEMBER_LIMIT_REACHED);
                case POINTS_SHORT ->
                    Problem.of(ProblemCode.INSUFFICIENT_POINTS, reward.points(), member.available());
                });
    }
}
