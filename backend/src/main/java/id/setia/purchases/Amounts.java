package id.setia.purchases;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of a receipt beside its lines, in smallest units.
 *
 * @param discount on the whole receipt, 0 or more
 * @param taxIncluded whether the lines' amounts contain the tax
 * @param rounding signed
 */
@Serdeable
public record Amounts(
        long discount,
        long tax,
        boolean taxIncluded,
        long serviceCharge,
        long tip,
        long delivery,
        long rounding,
        long donation,
        long total,
        List<Tender> tenders) {

    /** What the total would be by its parts. */
    public long sumOfParts(long lines) {
        return lines - discount + (taxIncluded ? 0 : tax) + serviceCharge + tip + delivery + rounding + donation;
    }

    /** What all payments come to. */
    public long paid() {
        return tenders.stream().mapToLong(Tender::amount).sum();
    }

    /** Whether the same payments were sent, in whatever order. */
    public boolean isPaidAs(Amounts other) {
        return sent().equals(other.sent());
    }

    private Map<Tender, Long> sent() {
        return tenders.stream().collect(Collectors.groupingBy(Tender::asSent, Collectors.counting()));
    }

    /** What points and vouchers paid. */
    public long paidByPoints() {
        return paidBy(TenderKind.POINTS) + paidBy(TenderKind.VOUCHER);
    }

    public long paidBy(TenderKind kind) {
        return tenders.stream()
                .filter(tender -> tender.kind() == kind)
                .mapToLong(Tender::amount)
                .sum();
    }

    /** The same, paid so. */
    public Amounts paid(List<Tender> newTenders) {
        return new Amounts(
                discount, tax, taxIncluded, serviceCharge, tip, delivery, rounding, donation, total, newTenders);
    }
}
