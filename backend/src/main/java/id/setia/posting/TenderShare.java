package id.setia.posting;

import id.setia.purchases.TenderKind;
import java.util.Optional;
import java.util.UUID;

/**
 * What of one tender a refund returns.
 *
 * @param holdId the hold whose points come back, where points paid
 * @param amount in smallest units, what the points are worth included
 * @param points 0 where money paid
 */
record TenderShare(TenderKind kind, Optional<UUID> holdId, long amount, long points) {}
