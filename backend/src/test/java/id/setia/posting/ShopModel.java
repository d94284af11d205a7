package id.setia.posting;

import id.setia.kernel.ProblemCode;
import id.setia.points.CoinBox;
import id.setia.points.CoinBox.Coin;
import id.setia.points.Grant;
import id.setia.points.LedgerAccount;
import id.setia.points.MonthSum;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Two members of a shop, their purchases and all that follows from them, kept in memory by the words of the design: rules,
 * refunds, caps, tiers, and a coin for every point. Slow, and plain; it shares no code with the engine.
 */
final class ShopModel {

    private static final long GOLD = 100_000_000;
    private static final long PRIORITY = 250_000_000;
    private static final int MONTHS = 6;
    private static final int MANY_LOTS = 1_000_000;
    private static final Duration GRACE = Duration.ofDays(14);

    final List<ModelMember> members =
            new ArrayList<>(List.of(new ModelMember(new CoinBox()), new ModelMember(new CoinBox(MANY_LOTS))));
    final List<ModelSale> sales = new ArrayList<>();

    private final Instant now;
    private final Map<ModelRule, UUID> funders;

    ShopModel(Instant now, Map<ModelRule, UUID> funders) {
        this.now = now;
        this.funders = funders;
    }

    /** Which sale of all, known by its number. */
    UUID source(ModelSale sale) {
        return new UUID(0, sales.indexOf(sale));
    }

    /** Lets pass what is due. */
    void settle() {
        members.forEach(member -> member.box.wait(now));
    }

    /**
     * Judges a purchase for a member and gives its points.
     *
     * @param raises whether it may raise a standing at once, if it is of a closed month
     */
    void attach(ModelSale sale, ModelMember member, boolean raises) {
        sale.owner = Optional.of(member);
        sale.wasSomebodys = true;
        sale.coffeeLeft = Math.max(0, ModelRule.COFFEE_A_DAY - member.coffee.getOrDefault(sale.day, 0L));
        for (ModelRule rule : ModelRule.values()) {
            long points = sale.worth(rule);
            sale.gave.put(rule, points);
            sale.stands.put(rule, points);
            if (points > 0) {
                member.box.give(
                        LedgerAccount.ISSUED,
                        source(sale),
                        sale.at,
                        new Grant(points, funders.get(rule), rule.expiresAt(sale.at), rule.releasesAt(sale.at)));
            }
        }
        member.coffee.merge(sale.day, sale.gave.get(ModelRule.COFFEE), Long::sum);
        sale.told = Map.copyOf(sale.gave);
        if (raises && sale.month().isBefore(month())) {
            raise(member);
        }
    }

    /** Lets held coins pay a part of a purchase, the first ones; the others come back. */
    void pay(ModelSale sale, ModelMember payer, List<Coin> held, int points) {
        sale.payer = Optional.of(payer);
        sale.payment = payer.box.confirm(held, points, now);
    }

    /** What a refund did. */
    record Refunded(Map<ModelRule, Long> taken, long givenBack, long debt) {}

    /**
     * Refunds a line or all that is left.
     *
     * @param line its place, from 0; empty for all that is left
     * @param pieces empty for all that is left of it
     */
    Refunded refund(ModelSale sale, Optional<Integer> line, Optional<BigDecimal> pieces) {
        long back = 0;
        for (int place = 0; place < sale.lines.size(); place++) {
            ModelLine asked = sale.lines.get(place);
            if (line.orElse(place) == place && !asked.isGone()) {
                back += asked.takeBack(pieces.orElse(asked.quantityLeft()));
            }
        }
        giveBack(sale, back);
        Map<ModelRule, Long> taken = new EnumMap<>(ModelRule.class);
        long debt = 0;
        if (sale.owner.isPresent()) {
            for (ModelRule rule : ModelRule.values()) {
                taken.put(rule, Math.max(0, sale.stands.get(rule) - sale.worth(rule)));
            }
            debt = takeBack(sale, taken);
        }
        return new Refunded(taken, back, debt);
    }

