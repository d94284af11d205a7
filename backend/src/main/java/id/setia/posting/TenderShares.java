package id.setia.posting;

import id.setia.earning.Spread;
import id.setia.kernel.Money;
import id.setia.purchases.Amounts;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.Tender;
import id.setia.purchases.TenderLine;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How the payment of a purchase divides over its lines, so that the shares of all lines add up to what paid for the goods:
 * points as they were spread when they paid, money over what they left. Delivery, tip and the like are no line's. Where the
 * receipt counts in whole coins, so do the shares.
 */
final class TenderShares {

    private final List<Tender> tenders;
    private final List<PurchaseLine> lines;
    private final long[][] amounts;
    private final long[][] points;
    private final long coin;

    TenderShares(Purchase purchase, String currency) {
        this.tenders = purchase.amounts().tenders();
        this.lines = purchase.lines();
        this.coin = isWhole(purchase.amounts(), Money.coin(currency)) ? Money.coin(currency) : 1;
        this.amounts = new long[tenders.size()][];
        this.points = new long[tenders.size()][];
        for (int tender = 0; tender < tenders.size(); tender++) {
            amounts[tender] = new long[lines.size()];
            points[tender] = new long[lines.size()];
        }
        placePoints();
        placeMoney(purchase.amounts());
    }

    private boolean isWhole(Amounts receipt, long unit) {
        LongStream paid = tenders.stream().mapToLong(Tender::amount);
        LongStream byPoints =
                tenders.stream().flatMap(tender -> tender.lines().stream()).mapToLong(TenderLine::amount);
        LongStream prices = lines.stream().mapToLong(line -> line.line().amount());
        return Stream.of(paid, byPoints, prices, LongStream.of(receipt.discount(), receipt.tax()))
                .flatMapToLong(amounts -> amounts)
                .allMatch(amount -> amount % unit == 0);
    }

    private void placePoints() {
        for (int tender = 0; tender < tenders.size(); tender++) {
            for (TenderLine paid : tenders.get(tender).lines()) {
                int line = index(paid.position());
                amounts[tender][line] = paid.amount();
                points[tender][line] = paid.points();
            }
        }
    }

    private int index(int position) {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).position() == position) {
                return line;
            }
        }
        throw new IllegalStateException("points paid line " + position + ", which there is not");
    }

    private void placeMoney(Amounts receipt) {
        List<Long> prices = lines.stream().map(line -> Math.max(0, line.line().amount())).toList();
        long goods = prices.stream().mapToLong(Long::longValue).sum()
                - receipt.discount() + (receipt.taxIncluded() ? 0 : receipt.tax());
        List<Long> left = new ArrayList<>();
        long byPoints = 0;
        for (int line = 0; line < lines.size(); line++) {
            long ofLine = 0;
            for (long[] tender : amounts) {
                ofLine += tender[line];
            }
            left.add(Math.max(0, prices.get(line) - ofLine));
            byPoints += ofLine;
        }
        List<Long> money = tenders.stream().map(tender -> tender.paidBy().isPresent() ? 0L : tender.amount()).toList();
        long inMoney = money.stream().mapToLong(Long::longValue).sum();
        long[] parts = spread(Math.clamp(goods - byPoints, 0, inMoney), money);
        List<Long> weights = left.stream().anyMatch(weight -> weight > 0) ? left : prices;
        for (int tender = 0; tender < parts.length; tender++) {
            if (tenders.get(tender).paidBy().isEmpty()) {
                amounts[tender] = spread(parts[tender], weights);
            }
        }
    }

    private long[] spread(long amount, List<Long> weights) {
        return LongStream.of(Spread.over(amount / coin, weights)).map(coins -> coins * coin).toArray();
    }

    /** What of each tender comes back when a line goes from one state to the next. */
    List<TenderShare> returned(PurchaseLine before, PurchaseLine after) {
        int line = index(after.position());
        List<TenderShare> shares = new ArrayList<>();
        for (int tender = 0; tender < tenders.size(); tender++) {
            long amount = coin * (part(amounts[tender][line] / coin, after) - part(amounts[tender][line] / coin, before));
            long some = part(points[tender][line], after) - part(points[tender][line], before);
            if (amount > 0 || some > 0) {
                shares.add(new TenderShare(
                        tenders.get(tender).kind(), tenders.get(tender).paidBy(), amount, some));
            }
        }
        return shares;
    }

    /** What of a share has come back in all, as a line stands; never more than the share, and all of it at the end. */
    private static long part(long share, PurchaseLine line) {
        long price = line.line().amount();
        if (price <= 0) {
            return line.remainingQuantity().signum() == 0 ? share : 0;
        }
        if (line.refundedAmount() >= price) {
            return share;
        }
        return BigInteger.valueOf(share)
                .multiply(BigInteger.valueOf(line.refundedAmount()))
                .divide(BigInteger.valueOf(price))
                .longValueExact();
    }
}
