package id.setia.posting;

import id.setia.earning.ExplanationItem;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.points.PointsSummary;
import id.setia.purchases.Channel;
import id.setia.tiers.StandingResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A purchase and what it earned. */
@Serdeable
@Schema(description = "A purchase and what it earned, by which rules and why.")
public record PurchaseResponse(
        @Schema(description = "The purchase.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Schema(description = "Whether it stood in the books before; the answer is then the first one again.", example = "false")
                boolean replayed,
        @Schema(description = "`attached` to a member or `unattached`.", example = "attached") String state,
        @Nullable @Schema(description = "The member, by an opaque id that says nothing of the person; whoever may not see the member cannot do anything with it.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "The store.") StoreSummary store,
        @Schema(description = "Where the purchase came about.", example = "store") Channel channel,
        @Schema(description = "Business date as printed.", example = "2026-11-20") LocalDate businessDate,
        @Nullable @Schema(description = "Till number as printed.", example = "3") String till,
        @Nullable @Schema(description = "Receipt number as printed.", example = "0091-4471") String receiptNumber,
        @Nullable @Schema(description = "Order number.", example = "WEB-20261120-0815") String orderNumber,
        @Schema(description = "When it was paid.", example = "2026-11-20T11:42:00Z") Instant occurredAt,
        @Schema(description = "When it was recorded.", example = "2026-11-20T11:42:01.123456Z") Instant recordedAt,
        @Schema(description = "Total paid.") Money total,
        @Schema(description = "What of it counts for points.") Money earningBase,
        @Schema(description = "Points given.", example = "248") long pointsEarned,
        @Schema(description = "Points taken back by refunds and corrections since.", example = "0") long pointsTakenBack,
        @Nullable @Schema(description = "How many of its points wait for a check before they can be used; absent when none do.", example = "248")
                Long pointsPending,
        @Nullable @Schema(description = "Why they wait, in plain words.") LocalText pendingReason,
        @Nullable @Schema(description = "Points of the member that paid a part of it; absent when none did.", example = "2500")
                Long pointsUsed,
        @Schema(description = "Its lines.") List<PurchaseLineResponse> lines,
        @Schema(description = "What each rule made of it; empty while unattached. Tills of partners other than the program's owner are not told names and reasons of rules that depend on who the member is.") List<ExplanationItem> explanation,
        @Nullable @Schema(description = "The member's points after it, when it was posted or attached; for tills of partners other than the program's owner only when it is posted or attached by a card or a phone that the member shows.") PointsSummary points,
        @Nullable @Schema(description = "The member's tier after it, when it was posted or attached; only for the program owner's tills.") StandingResponse standing,
        @Nullable
                @Schema(description = "What a little more spending would have brought; absent when there is nothing near, and for purchases of an earlier day.")
                Nudge nudge,
        @Nullable
                @Schema(
                        description = "The code by which whoever holds the receipt may claim a purchase that is nobody's, once; only in answers to tills.",
                        example = "7K2M9QXA4TR6")
                String claimCode,
        @Nullable
                @Schema(
                        description = "The address to print as a QR code for it.",
                        example = "https://poin.example.com/r/7K2M9QXA4TR6")
                String claimUrl,
        @Nullable
                @Schema(
                        description = "Lines to print for the member, each of at most 32 characters, in the member's language; only in answers to tills.",
                        example = "[\"+248 poin dari belanja ini.\", \"Saldo: 12.480 poin (Rp124.800).\"]")
                List<String> print,
        @Schema(description = "What the till should know.") List<WarningResponse> warnings) {

    PurchaseResponse asReplay(List<WarningResponse> more) {
        Set<WarningResponse> all = new LinkedHashSet<>(warnings);
        all.addAll(more);
        return new PurchaseResponse(
                purchaseId, true, state, memberId, store, channel, businessDate, till, receiptNumber, orderNumber,
                occurredAt, recordedAt, total, earningBase, pointsEarned, pointsTakenBack, pointsPending, pendingReason, pointsUsed, lines, explanation, points,
                standing, nudge, claimCode, claimUrl, print, List.copyOf(all));
    }

    /** The same for who may not know what the member spends elsewhere, nor what rules say of who they are. */
    PurchaseResponse forOtherPartner(List<ExplanationItem> impersonal) {
        return new PurchaseResponse(
                purchaseId, replayed, state, memberId, store, channel, businessDate, till, receiptNumber, orderNumber,
                occurredAt, recordedAt, total, earningBase, pointsEarned, pointsTakenBack, pointsPending, pendingReason, pointsUsed, lines, impersonal,
                points == null ? null : points.withoutNextExpiry(), null,
                nudge == null || nudge.tier() != null ? null : nudge, claimCode, claimUrl, print, warnings);
    }

    /** The same without what the member has. */
    PurchaseResponse withoutBalance() {
        return new PurchaseResponse(
                purchaseId, replayed, state, memberId, store, channel, businessDate, till, receiptNumber, orderNumber,
                occurredAt, recordedAt, total, earningBase, pointsEarned, pointsTakenBack, pointsPending, pendingReason, pointsUsed, lines, explanation,
                null, null, null, claimCode, claimUrl, print, warnings);
    }

    /** The same with how the receipt may be claimed. */
    PurchaseResponse withClaim(ReceiptCode code, String url) {
        return new PurchaseResponse(
                purchaseId, replayed, state, memberId, store, channel, businessDate, till, receiptNumber, orderNumber,
                occurredAt, recordedAt, total, earningBase, pointsEarned, pointsTakenBack, pointsPending, pendingReason, pointsUsed, lines, explanation, points,
                standing, nudge, code.text(), url, print, warnings);
    }

    /** The same with what to print. */
    PurchaseResponse withPrint(List<String> printed) {
        return new PurchaseResponse(
                purchaseId, replayed, state, memberId, store, channel, businessDate, till, receiptNumber, orderNumber,
                occurredAt, recordedAt, total, earningBase, pointsEarned, pointsTakenBack, pointsPending, pendingReason, pointsUsed, lines, explanation, points,
                standing, nudge, claimCode, claimUrl, printed, warnings);
    }
}
