package id.setia.posting;

import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.kernel.Refusals;
import id.setia.points.MemberLedger;
import id.setia.points.PointsSummary;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundState;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Refunds as answers. */
@Singleton
class RefundAnswers {

    private final ProgramSettings settings;
    private final Explanations explanations;
    private final Refusals words;
    private final Json json;

    RefundAnswers(ProgramSettings settings, Explanations explanations, Refusals words, Json json) {
        this.settings = settings;
        this.explanations = explanations;
        this.words = words;
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
                lines(applied.lines(), applied.back().pointsByLine()),
                applied.back().points(),
                applied.back().tenders().stream()
                        .map(share -> new RefundTenderResponse(
                                share.kind(), desk.program().money(share.amount()), share.points()))
                        .toList(),
                applied.takenBack(),
                applied.debtAdded(),
                explanations.of(taken, desk.rules()),
                ledger.map(member -> PointsSummary.of(member, desk.program())).orElse(null),
                message(applied, ledger).orElse(null),
                null,
                List.of(),
                null);
        return answered(refund, answer);
    }

    /** A refund that waits, with what the till is told of it. */
    Refund waiting(Refund refund) {
        return untaken(refund, List.of(WarningResponse.of(Warning.PURCHASE_UNKNOWN)), null);
    }

    /** A refund that waited and can take nothing back, with why. */
    Refund refused(Refund refund, Problem why) {
        return untaken(refund, List.of(), RefusedRefund.of(why, words));
    }

    private Refund untaken(Refund refund, List<WarningResponse> warnings, @Nullable RefusedRefund refusal) {
        return answered(
                refund,
                new RefundResponse(
                        PublicId.REFUND.format(refund.id()),
                        false,
                        refund.state().value(),
                        null,
                        lines(refund.lines(), List.of()),
                        0,
                        List.of(),
                        0,
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        warnings,
                        refusal));
    }

    RefundResponse of(Refund refund) {
        return json.read(refund.answer(), RefundResponse.class);
    }

    private Refund answered(Refund refund, RefundResponse answer) {
        return new Refund(
                refund.id(), refund.head(), refund.contentHash(), refund.state(), refund.recordedAt(),
                refund.waitsUntil(), refund.lines(), refund.request(), json.write(answer));
    }

    private List<RefundLineResponse> lines(List<Refund.RefundLine> lines, List<Long> givenBack) {
        Program program = settings.current();
        return IntStream.range(0, lines.size())
                .mapToObj(index -> line(program, lines.get(index), givenBack.isEmpty() ? 0 : givenBack.get(index)))
                .toList();
    }

    private static RefundLineResponse line(Program program, Refund.RefundLine line, long givenBack) {
        return new RefundLineResponse(
                line.purchaseId().map(PublicId.PURCHASE::format).orElse(null),
                line.position().orElse(null),
                line.quantity()
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                line.amount().map(program::money).orElse(null),
                line.points(),
                givenBack);
    }

    private static Optional<LocalText> message(AppliedRefund applied, Optional<MemberLedger> ledger) {
        Optional<LocalText> owed = applied.debtAdded() == 0 ? Optional.empty() : ledger.map(RefundAnswers::owed);
        return message(applied.back().points(), applied.takenBack(), owed);
    }

    /** What to tell the member without a word of what they have. */
    static Optional<LocalText> message(long givenBack, long takenBack, long debtAdded) {
        return message(givenBack, takenBack, debtAdded == 0 ? Optional.empty() : Optional.of(comingOff(debtAdded)));
    }

    private static Optional<LocalText> message(long givenBack, long takenBack, Optional<LocalText> owed) {
        if (givenBack == 0) {
            return owed;
        }
        LocalText back = MoneyText.number(givenBack);
        LocalText taken = MoneyText.number(takenBack);
        LocalText order = LocalText.of(
                back.id() + MoneyText.TIE + "poin pembayaran dikembalikan, lalu " + taken.id() + MoneyText.TIE
                        + "poin dari belanja ini diambil kembali.",
                back.en() + MoneyText.TIE + "points that had paid were given back, then " + taken.en() + MoneyText.TIE
                        + "points of this purchase were taken back.");
        return Optional.of(owed.map(text ->
                        LocalText.of(order.id() + " " + text.id(), order.en() + " " + text.en()))
                .orElse(order));
    }

    private static LocalText owed(MemberLedger ledger) {
        LocalText balance = MoneyText.number(ledger.available());
        LocalText off = comingOff(-ledger.debt());
        return LocalText.of("Saldo " + balance.id() + ". " + off.id(), "Balance " + balance.en() + ". " + off.en());
    }

    private static LocalText comingOff(long debt) {
        LocalText points = MoneyText.number(debt);
        return LocalText.of(
                points.id() + MoneyText.TIE + "poin akan dipotong dari poin berikutnya.",
                points.en() + MoneyText.TIE + "points will be taken off your next points.");
    }
}
