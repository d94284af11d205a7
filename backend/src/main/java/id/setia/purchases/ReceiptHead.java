package id.setia.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where, when and under which numbers a receipt was printed. */
public record ReceiptHead(
        NaturalKey key,
        UUID partnerId,
        UUID storeId,
        Optional<UUID> terminalId,
        Channel channel,
        LocalDate businessDate,
        Optional<String> till,
        Optional<String> receiptNumber,
        Optional<String> orderNumber,
        Optional<String> cashier,
        Instant occurredAt) {}
