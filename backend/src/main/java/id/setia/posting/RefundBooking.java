package id.setia.posting;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.purchases.ContentHash;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.RefundState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts a refund into the books, on a desk that has the purchases it names; each once and for ever. */
@Singleton
class RefundBooking {

    private static final Duration WAIT = Duration.ofDays(30);

    private final PurchaseRows rows;
    private final RefundApplication application;
    private final RefundAnswers answers;
    private final IdMaker ids;

    RefundBooking(
            PurchaseRows rows,
            RefundApplication application,
            RefundAnswers answers,
            IdMaker ids) {
        this.rows = rows;
        this.application = application;
        this.answers = answers;
        this.ids = ids;
    }

    /**
     * What stands in the books afterwards: the refund, waiting when one of its purchases has not come yet, or the one that
     * was posted under its key before.
     *
     * @param before the latter
     * @throws Problem {@code refund_conflict} when another refund stands under its key; {@code refund_exceeds_purchase},
     *     {@code nothing_left_to_refund}, {@code purchase_line_not_found} when it asks for more than is left
     */
    PostedRefund book(PostingDesk desk, RefundRequest request, Optional<Refund> before, boolean told) {
        if (before.isPresent()) {
            return sentAgain(before.get(), request, desk.program().currency());
        }
        List<Refund.RefundLine> asked = asked(request);
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
        rows.add(desk.ledger().batch(), answered);
        return new PostedRefund(answered, false, answers.of(answered));
    }

    private PostedRefund sentAgain(Refund stored, RefundRequest request, String currency) {
        if (!Arrays.equals(stored.contentHash(), ContentHash.of(request))) {
            throw Problem.conflict(
                    ProblemCode.REFUND_CONFLICT,
                    RefundDifferences.between(stored.lines(), request, currency),
                    PublicId.REFUND.format(stored.id()));
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
}
