package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Points to be added or taken by hand.
 *
 * @param points more than 0 to add, less than 0 to take
 * @param expiryMonths months after the month of the act, 0 for never; for adding only
 * @param funder who pays for points added; the programme's owner where nobody is named
 * @param purchaseId the purchase it puts right; what is taken then counts against that purchase, so that a refund does not
 *     take it again
 * @param mayOwe whether what is not there becomes debt
 */
@Serdeable
public record Adjustment(
        UUID memberId,
        long points,
        CorrectionReason reason,
        String explanation,
        int expiryMonths,
        UUID funder,
        @Nullable UUID purchaseId,
        boolean mayOwe) {}
