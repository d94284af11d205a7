package id.setia.profiles;

import id.setia.kernel.PublicId;
import id.setia.points.EntryPages;
import id.setia.points.Source;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** One entry of the ledger. */
@Serdeable
@Schema(description = "One entry of the ledger. The entries of a transaction sum to zero: what a member's accounts gain, the program's lose.")
public record EntryResponse(
        @Schema(description = "Its number among the member's entries, from 1 and without gaps.", example = "42") long seq,
        @Schema(description = "The transaction it is part of.", example = "txn_01kq5zv4m8e7t9b3x2c1d0f6ga") String transactionId,
        @Schema(description = "Why points moved: `purchase`, `refund`, `hold`, `hold_confirmation`, `redemption`, `expiry` and others to come.", example = "purchase")
                String kind,
        @Schema(
                        description = "The account: `available`, `pending`, `held` or `debt` of the member; `issued`, `opening`, `redeemed`, `expired` or `adjusted` of the program.",
                        example = "available")
                String account,
        @Schema(description = "Points it moves, signed.", example = "186") long points,
        @Schema(description = "When it happened.", example = "2026-11-20T11:42:00Z") Instant at,
        @Schema(description = "When it was recorded; rises with `seq`.", example = "2026-11-20T11:42:01.123456Z")
                Instant recordedAt,
        @Schema(description = "The document it comes from, by kind: `purchase`, `attachment`, `refund`, `hold`, `redemption`, `correction`, `event`, `lot` and others to come.", example = "purchase")
                String sourceKind,
        @Nullable @Schema(description = "The document, where it can be read by an id.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String sourceId) {

    static EntryResponse of(EntryPages.Numbered entry) {
        return new EntryResponse(
                entry.seq(),
                PublicId.TRANSACTION.format(entry.transactionId()),
                entry.kind().value(),
                entry.account().value(),
                entry.points(),
                entry.businessAt(),
                entry.recordedAt(),
                entry.source().kind(),
                document(entry.source()).map(kind -> kind.format(entry.source().id())).orElse(null));
    }

    private static Optional<PublicId> document(Source source) {
        return Optional.ofNullable(
                switch (source.kind()) {
                    case "purchase", "attachment", "claim", "move" -> PublicId.PURCHASE;
                    case "refund" -> PublicId.REFUND;
                    case "hold" -> PublicId.HOLD;
                    case "redemption" -> PublicId.REDEMPTION;
                    case "correction" -> PublicId.CORRECTION;
                    case "event" -> PublicId.MEMBER_EVENT;
                    default -> null;
                });
    }
}
