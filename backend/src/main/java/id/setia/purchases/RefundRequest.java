package id.setia.purchases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a till says was given back: its own receipt and, line by line, of which purchase. */
public record RefundRequest(ReceiptHead head, Optional<String> reason, List<Line> lines) {

    /**
     * One thing given back.
     *
     * @param position of the purchase's line, empty for all that is left of the purchase
     * @param quantity empty for all that is left of the line
     * @param amount in smallest units, empty for the quantity's share of the line's amount
     */
    public record Line(
            NaturalKey purchaseKey, Optional<Integer> position, Optional<BigDecimal> quantity, Optional<Long> amount) {}

    public RefundRequest {
        lines = List.copyOf(lines);
    }
}
