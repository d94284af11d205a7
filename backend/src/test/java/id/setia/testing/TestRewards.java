package id.setia.testing;

import id.setia.access.Caller;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Version;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Grant;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.rewards.DiscountTerms;
import id.setia.rewards.LimitPeriod;
import id.setia.rewards.RewardKind;
import id.setia.rewards.RewardPlanning;
import id.setia.rewards.WriteRewardRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rewards for tests, published at once, and points to take them with. */
@Singleton
public class TestRewards {

    private static final Caller NOBODY = new Caller.Stranger();

    private final RewardPlanning planning;
    private final PointsLedger points;
    private final PartnerDirectory partners;
    private final IdMaker ids;

    TestRewards(RewardPlanning planning, PointsLedger points, PartnerDirectory partners, IdMaker ids) {
        this.planning = planning;
        this.points = points;
        this.partners = partners;
        this.ids = ids;
    }

    /** A reward as a test wants it; 100 points, for everybody, any number, unless it says otherwise. */
    public static final class Wanted {

        private final RewardKind kind;
        private long points = 100;
        private Long stock;
        private int perMember;
        private int perPeriod;
        private LimitPeriod period;
        private List<String> tiers = List.of();
        private Instant startsAt;
        private Instant endsAt;
        private Integer validDays;
        private DiscountTerms discount;
        private String partnerId;
        private Long budget;

        private Wanted(RewardKind kind) {
            this.kind = kind;
        }

        public Wanted points(long price) {
            points = price;
            return this;
        }

        public Wanted stock(long pieces) {
            stock = pieces;
            return this;
        }

        public Wanted perMember(int times) {
            perMember = times;
            return this;
        }

        public Wanted per(LimitPeriod span, int times) {
            period = span;
            perPeriod = times;
            return this;
        }

        public Wanted tiers(String... codes) {
            tiers = List.of(codes);
            return this;
        }

        public Wanted from(Instant start) {
            startsAt = start;
            return this;
        }

        public Wanted until(Instant end) {
            endsAt = end;
            return this;
        }

        public Wanted validDays(int days) {
            validDays = days;
            return this;
        }

        public Wanted discount(DiscountTerms terms) {
            discount = terms;
            return this;
        }

        public Wanted budget(long budgetPoints) {
            budget = budgetPoints;
            return this;
        }

        public Wanted honouredBy(String partner) {
            partnerId = partner;
            return this;
        }

        private WriteRewardRequest request() {
            LocalText name = LocalText.of("Hadiah uji", "Test reward");
            return new WriteRewardRequest(
                    kind, name, name, points, null, discount, stock, perMember, perPeriod, period, tiers, startsAt, endsAt,
                    validDays, null, partnerId, budget);
        }
    }

    public static Wanted reward(RewardKind kind) {
        return new Wanted(kind);
    }

    public UUID publish(Wanted wanted) {
        UUID id = planning.create(NOBODY, wanted.request());
        planning.publish(NOBODY, id, new Version(1));
        return id;
    }

    /** Points that never expire, paid by the programme's owner. */
    public void give(UUID memberId, long more) {
        give(memberId, more, Optional.empty());
    }

    public void give(UUID memberId, long more, Optional<Instant> expiresAt) {
        UUID id = ids.next();
        points.post(session -> {
            session.lock(List.of(memberId));
            return session.member(memberId)
                    .open(
                            new Posting("opening:test:" + id, TransactionKind.OPENING, new Source("test", id), session.now(), "{}"),
                            new Grant(more, partners.owner().id(), expiresAt, Optional.empty()));
        });
    }
}
