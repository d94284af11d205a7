package id.setia.points;

import java.util.Optional;
import java.util.UUID;

/**
 * Entries of many members on one account of one funder, added up.
 *
 * @param points signed as the entries are: what is given counts negative on {@code issued}
 * @param honouringPartnerId who gave something for the points, on {@code redeemed} only
 */
public record EntrySum(LedgerAccount account, UUID funderId, Optional<UUID> honouringPartnerId, long points) {}
