package id.setia.posting;

import id.setia.points.CoinBox.Coin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A purchase as the model knows it. */
final class ModelSale {

    final Instant at;
    final LocalDate day;
    final List<ModelLine> lines;

    /** Whose it is. */
    Optional<ModelMember> owner = Optional.empty();
    /** Whether it ever was anybody's. */
    boolean wasSomebodys;
    /** What it gave when it came to its owner. */
    final Map<ModelRule, Long> gave = new EnumMap<>(ModelRule.class);
    /** What of that stands. */
    final Map<ModelRule, Long> stands = new EnumMap<>(ModelRule.class);
    /** What the till was told last that it gave. */
    Map<ModelRule, Long> told = Map.of();
    /** What the cap on coffee had left when it came. */
    long coffeeLeft;
    /** Whose points paid a part, and which; the first used first, without those that came back. */
    Optional<ModelMember> payer = Optional.empty();

    List<Coin> payment = List.of();

    ModelSale(Instant at, List<ModelLine> lines, long paidPoints, long paidSen) {
        this.at = at;
        this.day = at.atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
        this.lines = lines;
        long[] amounts = lines.stream().mapToLong(line -> line.amount).toArray();
        long goods = lines.stream().mapToLong(line -> line.amount).sum();
        long[] bases = shares(goods - paidSen, amounts);
        long[] points = shares(paidPoints, amounts);
        for (int index = 0; index < bases.length; index++) {
            lines.get(index).base = bases[index];
            lines.get(index).paidPoints = points[index];
        }
    }

    /** Shares in proportion, in whole numbers that add up: what is left over goes to whoever misses most, the first first. */
    private static long[] shares(long whole, long[] weights) {
        long[] shares = new long[weights.length];
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        if (sum == 0) {
            return shares;
        }
        long left = whole;
        for (int index = 0; index < weights.length; index++) {
            shares[index] = Math.multiplyExact(whole, weights[index]) / sum;
            left -= shares[index];
        }
        for (; left > 0; left--) {
            int neediest = 0;
            for (int index = 1; index < weights.length; index++) {
                if (missing(whole, weights, shares, sum, index) > missing(whole, weights, shares, sum, neediest)) {
                    neediest = index;
                }
            }
            shares[neediest]++;
        }
        return shares;
    }

    private static long missing(long whole, long[] weights, long[] shares, long sum, int index) {
        return Math.multiplyExact(whole, weights[index]) - Math.multiplyExact(shares[index], sum);
    }

    /** What a rule gives for the lines that are left, with what its cap had left when the purchase came. */
    long worth(ModelRule rule) {
        long wanted = rule.of(lines.stream().filter(line -> !line.isGone()).toList());
        return rule == ModelRule.COFFEE ? Math.min(wanted, coffeeLeft) : wanted;
    }

    long base() {
        return ModelRule.base(lines);
    }

    YearMonth month() {
        return YearMonth.from(day);
    }

    long points() {
        return sum(stands);
    }

    static long sum(Map<ModelRule, Long> points) {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }
}
