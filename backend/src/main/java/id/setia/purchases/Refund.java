package id.setia.purchases;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A refund.
 *
 * @param waitsUntil until when a refund that came before its purchase is kept waiting
 * @param request opaque text of the sender: a till's reason, the rows of an import
 * @param answer opaque text: what the till was answered
 */
public record Refund(
        UUID id,
        ReceiptHead head,
        byte[] contentHash,
        RefundState state,
        Instant recordedAt,
        Optional<Instant> waitsUntil,
        List<RefundLine> lines,
        String request,
        String answer) {

    /**
     * A line of a refund: asked for while it waits, found once it is applied.
     *
     * @param points taken back, 0 or more
     */
    public record RefundLine(
            int number,
            NaturalKey purchaseKey,
            Optional<UUID> purchaseId,
            Optional<Integer> position,
            Optional<BigDecimal> quantity,
            Optional<Long> amount,
            long points) {}

    public Refund {
        lines = List.copyOf(lines);
    }
}
