package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
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
import java.util.List;
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

    private final ActLine line;
    private final ActDesks desks;
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
    private final IdMaker ids;
    private final Json json;

    ManualPoints(
            ActLine line,
            ActDesks desks,
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
            IdMaker ids,
            Json json) {
        this.line = line;
        this.desks = desks;
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
        UUID made = line.perform(adjusting(by, request, order)).orElseGet(() -> ask(by, request, order));
        return new Made(corrections.find(made), approvals.find(made));
    }

    /** Adds or takes points and answers the correction; nothing, where a second person has to say yes. */
    PointsAct<Optional<UUID>> adjusting(
            Caller.SignedInStaff by, IdempotencyKeys.Request request, Adjustment order) {
        IdempotencyKeys.Named named = requests.named(request);
        UUID id = ids.next();
        return Adjusting.<Optional<UUID>>act(order, desk -> {
                    if (needsApproval(by, order, desk.days().of(by.staffId()))) {
                        return Optional.empty();
                    }
                    return Optional.of(desk.requests()
                            .once(desk.batch(), named, id, () -> {
                                post(desk, by, id, by.staffId(), order);
                                desk.days().add(by.staffId(), Math.abs(order.points()));
                            })
                            .resourceId());
                })
                .once(named)
                .needing(new PointsAct.ByHand(by.staffId()));
    }

    private boolean needsApproval(Caller.SignedInStaff by, Adjustment order, long today) {
        RoleLimit limit = limits().of(by.roles());
        long asked = Math.abs(order.points());
        return asked > limit.perAct() || today + asked > limit.perDay();
    }

    private void post(ActDesk desk, Caller by, UUID id, UUID staffId, Adjustment order) {
        adjusting.at(desk, id, staffId, order);
        desk.audit(AuditTrail.entry(
                by, "points.adjusted", "member", order.memberId(),
                "points", Long.toString(order.points()), "reason", order.reason().value(),
                "explanation", order.explanation()));
    }

    private UUID ask(Caller.SignedInStaff by, IdempotencyKeys.Request request, Adjustment order) {
        return requests.once(request, ids.next(), id -> {
                    tryOut(by, id, order);
                    approvals.request(id, by, KIND, Optional.of(order.memberId()), json.write(order));
                })
                .resourceId();
    }

    private MemberEffect tryOut(Caller.SignedInStaff by, UUID id, Adjustment order) {
        PointsAct<MemberEffect> act = Adjusting.act(order, desk -> adjusting.at(desk, id, by.staffId(), order));
        return points.tryOut(session -> act.work().at(desks.open(session, List.of(act))));
    }

    private LocalDate today() {
        return program.current().dateOf(clock.now());
    }

    Preview preview(Caller.SignedInStaff by, Adjustment order) {
        own.refuse(by, Set.of(order.memberId()));
        RoleLimit limit = limits().of(by.roles());
        long today = days.of(by.staffId(), today());
        return new Preview(tryOut(by, ids.next(), order), needsApproval(by, order, today), limit, today);
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
        PointsAct<UUID> act = Adjusting.act(order, desk -> {
            post(desk, approver, approval.id(), approval.requestedBy(), order);
            return approval.id();
        });
        points.post(session -> {
            ActDesk desk = desks.open(session, List.of(act));
            act.work().at(desk);
            desk.write();
            return approval.id();
        });
    }

    private Adjustment order(Approval approval) {
        return json.read(approval.content(), Adjustment.class);
    }
}
