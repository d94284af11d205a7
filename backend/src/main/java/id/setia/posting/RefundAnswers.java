package id.setia.posting;

import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.PublicId;
import id.setia.points.MemberLedger;
import id.setia.points.PointsSummary;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundState;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refunds as answers. */
@Singleton
class RefundAnswers {

    private final ProgramSettings settings;
    private final Explanations explanations;
    private final Json json;

    RefundAnswers(ProgramSettings settings, Explanations explanations, Json json) {
        this.settings = settings;
        this.explanations = explanations;
        this.json = json;
    }

    /** The refund with what the till is told of it. */
    Refund answered(PostingDesk desk, Refund refund, AppliedRefund applied) {
        Optional<MemberLedger> ledger = applied.onlyMember().map(desk.ledger()::member);
        Judgement taken = new Judgement("", Set.of(), 0, false, applied.taken());
        RefundResponse answer = new RefundResponse(
                PublicId.REFUND.format(refund.id()),
                false,
                RefundState.APPLIED.value(),
                applied.onlyMember().map(PublicId.MEMBER::format).orElse(null),
                lines(applied.lines()),
                applied.takenBack(),
                applied.debtAdded(),
                explanations.of(taken, desk.rules()),
                ledger.map(member -> PointsSummary.of(member, desk.program())).orElse(null),
                applied.debtAdded() == 0
                        ? null
                        : ledger.map(RefundAnswers::owed).orElse(null),
                null,
                List.of());
        return answered(refund, answer);
    }

    /** A refund that waits, with what the till is told of it. */
    Refund waiting(Refund refund) {
        return answered(
                refund,
                new RefundResponse(
                        PublicId.REFUND.format(refund.id()),
                        false,
                        RefundState.WAITING.value(),
                        null,
                        lines(refund.lines()),
                        0,
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(WarningResponse.of(Warning.PURCHASE_UNKNOWN))));
    }

    RefundResponse of(Refund refund) {
        return json.read(refund.answer(), RefundResponse.class);
    }

    private Refund answered(Refund refund, RefundResponse answer) {
        return new Refund(
                refund.id(), refund.head(), refund.contentHash(), refund.state(), refund.recordedAt(),
                refund.waitsUntil(), refund.lines(), refund.request(), json.write(answer));
    }

    private List<RefundLineResponse> lines(List<Refund.RefundLine> lines) {
        Program program = settings.current();
        return lines.stream()
                .map(line -> new RefundLineResponse(
                        line.purchaseId().map(PublicId.PURCHASE::format).orElse(null),
                        line.position().orElse(null),
                        line.quantity()
                                .map(BigDecimal::stripTrailingZeros)
                                .map(BigDecimal::toPlainString)
                                .orElse(null),
                        line.amount().map(program::money).orElse(null),
                        line.points()))
                .toList();
    }

    private static LocalText owed(MemberLedger ledger) {
        LocalText balance = MoneyText.number(ledger.available());
        LocalText debt = MoneyText.number(-ledger.debt());
        return LocalText.of(
                "Saldo " + balance.id() + ". " + debt.id() + MoneyText.TIE + "poin akan dipotong dari poin berikutnya.",
                "Balance " + balance.en() + ". " + debt.en() + MoneyText.TIE
                        + "points will be taken off your next points.");
    }
}
