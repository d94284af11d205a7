package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
import id.setia.approvals.Approvals;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberMerges;
import id.setia.members.MemberReference;
import id.setia.members.OwnMembership;
import id.setia.points.PointsLedger;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door for merging two memberships of one person: in one transaction, for ever; where either has many points, when a
 * second person has said yes.
 */
@Singleton
public class MemberMerger implements ApprovableAct {

    static final String KIND = "member_merge";

    private final PointsLedger points;
    private final Merging merging;
    private final MemberMerges memberships;
    private final Approvals approvals;
    private final Corrections corrections;
    private final MemberLookup members;
    private final OwnMembership own;
    private final IdempotencyKeys requests;
    private final Settings settings;
    private final AuditTrail audit;
    private final IdMaker ids;
    private final Json json;

    MemberMerger(
            PointsLedger points,
            Merging merging,
            MemberMerges memberships,
            Approvals approvals,
            Corrections corrections,
            MemberLookup members,
            OwnMembership own,
            IdempotencyKeys requests,
            Settings settings,
            AuditTrail audit,
            IdMaker ids,
            Json json) {
        this.points = points;
        this.merging = merging;
        this.memberships = memberships;
        this.approvals = approvals;
        this.corrections = corrections;
        this.members = members;
        this.own = own;
        this.requests = requests;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
    }

    /** Either what was done, or the request that waits for a second person. */
    public record Made(Optional<Correction> correction, Optional<Approval> approval) {}

    /** What merging would do. */
    record Preview(Merging.Merged merged, MemberMerges.Outlook outlook, boolean needsApproval, long pointsAlone) {}

    long pointsAlone() {
        return settings.read(MergePolicy.SETTING, MergePolicy.class, MergePolicy.USUAL).value().pointsAlone();
    }

    Preview preview(Caller.SignedInStaff by, MergeOrder order) {
        own.refuse(by, List.of(order.memberId(), order.survivorId()));
        MemberMerges.Outlook outlook = memberships.outlook(order.memberId(), order.survivorId());
        Merging.Merged merged = tryOut(by, order);
        return new Preview(merged, outlook, merged.most() > pointsAlone(), pointsAlone());
    }

    private Merging.Merged tryOut(Caller.SignedInStaff by, MergeOrder order) {
        return points.tryOut(session -> merging.in(session, ids.next(), by.staffId(), order));
    }

    /**
     * Merges, or asks for a second person's yes.
     *
     * @throws Problem {@code own_membership}, {@code member_state_forbids}, {@code merge_into_unclaimed},
     *     {@code approval_waiting}, {@code idempotency_key_missing}, {@code idempotency_key_reused}
     */
    public Made merge(Caller.SignedInStaff by, Optional<String> key, MergeOrder order) {
        own.refuse(by, List.of(order.memberId(), order.survivorId()));
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(by, key, "merge", json.write(order));
        IdempotencyKeys.Made made = requests.once(request, ids.next(), id -> {
            refuseOneAndTheSame(order);
            memberships.lock(order.memberId(), order.survivorId());
            memberships.outlook(order.memberId(), order.survivorId());
            approvals.refuseRepeated(KIND, content -> json.read(content, MergeOrder.class).isOfSame(order));
            if (tryOut(by, order).most() > pointsAlone()) {
                approvals.request(id, by, KIND, Optional.of(order.survivorId()), json.write(order));
            } else {
                post(by, id, by.staffId(), order);
            }
        });
        return new Made(corrections.find(made.resourceId()), approvals.find(made.resourceId()));
    }

    void refuseOneAndTheSame(MergeOrder order) {
        if (members.same(order.memberId(), order.survivorId())) {
            throw Problem.invalid("/mergedMemberId", "same_member");
        }
    }

    private void post(Caller by, UUID id, UUID staffId, MergeOrder order) {
        points.post(session -> {
            memberships.lock(order.memberId(), order.survivorId());
            Merging.Merged merged = merging.in(session, id, staffId, order);
            memberships.merge(by, order.memberId(), order.survivorId(), session.now());
            audit.record(
                    by, "member.merged", "member", order.survivorId(),
                    "merged", PublicId.MEMBER.format(order.memberId()), "explanation", order.explanation());
            return merged;
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        MergeOrder order = order(approval);
        String merged = members.ownName(order.memberId());
        String survivor = members.ownName(order.survivorId());
        return new Summary(
                LocalText.of("Gabung " + merged + " ke " + survivor, "Merge " + merged + " into " + survivor),
                survivor,
                LocalText.of("Dua keanggotaan satu orang", "Two memberships of one person"),
                order.explanation());
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        ApprovalLimits limits =
                settings.read(ApprovalLimits.SETTING, ApprovalLimits.class, ApprovalLimits.USUAL).value();
        if (!limits.mayApprove(by.roles())) {
            throw Problem.of(ProblemCode.ROLE_MAY_NOT_APPROVE);
        }
        MergeOrder order = order(approval);
        own.refuse(by, List.of(order.memberId(), order.survivorId()));
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        MergeOrder order = order(approval);
        members.receiver(MemberReference.memberId(order.memberId()));
        members.receiver(MemberReference.memberId(order.survivorId()));
        own.refuse(
                new Caller.SignedInStaff(approval.requestedBy(), Set.of()), List.of(order.memberId(), order.survivorId()));
        post(approver, approval.id(), approval.requestedBy(), order);
    }

    private MergeOrder order(Approval approval) {
        return json.read(approval.content(), MergeOrder.class);
    }
}
