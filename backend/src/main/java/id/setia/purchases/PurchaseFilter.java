package id.setia.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which purchases.
 *
 * @param partnerId whose; empty for every partner's
 * @param number of the receipt or order, as printed
 * @param attached whether they are somebody's
 * @param from the first moment of recording
 * @param until the first moment of recording that is too late
 */
public record PurchaseFilter(
        Optional<UUID> partnerId,
        Optional<UUID> storeId,
        Optional<LocalDate> businessDate,
        Optional<String> number,
        Optional<Boolean> attached,
        Optional<Instant> from,
        Optional<Instant> until) {}
