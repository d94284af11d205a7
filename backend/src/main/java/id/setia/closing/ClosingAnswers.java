package id.setia.closing;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;

/** Closings and settlements, as answers show them. */
@Singleton
class ClosingAnswers {

    private final BookPartners partners;
    private final OwedAnswers owed;

    ClosingAnswers(BookPartners partners, OwedAnswers owed) {
        this.partners = partners;
        this.owed = owed;
    }

    MonthClosingResponse of(ClosedMonth month) {
        List<FunderClosingResponse> funders = month.funders().stream().map(funder -> of(month, funder)).toList();
        return new MonthClosingResponse(
                ClosingSummaryResponse.of(month.closing()),
                month.value().text(),
                month.value().currency(),
                month.reconciled(),
                owed.total(
                        month.funders().stream().map(FunderClosing::owed).toList(),
                        funders.stream().map(FunderClosingResponse::outstanding).toList(),
                        month.program(),
                        month.closing().fallback(),
                        month.value()),
                funders);
    }

    private FunderClosingResponse of(ClosedMonth month, FunderClosing funder) {
        PointValue value = month.value();
        return new FunderClosingResponse(
                partners.summary(funder.funderId()),
                funder.broughtForward(),
                funder.total().issued(),
                funder.total().opening(),
                funder.total().redeemed(),
                funder.redeemedAt().entrySet().stream()
                        .map(at -> new RedeemedAtResponse(
                                partners.summary(at.getKey()), at.getValue(), value.of(at.getValue())))
                        .toList(),
                funder.total().expired(),
                funder.total().adjusted(),
                owed.of(funder.owed(), month.breakage(funder), value),
                PointValue.difference(
                        value.of(funder.broughtForward()), month.before().of(funder.broughtForward())),
                funder.reconciled());
    }

    SettlementResponse of(ClosedMonth month, Settlement settlement) {
        return new SettlementResponse(
                month.closing().month().toString(),
                month.value().text(),
                settlement.debts().stream()
                        .map(debt -> new SettlementItem(
                                partners.summary(debt.debtorId()), partners.summary(debt.creditorId()), debt.points(),
                                month.value().of(debt.points())))
                        .toList(),
                settlement.nets().stream()
                        .map(net -> new SettlementItem(
                                partners.summary(net.debtorId()), partners.summary(net.creditorId()), net.points(),
                                month.value().of(net.points())))
                        .toList());
    }

    /** One figure a line, as of the liability, with the month's movements before it. */
    static String csv(MonthClosingResponse closing) {
        String month = closing.closing().month();
        PointValue value = new PointValue(new BigDecimal(closing.pointValue()), closing.currency());
        StringBuilder text =
                new StringBuilder(Csv.line("as_of", "funder", "figure", "of", "points", "value", "currency"));
        for (FunderClosingResponse funder : closing.funders()) {
            line(text, month, funder, "brought_forward", "", funder.broughtForward(), value);
            line(text, month, funder, "issued", "", funder.issued(), value);
            line(text, month, funder, "opening", "", funder.opening(), value);
            line(text, month, funder, "redeemed", "", funder.redeemed(), value);
            for (RedeemedAtResponse at : funder.redeemedAt()) {
                line(text, month, funder, "redeemed_at", at.partner().code(), at.points(), value);
            }
            line(text, month, funder, "expired", "", funder.expired(), value);
            line(text, month, funder, "adjusted", "", funder.adjusted(), value);
            OwedAnswers.csv(text, month, funder.outstanding(), value);
        }
        return text.toString();
    }

    private static void line(
            StringBuilder text,
            String month,
            FunderClosingResponse funder,
            String figure,
            String of,
            long points,
            PointValue value) {
        text.append(Csv.line(
                month, funder.funder().code(), figure, of, points, value.of(points).amount(), value.currency()));
    }

    /** One debt a line, then one line for each pair set off. */
    static String csv(SettlementResponse settlement) {
        StringBuilder text =
                new StringBuilder(Csv.line("month", "kind", "debtor", "creditor", "points", "value", "currency"));
        lines(text, settlement.month(), "owed", settlement.items());
        lines(text, settlement.month(), "net", settlement.net());
        return text.toString();
    }

    private static void lines(StringBuilder text, String month, String kind, List<SettlementItem> items) {
        for (SettlementItem item : items) {
            text.append(Csv.line(
                    month, kind, item.debtor().code(), item.creditor().code(), item.points(), item.value().amount(),
                    item.value().currency()));
        }
    }
}
