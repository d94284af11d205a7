package id.setia.posting;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.purchases.ContentHash;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door for refunds: each takes back once and for ever, and may come before its purchase. */
@Singleton
public class RefundPoster {

    private static final Duration WAIT = Duration.ofDays(30);

    private final PointsLedger points;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final Refunds refunds;
    private final RefundApplication application;
    private final RefundAnswers answers;
    private final IdMaker ids;

    RefundPoster(
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            Refunds refunds,
            RefundApplication application,
            RefundAnswers answers,
            IdMaker ids) {
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.refunds = refunds;
        this.application = application;
        this.answers = answers;
        this.ids = ids;
    }

    /**
     * Takes back what a refund names; when one of its purchases has not come yet, the whole refund waits for it.
     *
     * @throws Problem {@code refund_conflict} when another refund stands under its key; {@code refund_exceeds_purchase}
     *     when it asks for more than is left
     */
    public PostedRefund post(RefundRequest request) {
        return points.postAgain(session -> postIn(session, request, true));
    }

    /** The same for a refund of an import of the past, which is told of once, at its end. */
    public PostedRefund postHistory(RefundRequest request) {
        return points.postAgain(session -> postIn(session, request, false));
    }

    private PostedRefund postIn(LedgerSession session, RefundRequest request, boolean told) throws SQLException {
        NaturalKey key = request.head().key();
        Optional<Refund> before =
                Optional.ofNullable(refunds.lock(session.connection(), Set.of(key)).get(key));
        if (before.isPresent()) {
            return sentAgain(before.get(), request);
        }
        List<Refund.RefundLine> asked = asked(request);
        PostingDesk desk = openDesk(session, asked);
        Refund meanwhile = refunds.lock(session.connection(), Set.of(request.head().key())).get(request.head().key());
        if (meanwhile != null) {
            return sentAgain(meanwhile, request);
        }
        boolean ready = RefundApplication.isReady(desk, asked);
        Refund refund = new Refund(
                ids.next(),
                request.head(),
                ContentHash.of(request),
                ready ? RefundState.APPLIED : RefundState.WAITING,
                desk.now(),
                ready ? Optional.empty() : Optional.of(desk.now().plus(WAIT)),
                asked,
                request.reason().orElse(""),
                "");
        Refund answered = ready ? apply(desk, refund, told) : answers.waiting(refund);
        rows.add(session.batch(), answered);
        desk.write(rows);
        return new PostedRefund(answered, false, answers.of(answered));
    }

    private PostedRefund sentAgain(Refund stored, RefundRequest request) {
        if (!Arrays.equals(stored.contentHash(), ContentHash.of(request))) {
            throw Problem.of(ProblemCode.REFUND_CONFLICT, PublicId.REFUND.format(stored.id()));
        }
        return new PostedRefund(stored, true, answers.of(stored).asReplay());
    }

    private static List<Refund.RefundLine> asked(RefundRequest request) {
        List<Refund.RefundLine> lines = new ArrayList<>();
        for (RefundRequest.Line line : request.lines()) {
            lines.add(new Refund.RefundLine(
                    lines.size() + 1,
                    line.purchaseKey(),
                    Optional.empty(),
                    line.position(),
                    line.quantity(),
                    line.amount(),
                    0));
        }
        return lines;
    }

    private PostingDesk openDesk(LedgerSession session, List<Refund.RefundLine> lines) throws SQLException {
        Set<NaturalKey> keys = new TreeSet<>();
        lines.forEach(line -> keys.add(line.purchaseKey()));
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), keys);
        Set<UUID> members = new HashSet<>();
        stored.values().forEach(purchase -> purchase.memberId().ifPresent(members::add));
        return desks.open(
                session,
                stored,
                members,
                members,
                stored.values().stream().map(Purchase::id).toList(),
                stored.values().stream().flatMap(purchase -> purchase.holds().stream()).collect(Collectors.toSet()));
    }

    private Refund apply(PostingDesk desk, Refund refund, boolean told) {
        AppliedRefund applied = application.apply(desk, refund.id(), refund.head().occurredAt(), refund.lines());
        Refund found = new Refund(
                refund.id(), refund.head(), refund.contentHash(), refund.state(), refund.recordedAt(),
                refund.waitsUntil(), applied.lines(), refund.request(), "");
        if (told) {
            application.tell(desk, found, applied);
        }
        return answers.answered(desk, found, applied);
    }

    /** Applies refunds whose purchases came at the very same moment, so that neither saw the other. */
    void pairWaiting(Instant now, int limit) {
        for (NaturalKey key : refunds.waiting(now, limit)) {
            points.post(session -> {
                Refund refund = refunds.lock(session.connection(), Set.of(key)).get(key);
                if (refund != null && refund.state() == RefundState.WAITING) {
                    PostingDesk desk = openDesk(session, refund.lines());
                    application.applyWaiting(desk, refund);
                    desk.write(rows);
                }
                return null;
            });
        }
    }
}
