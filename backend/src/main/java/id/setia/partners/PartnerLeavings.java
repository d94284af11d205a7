package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.access.Role;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
import id.setia.approvals.Approvals;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for a partner's leaving: what it would mean, asking for it, and what a second person's yes sets going. */
@Singleton
class PartnerLeavings implements ApprovableAct {

    static final String KIND = "partner_leaving";

    private static final int MOST_YEARS = 5;

    private final PartnerDirectory directory;
    private final List<PartnerTies> ties;
    private final Approvals approvals;
    private final IdempotencyKeys requests;
    private final Settings settings;
    private final ProgramSettings program;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final IdMaker ids;
    private final Json json;

    PartnerLeavings(
            PartnerDirectory directory,
            List<PartnerTies> ties,
            Approvals approvals,
            IdempotencyKeys requests,
            Settings settings,
            ProgramSettings program,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit,
            IdMaker ids,
            Json json) {
        this.directory = directory;
        this.ties = ties;
        this.approvals = approvals;
        this.requests = requests;
        this.settings = settings;
        this.program = program;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
    }

    /** What leaving on a day would mean. */
    LeavingPreviewResponse preview(UUID partnerId, LocalDate leavesOn) {
        Leaving leaving = leaving(order(partnerId, leavesOn, ""));
        refuseUnfit(partner(partnerId), leavesOn);
        return new LeavingPreviewResponse(
                leaving.leavesAt(),
                leaving.refundsUntil(),
                ties.stream()
                        .flatMap(room -> room.of(partnerId, leaving.leavesAt()).stream())
                        .map(PartnerTieResponse::of)
                        .toList());
    }

    private LeavingOrder order(UUID partnerId, LocalDate leavesOn, String reason) {
        PartnerLeavingPolicy policy = settings.read(
                        PartnerLeavingPolicy.SETTING, PartnerLeavingPolicy.class, PartnerLeavingPolicy.USUAL)
                .value();
        return new LeavingOrder(partnerId, leavesOn, policy.refundDays(), reason);
    }

    private Leaving leaving(LeavingOrder order) {
        Instant leavesAt = program.current().startOf(order.leavesOn());
        Instant refundsUntil = program.current().startOf(order.leavesOn().plusDays(order.refundDays()));
        return new Leaving(leavesAt, refundsUntil, Optional.empty(), Optional.empty());
    }

    private Partner partner(UUID partnerId) {
        return directory.partner(partnerId).orElseThrow(() -> Problem.of(ProblemCode.PARTNER_NOT_FOUND));
    }

    private void refuseUnfit(Partner partner, LocalDate leavesOn) {
        if (partner.owner()) {
            throw Problem.of(ProblemCode.OWNER_STAYS);
        }
        if (partner.state() != PartnerState.ACTIVE) {
            throw Problem.of(ProblemCode.PARTNER_NOT_ACTIVE);
        }
        LocalDate today = program.current().dateOf(clock.now());
        if (leavesOn.isBefore(today) || leavesOn.isAfter(today.plusYears(MOST_YEARS))) {
            throw Problem.invalid("/leavesOn", "value_out_of_range", today.toString(), today.plusYears(MOST_YEARS).toString());
        }
    }

    /**
     * Asks for a second person's yes.
     *
     * @return the request that waits for it
     * @throws Problem {@code owner_stays}, {@code partner_not_active}, {@code partner_not_found}, {@code
     *     approval_waiting}, {@code idempotency_key_missing}, {@code idempotency_key_reused}
     */
    UUID ask(Caller.SignedInStaff by, Optional<String> key, UUID partnerId, LeavePartnerRequest request) {
        LeavingOrder order = order(partnerId, request.leavesOn(), request.reason().strip());
        return requests.once(
                        new IdempotencyKeys.Request(by, key, "leave_partner", List.of(partnerId, request)),
                        ids.next(),
                        id -> {
                            refuseUnfit(partner(partnerId), request.leavesOn());
                            approvals.refuseRepeated(KIND, content -> json.read(content, LeavingOrder.class)
                                    .partnerId()
                                    .equals(partnerId));
                            approvals.request(id, by, KIND, Optional.empty(), json.write(order));
                        })
                .resourceId();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        LeavingOrder order = json.read(approval.content(), LeavingOrder.class);
        String name = directory.partner(order.partnerId()).map(Partner::name).orElse("");
        return new Summary(
                LocalText.of(
                        "%s berhenti per %s, retur sampai %d hari sesudahnya"
                                .formatted(name, order.leavesOn(), order.refundDays()),
                        "%s leaves on %s, refunds for %d days after that"
                                .formatted(name, order.leavesOn(), order.refundDays())),
                "",
                LocalText.of("Mitra berhenti", "A partner leaves"),
                order.reason());
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        if (!by.roles().contains(Role.ADMINISTRATOR) && !by.roles().contains(Role.FINANCE)) {
            throw Problem.of(ProblemCode.ROLE_MAY_NOT_APPROVE);
        }
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        LeavingOrder order = json.read(approval.content(), LeavingOrder.class);
        transactions.write(connection -> {
            transactions.afterCommit(directory::refresh);
            Partner partner = PremisesRows.locked(connection, order.partnerId())
                    .orElseThrow(() -> Problem.of(ProblemCode.PARTNER_NOT_FOUND));
            refuseUnfit(partner, order.leavesOn());
            Leaving leaving = leaving(order);
            PremisesRows.update(connection, partner.leaving(leaving));
            DirectoryRows.moveEpoch(connection);
            audit.record(
                    approver, "partner.leaving", "partner", partner.id(), "leavesAt", leaving.leavesAt().toString(),
                    "refundsUntil", leaving.refundsUntil().toString());
            return null;
        });
    }
}
