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

    Quotes(
            QuoteDesks desks,
            PurchaseBooking booking,
            PurchaseJudge judge,
            PurchaseAnswers answers) {
        this.desks = desks;
        this.booking = booking;
        this.judge = judge;
        this.answers = answers;
    }

    QuoteResponse of(Caller.ApiClient till, NewPurchase sale) {
        QuoteDesks.Opened opened = desks.open(sale);
        PostingDesk desk = opened.desk();
        PurchaseBooking.Judged judged = booking.judged(desk, sale, opened.found(), opened.products());
        PurchaseResponse answer = answers.posted(desk, judged.purchase(), judged.warnings());
        return QuoteResponse.of(
                till.programOwner() ? answer : answer.withoutStanding(),
                judge.worth(desk.rules(), desk.program(), judged.purchase()));
    }
}
