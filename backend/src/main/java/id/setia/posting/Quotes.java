package id.setia.posting;

import id.setia.access.Caller;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.products.ProductCatalogue;
import id.setia.purchases.ReceiptLine;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says before payment what a purchase would earn: judged as a real one would be, with nobody locked and nothing stored. */
@Singleton
class Quotes {

    private final PointsLedger points;
    private final PostingDesks desks;
    private final PurchaseBooking booking;
    private final PurchaseJudge judge;
    private final PurchaseAnswers answers;
    private final Slips slips;
    private final MemberRegistry members;
    private final ProductCatalogue catalogue;

    Quotes(
            PointsLedger points,
            PostingDesks desks,
            PurchaseBooking booking,
            PurchaseJudge judge,
            PurchaseAnswers answers,
            Slips slips,
            MemberRegistry members,
            ProductCatalogue catalogue) {
        this.points = points;
        this.desks = desks;
        this.booking = booking;
        this.judge = judge;
        this.answers = answers;
        this.slips = slips;
        this.members = members;
        this.catalogue = catalogue;
    }

    QuoteResponse of(Caller.ApiClient till, NewPurchase sale) {
        return points.look(session -> of(session, till, sale));
    }

    private QuoteResponse of(LedgerSession session, Caller.ApiClient till, NewPurchase sale) throws SQLException {
        Map<MemberReference, FoundMember> found = members.find(sale.member().stream().toList());
        Set<UUID> concerned = PurchaseBooking.earning(sale, found).stream().collect(Collectors.toSet());
        PostingDesk desk = desks.open(session, Map.of(), concerned, Set.of(), List.of());
        List<String> skus = sale.receipt().lines().stream().map(ReceiptLine::sku).flatMap(Optional::stream).toList();
        PurchaseBooking.Judged judged =
                booking.judged(desk, sale, found, catalogue.products(sale.receipt().head().partnerId(), skus));
        PurchaseResponse answer = slips.seen(till, answers.posted(desk, judged.purchase(), judged.warnings()));
        return QuoteResponse.of(answer, judge.worth(desk.rules(), desk.program(), judged.purchase()));
    }
}
