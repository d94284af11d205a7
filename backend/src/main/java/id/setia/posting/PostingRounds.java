package id.setia.posting;

import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.products.Product;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.RefundState;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Posts whatever tills sent together in one transaction: locks receipts, then members, each in the order of their keys, and
 * reads and writes with a number of statements that does not grow with what is posted.
 */
@Singleton
class PostingRounds {

    /** Refusals that are made before anything on the desk is changed. */
    private static final Set<ProblemCode> BEFORE_ANYTHING = EnumSet.of(
            ProblemCode.PURCHASE_CONFLICT,
            ProblemCode.REFUND_CONFLICT,
            ProblemCode.REFUND_EXCEEDS_PURCHASE,
            ProblemCode.NOTHING_LEFT_TO_REFUND,
            ProblemCode.PURCHASE_LINE_NOT_FOUND);

    private final PointsLedger points;
    private final PostingDesks desks;
    private final PurchaseBooking bookings;
    private final RefundBooking refundBookings;
    private final RefundApplication application;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final Refunds refunds;
    private final MemberRegistry members;

    PostingRounds(
            PointsLedger points,
            PostingDesks desks,
            PurchaseBooking bookings,
            RefundBooking refundBookings,
            RefundApplication application,
            Purchases purchases,
            PurchaseRows rows,
            Refunds refunds,
            MemberRegistry members) {
        this.points = points;
        this.desks = desks;
        this.bookings = bookings;
        this.refundBookings = refundBookings;
        this.application = application;
        this.purchases = purchases;
        this.rows = rows;
        this.refunds = refunds;
        this.members = members;
    }

    /**
     * Posts all in the order given, but for those that are refused before they change anything.
     *
     * @param all such that {@link SentTogether} lets each in after those before it
     * @return what became of each, in their order
     */
    List<Outcome<Posted>> post(List<Sent> all) {
        return points.postAgain(session -> in(session, all));
    }

    /** Posts one; a refusal of any part of it leaves all of it out. */
    Posted postWhole(Sent one) {
        return points.postAgain(session -> {
            Posted posted = in(session, List.of(one)).getFirst().get();
            if (posted instanceof Posted.Sales sold) {
                sold.sales().forEach(Outcome::get);
            }
            return posted;
        });
    }

    /** Applies a refund that waits, if all its purchases are here by now. */
    void applyWaiting(NaturalKey key) {
        points.post(session -> {
            Refund refund = refunds.lock(session.connection(), Set.of(key)).get(key);
            if (refund != null && refund.state() == RefundState.WAITING) {
                Set<NaturalKey> named = new TreeSet<>();
                refund.lines().forEach(line -> named.add(line.purchaseKey()));
                Books books = new Books(
                        Map.of(key, refund), List.of(refund), purchases.lock(session.connection(), named), Map.of());
                PostingDesk desk = open(session, List.of(), List.of(), books);
                application.applyWaiting(desk, refund);
                desk.write(rows);
            }
            return null;
        });
    }

    /**
     * What a round finds in the books, under lock.
     *
     * @param refunds by their keys, those sent and those that waited for purchases of the round
     * @param waiting the latter, in the order they came
     * @param purchases by their keys, those sent and those that refunds name
     * @param found the members that were named
     */
    private record Books(
            Map<NaturalKey, Refund> refunds,
            List<Refund> waiting,
            Map<NaturalKey, Purchase> purchases,
            Map<MemberReference, FoundMember> found) {

        Optional<Purchase> purchase(NewPurchase sale) {
            return Optional.ofNullable(purchases.get(sale.receipt().key()));
        }

        boolean has(RefundRequest request) {
            return refunds.containsKey(request.head().key());
        }
    }

