package id.setia.posting;

import id.setia.access.Caller;
import jakarta.inject.Singleton;

/** Says before payment what a purchase would earn: judged as a real one would be, with nobody locked and nothing stored. */
@Singleton
class Quotes {

    private final QuoteDesks desks;
    private final PurchaseBooking booking;
    private final PurchaseJudge judge;
    private final PurchaseAnswers answers;
    private final Slips slips;

    Quotes(
            QuoteDesks desks,
            PurchaseBooking booking,
            PurchaseJudge judge,
            PurchaseAnswers answers,
            Slips slips) {
        this.desks = desks;
        this.booking = booking;
        this.judge = judge;
        this.answers = answers;
        this.slips = slips;
    }

    QuoteResponse of(Caller.ApiClient till, NewPurchase sale) {
        QuoteDesks.Opened opened = desks.open(sale);
        PostingDesk desk = opened.desk();
        PurchaseBooking.Judged judged = booking.judged(desk, sale, opened.found(), opened.products());
        PurchaseResponse answer = slips.seen(till, answers.posted(desk, judged.purchase(), judged.warnings()), sale.member());
        return QuoteResponse.of(answer, judge.worth(desk.rules(), desk.program(), judged.purchase()));
    }
}
