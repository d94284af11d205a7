package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.setia.earning.Spread;
import id.setia.purchases.Amounts;
import id.setia.purchases.Channel;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.Tender;
import id.setia.purchases.TenderKind;
import id.setia.purchases.TenderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TenderSharesTest {

    private static final UUID SHOP = new UUID(1, 1);
    private static final UUID HOLD = new UUID(2, 2);

    @Test
    void a_line_returns_its_own_share_of_points_and_of_cash() {
        Purchase purchase = purchase(
                List.of(60_000L, 40_000L),
                100_000,
                points(20_000, new TenderLine(1, 12, 12_000), new TenderLine(2, 8, 8_000)),
                new Tender(TenderKind.CASH, 80_000));

        assertThat(returned(purchase, 1, 60_000))
                .extracting(TenderShare::kind, TenderShare::amount, TenderShare::points)
                .containsExactly(tuple(TenderKind.POINTS, 12_000L, 12L), tuple(TenderKind.CASH, 48_000L, 0L));
        assertThat(returned(purchase, 2, 10_000))
                .extracting(TenderShare::kind, TenderShare::amount, TenderShare::points)
                .containsExactly(tuple(TenderKind.POINTS, 2_000L, 2L), tuple(TenderKind.CASH, 8_000L, 0L));
    }

    @Test
    void a_line_that_points_paid_whole_returns_no_cash() {
        Purchase purchase = purchase(
                List.of(60_000L, 40_000L),
                100_000,
                points(40_000, new TenderLine(2, 40, 40_000)),
                new Tender(TenderKind.CASH, 60_000));

        assertThat(returned(purchase, 2, 40_000)).extracting(TenderShare::kind).containsExactly(TenderKind.POINTS);
        assertThat(returned(purchase, 1, 60_000)).extracting(TenderShare::amount).containsExactly(60_000L);
    }

    @Test
    void delivery_is_no_lines_and_does_not_come_back_with_the_goods() {
        Purchase purchase = purchase(List.of(60_000L, 40_000L), 115_000, new Tender(TenderKind.CARD, 115_000));

        assertThat(returned(purchase, 1, 60_000)).extracting(TenderShare::amount).containsExactly(60_000L);
    }

    @Test
    void money_is_shared_in_whole_rupiah_unless_the_receipt_counts_in_less() {
        Purchase whole = purchase(
                List.of(10_000L, 10_000L, 10_000L), 20_000, new Tender(TenderKind.CARD, 10_000), new Tender(TenderKind.CASH, 10_000));
        Purchase broken = purchase(List.of(10_050L, 10_050L), 10_050, new Tender(TenderKind.CASH, 10_050));

        assertThat(returned(whole, 1, 10_000)).extracting(TenderShare::amount).containsExactly(3_400L, 3_400L);
        assertThat(returned(whole, 2, 10_000)).extracting(TenderShare::amount).containsExactly(3_300L, 3_300L);
        assertThat(returned(whole, 2, 5_000)).extracting(TenderShare::amount).containsExactly(1_600L, 1_600L);
        assertThat(returned(broken, 1, 10_050)).extracting(TenderShare::amount).containsExactly(5_025L);
    }

    @Property(tries = 500)
    void shares_of_all_parts_of_all_lines_add_up(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 900_000) Long> prices,
            @ForAll @LongRange(min = 0, max = 100_000) long points,
            @ForAll @IntRange(max = 100) int byCard,
            @ForAll @Size(min = 40, max = 40) List<@IntRange(max = 100) Integer> steps) {
        long total = prices.stream().mapToLong(Long::longValue).sum();
        long worth = Math.min(total, points * 10);
        List<TenderLine> paid = new ArrayList<>();
        long[] pointParts = Spread.over(total == 0 ? 0 : points, prices);
        long[] worthParts = Spread.over(worth, prices);
        for (int line = 0; line < prices.size(); line++) {
            if (pointParts[line] + worthParts[line] > 0) {
                paid.add(new TenderLine(line + 1, pointParts[line], worthParts[line]));
            }
        }
        long card = (total - worth) * byCard / 100;
        Purchase purchase = purchase(
                prices,
                total,
                new Tender(TenderKind.POINTS, worth, Optional.of(HOLD), paid),
                new Tender(TenderKind.CARD, card),
                new Tender(TenderKind.CASH, total - worth - card));
        Map<TenderKind, Long> amounts = new EnumMap<>(TenderKind.class);
        long pointsBack = 0;

        for (int step = 0; step < steps.size() + prices.size(); step++) {
            int index = step % prices.size();
            PurchaseLine before = purchase.lines().get(index);
            long part = step < steps.size()
                    ? before.remainingAmount() * steps.get(step) / 100
                    : before.remainingAmount();
            BigDecimal quantity = step < steps.size() ? BigDecimal.ZERO : before.remainingQuantity();
            PurchaseLine after = before.refunded(quantity, part);
            for (TenderShare share : new TenderShares(purchase, "IDR").returned(before, after)) {
                assertThat(share.amount()).isNotNegative();
                assertThat(share.points()).isNotNegative();
                amounts.merge(share.kind(), share.amount(), Long::sum);
                pointsBack += share.points();
            }
            List<PurchaseLine> lines = new ArrayList<>(purchase.lines());
            lines.set(index, after);
            purchase = purchase.refunded(lines, "", 0, part);
        }

        assertThat(pointsBack).isEqualTo(total == 0 ? 0 : points);
        assertThat(amounts.getOrDefault(TenderKind.POINTS, 0L)).isEqualTo(worth);
        assertThat(amounts.getOrDefault(TenderKind.CARD, 0L)).isEqualTo(card);
        assertThat(amounts.getOrDefault(TenderKind.CASH, 0L)).isEqualTo(total - worth - card);
    }

    private static List<TenderShare> returned(Purchase purchase, int position, long amount) {
        PurchaseLine line = purchase.lines().get(position - 1);
        BigDecimal quantity = amount == line.line().amount() ? BigDecimal.ONE : BigDecimal.ZERO;
        return new TenderShares(purchase, "IDR").returned(line, line.refunded(quantity, amount));
    }

    private static Tender points(long amount, TenderLine... lines) {
        return new Tender(TenderKind.POINTS, amount, Optional.of(HOLD), List.of(lines));
    }

    private static Purchase purchase(List<Long> prices, long total, Tender... tenders) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (long price : prices) {
            ReceiptLine line = new ReceiptLine(
                    lines.size() + 1, Optional.empty(), "Barang", BigDecimal.ONE, Optional.empty(), 0, Optional.empty(),
                    price, Optional.empty(), Optional.empty());
            lines.add(new PurchaseLine(line, true, price, 0, BigDecimal.ZERO, 0));
        }
        ReceiptHead head = new ReceiptHead(
                NaturalKey.ofOrder(SHOP, "1"), SHOP, SHOP, Optional.empty(), Channel.STORE, LocalDate.of(2026, 11, 20),
                Optional.empty(), Optional.empty(), Optional.of("1"), Optional.empty(), Instant.EPOCH);
        return new Purchase(
                UUID.randomUUID(), head, new Amounts(0, 0, true, 0, 0, 0, 0, 0, total, List.of(tenders)), lines, new byte[0],
                Optional.empty(), 0, LocalDate.of(2026, 11, 20), Instant.EPOCH, total, "", 0, 0, 0, "");
    }
}
