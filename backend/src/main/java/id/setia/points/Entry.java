package id.setia.points;

import java.util.Optional;
import java.util.UUID;

/**
 * One movement in the ledger.
 *
 * @param points signed
 * @param honouringPartnerId who gave something for the points, on {@code redeemed} only
 */
public record Entry(LedgerAccount account, long points, UUID funderId, Optional<UUID> honouringPartnerId) {}