    private List<Outcome<Posted>> in(LedgerSession session, List<Sent> all) throws SQLException {
        List<NewPurchase> sales = bookings.withPayers(
                all.stream().flatMap(one -> one.sales().stream()).toList());
        List<RefundRequest> requests =
                all.stream().flatMap(one -> one.refunds().stream()).toList();
        Books books = lock(session, sales, requests);
        PostingDesk desk = open(session, sales, requests, books);
        Map<UUID, Map<String, Product>> products = bookings.products(desk, sales, books.purchases());
        Iterator<NewPurchase> next = sales.iterator();
        List<Outcome<Posted>> outcomes = new ArrayList<>();
        for (Sent one : all) {
            outcomes.add(switch (one) {
                case Sent.Sales sold -> {
                    List<Outcome<PostedPurchase>> each = new ArrayList<>();
                    for (int count = 0; count < sold.sales().size(); count++) {
                        each.add(tried(() -> bookings.book(desk, next.next(), books.found(), products)));
                    }
                    yield new Outcome.Done<>(new Posted.Sales(each));
                }
                case Sent.Takeback back ->
                    tried(() -> new Posted.Takeback(book(desk, books, back.refund(), back.told())));
                case Sent.Exchange exchange -> {
                    NewPurchase sale = next.next();
                    yield tried(() -> book(desk, books, exchange.refund(), true)).map(refund -> new Posted.Exchange(
                            refund, bookings.book(desk, sale, books.found(), products)));
                }
            });
        }
        books.waiting().forEach(refund -> application.applyWaiting(desk, refund));
        desk.write(rows);
        return outcomes;
    }

    private PostedRefund book(PostingDesk desk, Books books, RefundRequest request, boolean told) {
        return refundBookings.book(
                desk, request, Optional.ofNullable(books.refunds().get(request.head().key())), told);
    }

    /** A refusal that changed nothing is the answer; any other spoils the round. */
    private static <R> Outcome<R> tried(Supplier<R> act) {
        try {
            return new Outcome.Done<>(act.get());
        } catch (Problem refusal) {
            if (BEFORE_ANYTHING.contains(refusal.code())) {
                return new Outcome.Refused<>(refusal);
            }
            throw refusal;
        }
    }

    private Books lock(LedgerSession session, List<NewPurchase> sales, List<RefundRequest> requests)
            throws SQLException {
        Set<NaturalKey> keys = new TreeSet<>();
        sales.forEach(sale -> keys.add(sale.receipt().key()));
        Set<NaturalKey> refundKeys = new TreeSet<>(refunds.waitingFor(session.connection(), keys));
        Set<NaturalKey> early = Set.copyOf(refundKeys);
        requests.forEach(request -> refundKeys.add(request.head().key()));
        Map<NaturalKey, Refund> known = refunds.lock(session.connection(), refundKeys);
        List<Refund> waiting = known.values().stream()
                .filter(refund -> early.contains(refund.head().key()) && refund.state() == RefundState.WAITING)
                .sorted(Comparator.comparing(Refund::recordedAt).thenComparing(refund -> refund.head().key()))
                .toList();
        waiting.forEach(refund -> refund.lines().forEach(line -> keys.add(line.purchaseKey())));
        requests.stream()
                .filter(request -> !known.containsKey(request.head().key()))
                .forEach(request -> request.lines().forEach(line -> keys.add(line.purchaseKey())));
        return new Books(
                known,
                waiting,
                purchases.lock(session.connection(), keys),
                members.find(sales.stream().flatMap(sale -> sale.member().stream()).toList()));
    }

    private PostingDesk open(
            LedgerSession session, List<NewPurchase> sales, List<RefundRequest> requests, Books books)
            throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        Set<UUID> losing = new HashSet<>();
        Set<UUID> holds = new HashSet<>();
        for (NewPurchase sale : sales) {
            if (books.purchase(sale).flatMap(Purchase::memberId).isEmpty()) {
                PurchaseBooking.earning(sale, books.found()).ifPresent(concerned::add);
            }
            if (books.purchase(sale).isEmpty()) {
                holds.addAll(sale.holds());
            }
        }
        Set<NaturalKey> takenBack = new HashSet<>();
        requests.stream()
                .filter(request -> !books.has(request))
                .forEach(request -> request.lines().forEach(line -> takenBack.add(line.purchaseKey())));
        books.waiting().forEach(refund -> refund.lines().forEach(line -> takenBack.add(line.purchaseKey())));
        List<UUID> sources = new ArrayList<>();
        books.purchases().forEach((key, purchase) -> {
            if (takenBack.contains(key)) {
                sources.add(purchase.id());
                holds.addAll(purchase.holds());
                purchase.memberId().ifPresent(losing::add);
            }
        });
        concerned.addAll(losing);
        return desks.open(
                session,
                books.purchases(),
                concerned,
                books.waiting().isEmpty() ? losing : concerned,
                sources,
                holds);
    }
}
