package id.setia.posting;

import id.setia.access.Caller;
import id.setia.purchases.ReceiptHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One act of a person or a till that gave, took or moved points beside selling; never changed.
 *
 * @param programDate the programme's day of the act
 * @param memberId whose points changed; for a move, who lost the purchase
 * @param otherMemberId for a move, who got it
 * @param documentId the purchase or refund it concerns
 * @param points given, or negative taken from the member
 * @param debt how much of it is owed now, 0 or more
 * @param explanation in the words of who did it, for staff only
 */
public record Correction(
        UUID id,
        LocalDate programDate,
        Instant at,
        CorrectionKind kind,
        Actor actor,
        Optional<UUID> memberId,
        Optional<UUID> otherMemberId,
        Optional<UUID> documentId,
        long points,
        long debt,
        Optional<CorrectionReason> reason,
        String explanation) {

    /**
     * Who did it, and where.
     *
     * @param staffId empty for a till
     * @param cashier an opaque reference, as the till sends it
     */
    public record Actor(Optional<UUID> staffId, Optional<UUID> storeId, Optional<UUID> terminalId, Optional<String> cashier) {

        static Actor staff(UUID staffId, Optional<UUID> storeId) {
            return new Actor(Optional.of(staffId), storeId, Optional.empty(), Optional.empty());
        }

        /** Staff by their id, tills by what stands on the receipt. */
        static Actor of(Caller caller, ReceiptHead head) {
            return switch (caller) {
                case Caller.SignedInStaff staff -> staff(staff.staffId(), Optional.of(head.storeId()));
                case Caller.ApiClient client -> till(head, client.terminalId().or(head::terminalId));
                case Caller.SignedInMember member -> till(head, Optional.empty());
                case Caller.Stranger stranger -> till(head, Optional.empty());
            };
        }

        static Actor till(ReceiptHead head, Optional<UUID> terminalId) {
            return new Actor(Optional.empty(), Optional.of(head.storeId()), terminalId, head.cashier());
        }
    }
}
