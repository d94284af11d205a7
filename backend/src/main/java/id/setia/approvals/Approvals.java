package id.setia.approvals;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The door to a second person's yes. Nothing that was asked for happens before it. */
@Singleton
public class Approvals {

    private static final Duration WAIT = Duration.ofDays(7);
    private static final int CHUNK = 100;

    private final ApprovalRows rows;
    private final BeanProvider<ApprovableAct> acts;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Approvals(
            ApprovalRows rows,
            BeanProvider<ApprovableAct> acts,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.rows = rows;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** Asks for a yes, in the running transaction; it is waited for seven days. */
    public void request(UUID id, Caller.SignedInStaff by, String kind, Optional<UUID> memberId, String content) {
        transactions.write(connection -> {
            rows.insert(new Approval(
                    id, kind, memberId, content, ApprovalState.WAITING, by.staffId(), clock.now(),
                    clock.now().plus(WAIT), Optional.empty(), Optional.empty(), ""));
            audit.record(by, "approval.requested", "approval", id, "kind", kind, "content", content);
            return null;
        });
    }

    /**
     * Refuses to ask for what waits already.
     *
     * @param same whether the content of a waiting request asks for the same
     * @throws Problem {@code approval_waiting} naming the one that waits
     */
    public void refuseRepeated(String kind, Predicate<String> same) {
        rows.waiting(kind, clock.now()).stream()
                .filter(approval -> same.test(approval.content()))
                .findFirst()
                .ifPresent(approval -> {
                    throw Problem.of(ProblemCode.APPROVAL_WAITING, PublicId.APPROVAL.format(approval.id()));
                });
    }

    public Optional<Approval> find(UUID id) {
        return rows.find(id).map(approval -> approval.at(clock.now()));
    }

    /** What waits, the oldest first; or what no longer does, the latest first. */
    List<Approval> list(boolean waiting, int limit) {
        return waiting
                ? rows.waiting(clock.now(), limit)
                : rows.ended(clock.now(), limit).stream()
                        .map(approval -> approval.at(clock.now()))
                        .toList();
    }

    long waiting() {
        return rows.countWaiting(clock.now());
    }

    ApprovableAct.Summary summary(Approval approval) {
        return act(approval).summary(approval);
    }

    Optional<String> subject(Approval approval) {
        return act(approval).subject(approval);
    }

    private ApprovableAct act(Approval approval) {
        return acts.stream()
                .filter(act -> act.kind().equals(approval.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody carries out " + approval.kind()));
    }

    /**
     * Says yes and does what was asked for, both or neither. Saying it again changes nothing.
     *
     * @throws Problem {@code own_request}, {@code approval_already_decided}, {@code approval_expired},
     *     {@code approval_not_found}, and whatever the act refuses
     */
    public Approval approve(Caller.SignedInStaff by, UUID id, String note) {
        return decide(by, id, ApprovalState.APPROVED, note);
    }

    /** Says no; for the same people who may say yes. */
    public Approval reject(Caller.SignedInStaff by, UUID id, String note) {
        return decide(by, id, ApprovalState.REJECTED, note);
    }

    private Approval decide(Caller.SignedInStaff by, UUID id, ApprovalState decision, String note) {
        return transactions.write(connection -> {
            Approval approval = lock(id);
            if (approval.requestedBy().equals(by.staffId())) {
                throw Problem.of(ProblemCode.OWN_REQUEST);
            }
            act(approval).refuseDecision(by, approval);
            if (approval.state() == decision && approval.decidedBy().filter(by.staffId()::equals).isPresent()) {
                return approval;
            }
            refuseEnded(approval);
            if (decision == ApprovalState.APPROVED) {
                act(approval).carryOut(by, approval);
            }
            return end(by, approval, decision, note);
        });
    }

    /** Takes back one's own request. */
    public Approval withdraw(Caller.SignedInStaff by, UUID id) {
        return transactions.write(connection -> {
            Approval approval = lock(id);
            if (!approval.requestedBy().equals(by.staffId())) {
                throw Problem.of(ProblemCode.FORBIDDEN);
            }
            if (approval.state() == ApprovalState.WITHDRAWN) {
                return approval;
            }
            refuseEnded(approval);
            return end(by, approval, ApprovalState.WITHDRAWN, "");
        });
    }

    private Approval lock(UUID id) {
        return rows.lock(id)
                .map(approval -> approval.at(clock.now()))
                .orElseThrow(() -> Problem.of(ProblemCode.APPROVAL_NOT_FOUND));
    }

    private static void refuseEnded(Approval approval) {
        switch (approval.state()) {
            case WAITING -> {
                return;
            }
            case EXPIRED -> throw Problem.of(ProblemCode.APPROVAL_EXPIRED);
            case APPROVED, REJECTED, WITHDRAWN -> throw Problem.of(ProblemCode.APPROVAL_ALREADY_DECIDED);
        }
    }

    private Approval end(Caller by, Approval approval, ApprovalState as, String note) {
        Approval ended = approval.decided(as, by.actorId(), clock.now(), note);
        rows.decide(ended);
        audit.record(by, "approval." + as.value(), "approval", approval.id(), "note", note);
        return ended;
    }

    /** Writes down those that nobody answered in time. */
    void expire() {
        List<Approval> overdue;
        do {
            overdue = rows.overdue(clock.now(), CHUNK);
            overdue.forEach(found -> transactions.write(connection -> {
                rows.lock(found.id())
                        .filter(approval -> approval.state() == ApprovalState.WAITING)
                        .ifPresent(approval -> end(new Caller.Stranger(), approval, ApprovalState.EXPIRED, ""));
                return null;
            }));
        } while (overdue.size() == CHUNK);
    }
}
