package id.setia.audiences;

import id.setia.insights.Rfm;
import id.setia.insights.RfmWanted;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.UuidBytes;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberConditions;
import id.setia.points.AccountConditions;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.PurchaseConditions;
import id.setia.tiers.TierConditions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Turns what members have in common into one condition on a row of {@code member} that goes by {@code m}. */
@Singleton
class CriterionConditions {

    private final TierConditions tiers;
    private final Rfm rfm;
    private final ProgramSettings settings;

    CriterionConditions(TierConditions tiers, Rfm rfm, ProgramSettings settings) {
        this.tiers = tiers;
        this.rfm = rfm;
        this.settings = settings;
    }

    /**
     * Who takes part and meets the criterion at a moment; where it looks at purchases, only those who agree to that.
     *
     * @param lists the imports that hold the members of static lists, by list
     */
    SqlCondition of(Criterion criterion, Map<UUID, UUID> lists, Instant moment) {
        List<SqlCondition> all = new ArrayList<>();
        all.add(MemberConditions.takesPart());
        all.add(new Reading(lists, moment, settings.current()).of(criterion));
        if (criterion.profiles()) {
            all.add(MemberConditions.consents(ConsentPurpose.PROFILING));
        }
        return SqlCondition.all(all);
    }

    /** Who takes part and is on a list. */
    SqlCondition ofList(Optional<UUID> listId) {
        return SqlCondition.all(List.of(MemberConditions.takesPart(), onList(listId)));
    }

    private static SqlCondition onList(Optional<UUID> listId) {
        return listId.map(id -> SqlCondition.of(
                        "EXISTS (SELECT 1 FROM audience_member x WHERE x.list_id = ? AND x.member_id = m.id)",
                        (Object) UuidBytes.of(id)))
                .orElse(SqlCondition.NEVER);
    }

    private final class Reading {

        private final Map<UUID, UUID> lists;
        private final Instant moment;
        private final Program program;

        private Reading(Map<UUID, UUID> lists, Instant moment, Program program) {
            this.lists = lists;
            this.moment = moment;
            this.program = program;
        }

        private SqlCondition of(Criterion criterion) {
            return switch (criterion) {
                case Criterion.All all -> SqlCondition.all(each(all.criteria()));
                case Criterion.Any any -> SqlCondition.any(each(any.criteria()));
                case Criterion.None none -> SqlCondition.any(each(none.criteria())).not();
                case Criterion.Language language -> MemberConditions.languages(language.languages());
                case Criterion.Joined joined -> joined(joined);
                case Criterion.BirthdayMonth birthday -> MemberConditions.bornIn(months(birthday));
                case Criterion.State state -> MemberConditions.states(state.states());
                case Criterion.Tiers named -> tiers.in(named.tiers(), moment);
                case Criterion.Balance balance -> AccountConditions.availableBetween(balance.least(), balance.most());
                case Criterion.Bought bought -> bought(bought);
                case Criterion.Consent consent -> consent.given()
                        ? MemberConditions.consents(consent.purpose())
                        : MemberConditions.consents(consent.purpose()).not();
                case Criterion.RfmCell cell -> rfm.condition(
                        new RfmWanted(cell.recency(), cell.frequency(), cell.monetary(), cell.segments()), "m.id");
                case Criterion.OnList list -> onList(Optional.ofNullable(lists.get(list.audienceId())));
            };
        }

        private List<SqlCondition> each(List<Criterion> criteria) {
            return criteria.stream().map(this::of).toList();
        }

        private SqlCondition joined(Criterion.Joined joined) {
            List<SqlCondition> both = new ArrayList<>();
            if (joined.from() != null) {
                both.add(MemberConditions.joinedFrom(program.startOf(joined.from())));
            }
            if (joined.until() != null) {
                both.add(MemberConditions.joinedBefore(program.startOf(joined.until().plusDays(1))));
            }
            return SqlCondition.all(both);
        }

        private List<Month> months(Criterion.BirthdayMonth birthday) {
            return birthday.months().isEmpty()
                    ? List.of(program.dateOf(moment).getMonth())
                    : birthday.months().stream().map(Month::of).toList();
        }

        private SqlCondition bought(Criterion.Bought bought) {
            Optional<Instant> since = Optional.ofNullable(bought.withinDays())
                    .map(days -> program.startOf(program.dateOf(moment).minusDays(days)));
            return PurchaseConditions.bought(
                    new PurchaseConditions.Which(since, Optional.ofNullable(bought.category()), bought.stores()),
                    new PurchaseConditions.Bounds(
                            bought.fewest(), bought.most(), bought.leastSpend(), bought.mostSpend()));
        }
    }
}