    /** Whether a refund may be made, or why not. */
    Optional<ProblemCode> objection(ModelSale sale, Optional<Integer> line, Optional<BigDecimal> pieces) {
        if (line.isEmpty()) {
            return sale.lines.stream().allMatch(ModelLine::isGone)
                    ? Optional.of(ProblemCode.NOTHING_LEFT_TO_REFUND)
                    : Optional.empty();
        }
        ModelLine asked = sale.lines.get(line.get());
        boolean tooMuch = asked.isGone()
                || pieces.filter(many -> many.compareTo(asked.quantityLeft()) > 0).isPresent();
        return tooMuch ? Optional.of(ProblemCode.REFUND_EXCEEDS_PURCHASE) : Optional.empty();
    }

    /** What was used last comes back first, to whoever paid. */
    private void giveBack(ModelSale sale, long points) {
        if (points > 0) {
            int left = sale.payment.size() - (int) points;
            List<Coin> back = List.copyOf(sale.payment.subList(left, sale.payment.size())).reversed();
            sale.payment = sale.payment.subList(0, left);
            sale.payer.orElseThrow().box.giveBack(back, now, now.plus(GRACE));
        }
    }

    /** Takes points of a purchase off its owner; answers what of them is owed. */
    private long takeBack(ModelSale sale, Map<ModelRule, Long> taken) {
        ModelMember owner = sale.owner.orElseThrow();
        TreeMap<UUID, Long> byFunder = new TreeMap<>();
        taken.forEach((rule, points) -> {
            byFunder.merge(funders.get(rule), points, Long::sum);
            sale.stands.merge(rule, -points, Long::sum);
        });
        owner.coffee.merge(sale.day, -taken.get(ModelRule.COFFEE), Long::sum);
        long before = owner.box.debt();
        owner.box.takeBack(source(sale), byFunder);
        return owner.box.debt() - before;
    }

    /** Takes a purchase off its owner; answers what is owed for it. */
    long detach(ModelSale sale) {
        long debt = takeBack(sale, new EnumMap<>(sale.stands));
        sale.owner = Optional.empty();
        sale.gave.clear();
        sale.stands.clear();
        sale.told = Map.of();
        return debt;
    }

    /** From then on both places are the one member's. */
    void merge(ModelMember merged, ModelMember survivor) {
        survivor.box.takeOver(merged.box);
        merged.coffee.forEach((day, points) -> survivor.coffee.merge(day, points, Long::sum));
        for (ModelSale sale : sales) {
            sale.owner = sale.owner.map(owner -> owner == merged ? survivor : owner);
            sale.payer = sale.payer.map(payer -> payer == merged ? survivor : payer);
        }
        members.replaceAll(member -> survivor);
        survivor.tier = Math.max(survivor.tier, merged.tier);
        raise(survivor);
    }

    /** Raises a standing to what the last whole months come to; never lowers it. */
    private void raise(ModelMember member) {
        long spent = 0;
        for (int back = 1; back <= MONTHS; back++) {
            spent += sum(member, month().minusMonths(back)).spend();
        }
        int reached = spent >= MONTHS * PRIORITY ? 2 : spent >= MONTHS * GOLD ? 1 : 0;
        member.tier = Math.max(member.tier, reached);
    }

    private YearMonth month() {
        return YearMonth.from(LocalDate.ofInstant(now, ZoneId.of("Asia/Jakarta")));
    }

    /** What a member's purchases of a month come to. */
    MonthSum sum(ModelMember member, YearMonth month) {
        return sales.stream()
                .filter(sale -> sale.owner.filter(owner -> owner == member).isPresent() && sale.month().equals(month))
                .map(sale -> new MonthSum(sale.base(), 1, sale.points()))
                .reduce(MonthSum.NOTHING, MonthSum::plus);
    }
}
