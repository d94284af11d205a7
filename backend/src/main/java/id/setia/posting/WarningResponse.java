package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a till should know of something that was taken all the same. */
@Serdeable
@Schema(description = "What a till should know of something that was taken all the same.")
public record WarningResponse(
        @Schema(description = "Stable code.", example = "member_unknown") String code,
        @Schema(description = "The same in words.", example = "No member has this card; the purchase is kept unattached.")
                String detail) {

    static WarningResponse of(Warning warning) {
        return new WarningResponse(
                warning.code(),
                switch (warning) {
                    case TOTAL_DIFFERS -> "The total differs from the sum of its parts; it was taken as sent.";
                    case TENDERS_DIFFER ->
                        "The payments do not add up to the total; they were taken as sent.";
                    case TENDERS_CHANGED ->
                        "The purchase was posted before with other payments; those stand, and nothing was changed.";
                    case MEMBER_UNKNOWN -> "Nobody is known by this identifier; the purchase is kept unattached.";
                    case MEMBER_CLOSED -> "This membership has ended; the purchase is kept unattached.";
                    case CARD_BLOCKED ->
                        "This card is blocked; the purchase is kept unattached. Ask for the member's new card.";
                    case DIFFERENT_MEMBER ->
                        "The purchase already belongs to another member and was not moved.";
                    case FROM_THE_FUTURE ->
                        "The time is more than 24 hours ahead; the purchase is kept unattached. Check the till's clock.";
                    case TOO_LATE ->
                        "The purchase is older than 30 days; it is kept unattached for staff to look at.";
                    case DETACHED ->
                        "Staff took this purchase off its membership; sending it again does not attach it.";
                    case PARTNER_LEFT -> "The partner had left the program by then; the purchase earns nothing.";
                    case POINTS_PENDING -> "The points wait for a check before they can be used.";
                    case PURCHASE_UNKNOWN ->
                        "The purchase is not known yet; the refund waits for it up to 30 days.";
                    case HOLD_MISSING ->
                        "Points were to pay but no hold is named, so no member's points were used; this part counts as points paid elsewhere.";
                    case HOLD_UNKNOWN ->
                        "There is no such hold of this partner; this part counts as points paid elsewhere.";
                    case HOLD_FOR_REWARD ->
                        "The hold is for a reward and pays no purchase; confirm it by itself. This part counts as points paid elsewhere.";
                    case HOLD_OF_ANOTHER_MEMBER ->
                        "The hold is another member's and was not used; this part counts as points paid elsewhere.";
                    case HOLD_EXPIRED ->
                        "The hold timed out before the sale; this part counts as points paid elsewhere.";
                    case HOLD_ENDED ->
                        "The hold was used or cancelled before; this part counts as points paid elsewhere.";
                    case HOLD_TOO_SMALL ->
                        "The hold has fewer points than this part needs and was not used; this part counts as points paid elsewhere.";
                    case HOLD_AMOUNT_DIFFERS ->
                        "No whole number of points is worth this part; the hold was not used, and it counts as points paid elsewhere.";
                    case HOLD_OUTSIDE_POLICY ->
                        "The program does not let points pay this much, or these goods; the hold was not used, and this part counts as points paid elsewhere.";
                    case CARD_NUMBER_SENT ->
                        "What was sent as a token looks like the number of a payment card and was not looked up; the purchase is kept unattached. Send the acquirer's token, never the number.";
                });
    }
}
