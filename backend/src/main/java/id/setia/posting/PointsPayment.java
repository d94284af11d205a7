package id.setia.posting;

import id.setia.earning.EarningBase;
import id.setia.earning.Spread;
import id.setia.kernel.Money;
import id.setia.products.CategoryPath;
import id.setia.program.Program;
import id.setia.purchases.Amounts;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.TenderKind;
import id.setia.purchases.TenderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What of a receipt points may pay, and what of it they paid, by the program's policy; amounts in smallest units. */
final class PointsPayment {

    private final PointsPaymentPolicy policy;
    private final Program program;

    PointsPayment(PointsPaymentPolicy policy, Program program) {
        this.policy = policy;
        this.program = program;
    }

    /** How many points are worth exactly so much; nothing when no whole number is. */
    OptionalLong pointsFor(long amount) {
        if (program.pointWorth().signum() <= 0 || amount <= 0) {
            return OptionalLong.empty();
        }
        long points = BigDecimal.valueOf(amount)
                .divide(program.worthOfOne(), 0, RoundingMode.CEILING)
                .longValueExact();
        return program.worthOf(points).equals(program.money(amount)) ? OptionalLong.of(points) : OptionalLong.empty();
    }

    /** Whether so many points are enough, and a multiple of the step. */
    boolean allows(long points) {
        return points >= policy.minimumPoints() && points % policy.stepPoints() == 0;
    }

    /** The most that points may pay of a receipt. */
    long most(Amounts amounts, List<ReceiptLine> lines) {
        List<Long> goods = lines.stream().map(line -> Math.max(0, line.amount())).toList();
        long sum = goods.stream().mapToLong(Long::longValue).sum();
        long taxOnTop = amounts.taxIncluded() || policy.beforeTax() ? 0 : amounts.tax();
        long[] net = Spread.over(Math.max(0, sum - amounts.discount() + taxOnTop), goods);
        long ofGoods = 0;
        long payable = 0;
        for (int index = 0; index < net.length; index++) {
            ofGoods += net[index];
            payable += pays(lines.get(index)) ? net[index] : 0;
        }
        long whole = policy.beforeTax() ? ofGoods : amounts.total();
        long share = BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(policy.mostPercent()))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
                .longValueExact();
        return payable == ofGoods ? share : Math.min(share, payable);
    }

    private boolean pays(ReceiptLine line) {
        boolean excluded = line.sku().filter(policy.excludedSkus()::contains).isPresent()
                || line.category()
                        .filter(category -> policy.excludedCategories().stream()
                                .anyMatch(above -> CategoryPath.isWithin(category, above)))
                        .isPresent();
        return !excluded;
    }

    /** How points and their worth spread over the lines they may pay; both add up. */
    List<TenderLine> spread(List<ReceiptLine> lines, long points, long amount) {
        List<Long> weights = weights(lines);
        long[] pointParts = Spread.over(points, weights);
        long coin = amount % Money.coin(program.currency()) == 0 ? Money.coin(program.currency()) : 1;
        long[] amountParts = LongStream.of(Spread.over(amount / coin, weights)).map(coins -> coins * coin).toArray();
        List<TenderLine> spread = new ArrayList<>();
        for (int index = 0; index < pointParts.length; index++) {
            if (pointParts[index] > 0 || amountParts[index] > 0) {
                spread.add(new TenderLine(lines.get(index).position(), pointParts[index], amountParts[index]));
            }
        }
        return spread;
    }

    private List<Long> weights(List<ReceiptLine> lines) {
        List<Long> payable = lines.stream().map(line -> pays(line) ? Math.max(0, line.amount()) : 0).toList();
        if (payable.stream().anyMatch(weight -> weight > 0)) {
            return payable;
        }
        List<Long> all = lines.stream().map(line -> Math.max(0, line.amount())).toList();
        return all.stream().anyMatch(weight -> weight > 0) ? all : lines.stream().map(line -> 1L).toList();
    }

    /**
     * What of each line earns. Points that pay as money does are taken off all lines alike, those that lower prices off the
     * lines they may pay.
     */
    long[] earningBase(Amounts amounts, List<ReceiptLine> lines, List<Boolean> earns) {
        long taxOnTop = amounts.taxIncluded() ? 0 : amounts.tax();
        List<Long> prices = lines.stream().map(ReceiptLine::amount).toList();
        long points = amounts.paidBy(TenderKind.POINTS);
        if (!policy.beforeTax() || points == 0) {
            return EarningBase.of(prices, earns, amounts.discount(), taxOnTop, amounts.paidByPoints());
        }
        long[] lowered = Spread.over(points, weights(lines));
        List<Long> left = new ArrayList<>();
        for (int index = 0; index < lowered.length; index++) {
            left.add(Math.max(0, prices.get(index)) - lowered[index]);
        }
        return EarningBase.of(left, earns, amounts.discount(), taxOnTop, amounts.paidBy(TenderKind.VOUCHER));
    }
}
