package id.setia.posting;

import id.setia.access.Caller;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says before payment what a purchase would earn: judged as a real one would be, with nobody locked and nothing stored. */
@Singleton
class Quotes {

    private final QuoteDesks desks;
    private final PurchaseBooking booking;
    private final PurchaseJudge judge;
    private final PurchaseAnswers answers;
    private final Slips slips;
    private final Redeemables redeemables;

    Quotes(
            QuoteDesks desks,
            PurchaseBooking booking,
            PurchaseJudge judge,
            PurchaseAnswers answers,
            Slips slips,
            Redeemables redeemables) {
        this.desks = desks;
        this.booking = booking;
        this.judge = judge;
        this.answers = answers;
        this.slips = slips;
        this.redeemables = redeemables;
    }

    /** What it would earn, and what points may pay of it. */
    QuoteResponse of(Caller.ApiClient till, NewPurchase sale) {
        return of(till, sale, false);
    }

    /**
     * The same.
     *
     * @param withRedeemable whether to say, too, which rewards and vouchers the member can use
     */
    QuoteResponse of(Caller.ApiClient till, NewPurchase sale, boolean withRedeemable) {
        QuoteDesks.Opened opened = desks.open(sale);
        PostingDesk desk = opened.desk();
        Optional<FoundMember> buyer = PurchaseBooking.earning(sale, opened.found())
                .filter(known -> mayKnowBalance(till, sale))
                .map(desk::member);
        long available = buyer.map(member -> desk.ledger().member(member.id()).available()).orElse(0L);
        PurchaseBooking.Judged judged = booking.judged(desk, sale, opened.found(), opened.products());
        PurchaseResponse answer = slips.seen(till, answers.posted(desk, judged.purchase(), judged.warnings()), sale.member());
        return QuoteResponse.of(
                answer,
                judge.worth(desk.rules(), desk.program(), judged.purchase()),
                buyer.map(member -> redeemables.payable(member, sale.receipt(), available, desk.program())),
                buyer.filter(member -> withRedeemable)
                        .map(member -> redeemables.at(
                                till, member, desk.history(member.id()).tierAt(desk.now()).code(), available)));
    }

    /** As {@link Slips#seen} tells of it. */
    private static boolean mayKnowBalance(Caller.ApiClient till, NewPurchase sale) {
        return till.programOwner() || sale.member().filter(MemberReference::inPerson).isPresent();
    }
}
