package id.setia.points;

import java.time.Instant;
import java.util.UUID;

/**
 * One transaction as a statement shows it.
 *
 * @param judgement JSON of how the points came about
 */
public record StatementLine(
        UUID transactionId,
        TransactionKind kind,
        Source source,
        Instant businessAt,
        Instant recordedAt,
        long availableChange,
        long pendingChange,
        long availableAfter,
        String judgement) {}
