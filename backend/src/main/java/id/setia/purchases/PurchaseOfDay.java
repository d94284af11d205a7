package id.setia.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A purchase as a list of a day's shows it.
 *
 * @param number of the receipt or order, as printed
 * @param sales what was paid less what was given back, in smallest units
 * @param points given less those taken back
 */
public record PurchaseOfDay(
        UUID id,
        LocalDate programDate,
        Instant occurredAt,
        UUID storeId,
        Optional<UUID> memberId,
        Optional<String> number,
        long sales,
        long points) {}
