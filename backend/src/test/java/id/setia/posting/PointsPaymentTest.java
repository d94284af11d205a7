package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.LocalText;
import id.setia.members.SpendingProofKind;
import id.setia.program.Program;
import id.setia.purchases.Amounts;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.Tender;
import id.setia.purchases.TenderKind;
import id.setia.purchases.TenderLine;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PointsPaymentTest {

    private static final Program PROGRAM = new Program(
            "Uji", "IDR", ZoneId.of("Asia/Jakarta"), LocalText.of("poin", "points"), new BigDecimal("10"), false);
    private static final List<ProofStep> ANY = List.of(new ProofStep(1L, Set.of(SpendingProofKind.PIN)));

    private static PointsPayment payment(int mostPercent, boolean beforeTax, String... excluded) {
        return new PointsPayment(
                new PointsPaymentPolicy(100L, 50L, mostPercent, List.of(excluded), List.of("ROKOK-1"), beforeTax, 14, ANY),
                PROGRAM);
    }

    private static ReceiptLine line(int position, long amount, String category) {
        return new ReceiptLine(
                position, Optional.empty(), "Barang", BigDecimal.ONE, Optional.empty(), 0, Optional.empty(), amount,
                Optional.ofNullable(category), Optional.empty());
    }

    private static Amounts amounts(long discount, long tax, boolean included, long total, Tender... tenders) {
        return new Amounts(discount, tax, included, 0, 0, 0, 0, 0, total, List.of(tenders));
    }

    @Test
    void an_amount_that_no_whole_number_of_points_is_worth_has_none() {
        PointsPayment payment = payment(100, false);

        assertThat(payment.pointsFor(250_000)).hasValue(250);
        assertThat(payment.pointsFor(250_001)).isEmpty();
        assertThat(payment.pointsFor(0)).isEmpty();
    }

    @Test
    void fewer_than_the_minimum_or_no_multiple_of_the_step_does_not_pay() {
        PointsPayment payment = payment(100, false);

        assertThat(payment.allows(50)).isFalse();
        assertThat(payment.allows(120)).isFalse();
        assertThat(payment.allows(150)).isTrue();
    }

    @Test
    void the_largest_part_is_of_the_total_or_before_tax_of_the_goods() {
        List<ReceiptLine> lines = List.of(line(1, 60_000, null), line(2, 40_000, null));

        assertThat(payment(50, false).most(amounts(0, 11_000, false, 111_000), lines)).isEqualTo(55_500);
        assertThat(payment(50, true).most(amounts(0, 11_000, false, 111_000), lines)).isEqualTo(50_000);
        assertThat(payment(50, true).most(amounts(20_000, 0, true, 80_000), lines)).isEqualTo(40_000);
    }

    @Test
    void points_pay_no_more_than_what_is_not_excluded() {
        List<ReceiptLine> lines = List.of(line(1, 60_000, "Rokok > Kretek"), line(2, 40_000, "Segar"));

        assertThat(payment(100, false, "Rokok").most(amounts(0, 0, true, 100_000), lines)).isEqualTo(40_000);
        assertThat(payment(100, false, "Rokok").spread(lines, 400, 400_000))
                .containsExactly(new TenderLine(2, 400, 400_000));
    }

    @Test
    void points_that_lower_prices_take_the_earning_of_the_lines_they_may_pay() {
        List<ReceiptLine> lines = List.of(line(1, 60_000, "Rokok"), line(2, 40_000, "Segar"));
        Amounts paid = amounts(0, 0, true, 100_000, new Tender(TenderKind.POINTS, 20_000));

        assertThat(payment(100, true, "Rokok").earningBase(paid, lines, List.of(true, true)))
                .containsExactly(60_000, 20_000);
        assertThat(payment(100, false, "Rokok").earningBase(paid, lines, List.of(true, true)))
                .containsExactly(48_000, 32_000);
    }

    @Test
    void the_proof_is_that_of_the_highest_step_reached() {
        PointsPaymentPolicy policy = new PointsPaymentPolicy(
                1L, 1L, 100, List.of(), List.of(), false, 14,
                List.of(
                        new ProofStep(1L, Set.of(SpendingProofKind.PIN, SpendingProofKind.CARD_CODE)),
                        new ProofStep(1_000L, Set.of(SpendingProofKind.ONE_TIME_CODE))));

        assertThat(policy.proofsFor(999)).contains(SpendingProofKind.PIN);
        assertThat(policy.proofsFor(1_000)).containsExactly(SpendingProofKind.ONE_TIME_CODE);
        assertThat(policy.stepsAreWhole()).isTrue();
    }

    @Property(tries = 500)
    void what_points_paid_adds_up_over_the_lines(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 5_000_000) Long> prices,
            @ForAll @LongRange(min = 1, max = 1_000_000) long points,
            @ForAll @IntRange(max = 100) int percent) {
        List<ReceiptLine> lines = new ArrayList<>();
        for (long price : prices) {
            lines.add(line(lines.size() + 1, price, lines.size() % 3 == 1 ? "Rokok" : null));
        }
        PointsPayment payment = payment(Math.max(1, percent), false, "Rokok");

        List<TenderLine> spread = payment.spread(lines, points, points * 1_000);

        assertThat(spread.stream().mapToLong(TenderLine::points).sum()).isEqualTo(points);
        assertThat(spread.stream().mapToLong(TenderLine::amount).sum()).isEqualTo(points * 1_000);
        long total = prices.stream().mapToLong(Long::longValue).sum();
        assertThat(payment.most(amounts(0, 0, true, total), lines)).isBetween(0L, total);
        long[] base = payment.earningBase(
                amounts(0, 0, true, total, new Tender(TenderKind.POINTS, total / 2)),
                lines,
                lines.stream().map(line -> true).toList());
        assertThat(LongStream.of(base).sum()).isEqualTo(total - total / 2);
    }
}
