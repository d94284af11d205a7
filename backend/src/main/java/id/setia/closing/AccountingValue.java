package id.setia.closing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a point counts for in the books from a day on.
 *
 * @param value in major units of the currency, 0 or more
 */
record AccountingValue(UUID id, LocalDate validFrom, BigDecimal value, UUID setBy, Instant setAt) {}
