package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.approvals.ApprovalState;
import id.setia.kernel.LocalText;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.tiers.TierResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Two memberships made one, over HTTP. */
@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Corrections")
class MergeController {

    private static final LocalText WARNING = LocalText.of(
            "Penggabungan tidak dapat dibatalkan. Poin, utang, kartu, telepon, dan surel pindah ke keanggotaan yang"
                    + " dipertahankan; yang satunya berakhir dan selalu menunjuk ke sana.",
            "Merging cannot be undone. Points, debts, cards, phones and e-mail addresses go to the membership that stays;"
                    + " the other ends and stands for it from then on.");

    private final MemberMerger merger;
    private final MemberLookup members;
    private final CorrectionAnswers answers;

    MergeController(MemberMerger merger, MemberLookup members, CorrectionAnswers answers) {
        this.merger = merger;
        this.members = members;
        this.answers = answers;
    }

    @Post("/{memberId}/merge-previews")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "previewMerge",
            summary = "See what merging two memberships would do",
            description = "Reckons the merge as it would happen now: what both have, what the one that stays would have,"
                    + " and whether a second person would have to say yes. Nothing changes.")
    MergePreviewResponse preview(Caller caller, String memberId, @Body @Valid MergeMembersRequest request) {
        MergeOrder order = order(memberId, request);
        MemberMerger.Preview preview = merger.preview(StaffCallers.of(caller), order);
        return new MergePreviewResponse(
                EffectResponse.of(preview.merged().leaving(), members.name(order.memberId())),
                EffectResponse.of(preview.merged().staying(), members.name(order.survivorId())),
                preview.outlook().state().value(),
                TierResponse.of(preview.merged().leavingTier()),
                TierResponse.of(preview.merged().tierBefore()),
                TierResponse.of(preview.merged().tierAfter()),
                preview.outlook().withdrawn().stream().map(purpose -> purpose.value()).toList(),
                preview.needsApproval(),
                preview.pointsAlone(),
                false,
                WARNING);
    }

    @Post("/{memberId}/merges")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "mergeMembers",
            summary = "Merge another membership into this one",
            description = "For one person who has two memberships. Everything the other has and owes comes over, debts are"
                    + " paid at once, and its id, cards, phones and e-mail addresses stand for this one from then on."
                    + " Where either has many points nothing happens until a second person has said yes. Nobody merges"
                    + " their own membership. It cannot be undone.")
    MergeResponse merge(
            Caller caller,
            String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid MergeMembersRequest request) {
        MergeOrder order = named(memberId, request);
        MemberMerger.Made made = merger.merge(StaffCallers.of(caller), Optional.ofNullable(key), order);
        return new MergeResponse(
                made.approval()
                        .filter(approval -> approval.state() != ApprovalState.APPROVED)
                        .map(approval -> approval.state().value())
                        .orElse("merged"),
                PublicId.MEMBER.format(order.survivorId()),
                made.correction().map(answers::of).orElse(null),
                made.approval().map(approval -> PublicId.APPROVAL.format(approval.id())).orElse(null));
    }

    /** The memberships as named: sent again, the one merged meanwhile is the same as before. */
    private MergeOrder named(String memberId, MergeMembersRequest request) {
        UUID survivor = PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND);
        UUID merged = PublicId.MEMBER.parseOr(request.mergedMemberId(), ProblemCode.MEMBER_NOT_FOUND);
        members.receiver(MemberReference.memberId(survivor));
        members.receiver(MemberReference.memberId(merged));
        return new MergeOrder(merged, survivor, request.explanation().strip());
    }

    private MergeOrder order(String memberId, MergeMembersRequest request) {
        MergeOrder named = named(memberId, request);
        merger.refuseOneAndTheSame(named);
        return named;
    }
}
