package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.approvals.Approval;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approvals;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.MemberReference;
import id.setia.members.OwnMembership;
import id.setia.points.PointsLedger;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door for points added or taken by hand: within the limits of a role at once, beyond them when a second person has
 * said yes.
 */
@Singleton
public class ManualPoints implements ApprovableAct {

    static final String KIND = "points_adjustment";

    private final PointsLedger points;
    private final Adjusting adjusting;
    private final AdjustmentDays days;
    private final Approvals approvals;
    private final Corrections corrections;
    private final MemberLookup members;
    private final OwnMembership own;
    private final IdempotencyKeys requests;
    private final Settings settings;
    private final ProgramSettings program;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final IdMaker ids;
    private final Json json;

    ManualPoints(
            PointsLedger points,
            Adjusting adjusting,
            AdjustmentDays days,
            Approvals approvals,
            Corrections corrections,
            MemberLookup members,
            OwnMembership own,
            IdempotencyKeys requests,
            Settings settings,
            ProgramSettings program,
            BusinessClock clock,
            AuditTrail audit,
            IdMaker ids,
            Json json) {
        this.points = points;
        this.adjusting = adjusting;
        this.days = days;
        this.approvals = approvals;
        this.corrections = corrections;
        this.members = members;
        this.own = own;
        this.requests = requests;
        this.settings = settings;
        this.program = program;
        this.clock = clock;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
    }

    /** Either what was done, or the request that waits for a second person. */
    public record Made(Optional<Correction> correction, Optional<Approval> approval) {}

    /** What adding or taking would do, and whether a second person would have to say yes. */
    record Preview(MemberEffect effect, boolean needsApproval, RoleLimit limit, long today) {}

    ApprovalLimits limits() {
        return settings.read(ApprovalLimits.SETTING, ApprovalLimits.class, ApprovalLimits.USUAL).value();
    }

    /**
     * Adds or takes points, or asks for a second person's yes.
     *
     * @throws Problem {@code own_membership}, {@code insufficient_points}, {@code adjustment_exceeds_purchase},
     *     {@code member_not_found}, {@code idempotency_key_missing}, {@code idempotency_key_reused}
     */
    public Made adjust(Caller.SignedInStaff by, Optional<String> key, Adjustment order) {
        own.refuse(by, Set.of(order.memberId()));
        IdempotencyKeys.Request request =
                new IdempotencyKeys.Request(by, key, "adjust", json.write(order));
        IdempotencyKeys.Made made = requests.once(request, ids.next(), id -> {
            if (needsApproval(by, order)) {
                points.tryOut(session -> adjusting.in(session, id, by.staffId(), order));
                approvals.request(id, by, KIND, Optional.of(order.memberId()), json.write(order));
                return;
            }
            days.add(by.staffId(), today(), Math.abs(order.points()));
            post(by, id, by.staffId(), order);
        });
        return new Made(corrections.find(made.resourceId()), approvals.find(made.resourceId()));
    }

    /** Counting the day under lock keeps two acts of one person at once from both passing below the limit. */
    private boolean needsApproval(Caller.SignedInStaff by, Adjustment order) {
        RoleLimit limit = limits().of(by.roles());
        long asked = Math.abs(order.points());
        long today = days.add(by.staffId(), today(), 0);
        return asked > limit.perAct() || today + asked > limit.perDay();
    }

    private LocalDate today() {
        return program.current().dateOf(clock.now());
    }

    private void post(Caller by, UUID id, UUID staffId, Adjustment order) {
        points.post(session -> {
            MemberEffect effect = adjusting.in(session, id, staffId, order);
            audit.record(
                    by, "points.adjusted", "member", order.memberId(),
                    "points", Long.toString(order.points()), "reason", order.reason().value(),
                    "explanation", order.explanation());
            return effect;
        });
    }

    Preview preview(Caller.SignedInStaff by, Adjustment order) {
        own.refuse(by, Set.of(order.memberId()));
        RoleLimit limit = limits().of(by.roles());
        long today = days.of(by.staffId(), today());
        long asked = Math.abs(order.points());
        MemberEffect effect = points.tryOut(session -> adjusting.in(session, ids.next(), by.staffId(), order));
        return new Preview(effect, asked > limit.perAct() || today + asked > limit.perDay(), limit, today);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        Adjustment order = order(approval);
        LocalText number = MoneyText.number(Math.abs(order.points()));
        return new Summary(
                order.points() > 0
                        ? LocalText.of("Tambah " + number.id() + MoneyText.TIE + "poin", "Add " + number.en() + MoneyText.TIE + "points")
                        : LocalText.of(
                                "Kurangi " + number.id() + MoneyText.TIE + "poin", "Take " + number.en() + MoneyText.TIE + "points"),
                members.name(order.memberId()),
                order.reason().text(),
                order.explanation());
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        if (!limits().mayApprove(by.roles())) {
            throw Problem.of(ProblemCode.ROLE_MAY_NOT_APPROVE);
        }
        own.refuse(by, approval.memberId().map(Set::of).orElse(Set.of()));
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        Adjustment order = order(approval);
        members.receiver(MemberReference.memberId(order.memberId()));
        own.refuse(new Caller.SignedInStaff(approval.requestedBy(), Set.of()), Set.of(order.memberId()));
        post(approver, approval.id(), approval.requestedBy(), order);
    }

    private Adjustment order(Approval approval) {
        return json.read(approval.content(), Adjustment.class);
    }
}
