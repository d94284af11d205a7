package id.setia.posting;

import id.setia.earning.ExplanationItem;
import id.setia.kernel.LocalText;
import id.setia.points.PointsSummary;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A refund and what it took back. */
@Serdeable
@Schema(description = "A refund and what it took back.")
public record RefundResponse(
        @Schema(description = "The refund.", example = "ref_01kq5zv4m8e7t9b3x2c1d0f6ga") String refundId,
        @Schema(description = "Whether it stood in the books before; the answer is then the first one again.", example = "false")
                boolean replayed,
        @Schema(description = "`applied`; `waiting` for a purchase that has not come yet; or `refused`, for good, because that held less than the refund takes back.", example = "applied") String state,
        @Nullable @Schema(description = "The member, when it touched purchases and points of one alone.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String memberId,
        @Schema(description = "Its lines.") List<RefundLineResponse> lines,
        @Schema(description = "Points given back that had paid for what is returned. They are given back first, and points are taken back after, so that as little as possible is owed.", example = "0")
                long pointsGivenBack,
        @Nullable @Schema(description = "How what is returned had been paid: each line returns its own share of each kind of payment.")
                List<RefundTenderResponse> tenders,
        @Schema(description = "Points taken back.", example = "42") long pointsTakenBack,
        @Schema(description = "What of them is owed and comes off the next points.", example = "0") long debtAdded,
        @Schema(description = "What was taken back, rule by rule.") List<ExplanationItem> explanation,
        @Nullable @Schema(description = "The member's points after it; for tills and systems of the program's owner alone, as nobody shows who they are at a refund.") PointsSummary points,
        @Nullable @Schema(description = "What to tell the member; present when points are owed, or were given back.") LocalText message,
        @Nullable
                @Schema(
                        description = "Lines to print for the member, each of at most 32 characters, in the member's language; absent when it touched no one member's points alone.",
                        example = "[\"Retur: 52 poin diambil kembali.\", \"Saldo: 1.210 poin (Rp12.100).\"]")
                List<String> print,
        @Schema(description = "What the till should know.") List<WarningResponse> warnings,
        @Nullable @Schema(description = "Why it was refused; absent otherwise.") RefusedRefund refusal) {

    public RefundResponse {
        tenders = tenders == null ? List.of() : tenders;
    }

    RefundResponse asReplay() {
        return new RefundResponse(
                refundId, true, state, memberId, lines, pointsGivenBack, tenders, pointsTakenBack, debtAdded, explanation, points, message,
                print, warnings, refusal);
    }

    /** The same for who may not know what the member earned elsewhere, what they have, nor who they are. */
    RefundResponse forOtherPartner(List<ExplanationItem> impersonal) {
        return new RefundResponse(
                refundId, replayed, state, memberId, lines, pointsGivenBack, tenders, pointsTakenBack, debtAdded, impersonal,
                null, RefundAnswers.message(pointsGivenBack, pointsTakenBack, debtAdded).orElse(null), print, warnings, refusal);
    }

    /** The same with what to print. */
    RefundResponse withPrint(List<String> printed) {
        return new RefundResponse(
                refundId, replayed, state, memberId, lines, pointsGivenBack, tenders, pointsTakenBack, debtAdded, explanation, points, message,
                printed, warnings, refusal);
    }
}
