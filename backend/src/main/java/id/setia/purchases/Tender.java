package id.setia.purchases;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the payment.
 *
 * @param amount in smallest units
 * @param holdId the hold it was sent with, where points paid
 * @param lines what of each line the points of the hold paid; empty where they did not
 */
@Serdeable
public record Tender(
        TenderKind kind, long amount, @Nullable Optional<UUID> holdId, @Nullable List<TenderLine> lines) {

    public Tender {
        holdId = holdId == null ? Optional.empty() : holdId;
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    public Tender(TenderKind kind, long amount) {
        this(kind, amount, Optional.empty(), List.of());
    }

    public Tender(TenderKind kind, long amount, Optional<UUID> holdId) {
        this(kind, amount, holdId, List.of());
    }

    /** The same, its hold having paid so much of each line. */
    public Tender paying(List<TenderLine> paid) {
        return new Tender(kind, amount, holdId, paid);
    }

    /** The hold whose points paid. */
    public Optional<UUID> paidBy() {
        return lines.isEmpty() ? Optional.empty() : holdId;
    }

    /** The same as it was sent, whatever paid it. */
    public Tender asSent() {
        return new Tender(kind, amount, holdId);
    }

    /** How many points paid it, 0 where none did or nobody knows whose. */
    public long points() {
        return lines.stream().mapToLong(TenderLine::points).sum();
    }
}
