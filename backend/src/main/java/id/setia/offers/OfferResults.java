package id.setia.offers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Money;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What offers brought. */
@Singleton
class OfferResults {

    private final OfferPlans plans;
    private final OfferMembers members;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    OfferResults(OfferPlans plans, OfferMembers members, ProgramSettings settings, BusinessClock clock) {
        this.plans = plans;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem {@code offer_not_found} */
    OfferResultsResponse of(UUID offerId) {
        OfferPlan plan = plans.find(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
        Program program = settings.current();
        Instant now = clock.now();
        Instant until = plan.endsAt().isBefore(now) ? plan.endsAt() : now;
        Map<Boolean, OfferGroup> groups = members.groups(offerId, until);
        OfferGroup treated = groups.getOrDefault(false, OfferGroup.NOBODY);
        OfferGroup heldOut = groups.getOrDefault(true, OfferGroup.NOBODY);
        OfferCounts counts = plans.counts(offerId).getOrDefault(offerId, OfferCounts.NONE);
        return new OfferResultsResponse(
                PublicId.OFFER.format(offerId),
                until,
                treated.members(),
                counts.activated(),
                counts.used(),
                counts.uses(),
                OfferGroupResponse.of(treated, program),
                OfferGroupResponse.of(heldOut, program),
                OfferLiftResponse.of(treated, heldOut, program).orElse(null));
    }

    /** The same as CSV: a row for each group, then the lift. */
    String csv(UUID offerId) {
        OfferResultsResponse results = of(offerId);
        Optional<OfferLiftResponse> lift = Optional.ofNullable(results.lift());
        return String.join(
                "\r\n",
                "group,members,activated,used,uses,purchases,spend,average_spend,lift_per_member,lift_low,lift_high",
                String.join(
                        ",",
                        group("treated", results.treated(), List.of(results.activated(), results.used(), results.uses())),
                        amount(lift.map(OfferLiftResponse::perMember)),
                        amount(lift.map(OfferLiftResponse::low)),
                        amount(lift.map(OfferLiftResponse::high))),
                group("held_out", results.heldOut(), List.of(0L, 0L, 0L)) + ",,,",
                "");
    }

    private static String group(String name, OfferGroupResponse group, List<Long> done) {
        return String.join(
                ",",
                name,
                Long.toString(group.members()),
                done.get(0).toString(),
                done.get(1).toString(),
                done.get(2).toString(),
                Optional.ofNullable(group.purchases()).map(Object::toString).orElse(""),
                amount(Optional.ofNullable(group.spend())),
                amount(Optional.ofNullable(group.averageSpend())));
    }

    private static String amount(Optional<Money> money) {
        return money.map(Money::amount).orElse("");
    }
}
