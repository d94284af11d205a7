package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
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

/** Points added and taken by hand, over HTTP. */
@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Corrections")
class AdjustmentController {

    private static final int USUAL_MONTHS = 12;

    private final ManualPoints manual;
    private final MemberLookup members;
    private final PartnerDirectory partners;
    private final CorrectionAnswers answers;

    AdjustmentController(
            ManualPoints manual, MemberLookup members, PartnerDirectory partners, CorrectionAnswers answers) {
        this.manual = manual;
        this.members = members;
        this.partners = partners;
        this.answers = answers;
    }

    @Post("/{memberId}/adjustments")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "adjustPoints",
            summary = "Add or take points by hand",
            description = "Within the limits of the caller's role at once. Beyond them nothing happens to the points until a"
                    + " second person has said yes. Nobody adjusts their own membership.")
    AdjustmentResponse adjust(
            Caller caller,
            String memberId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid AdjustPointsRequest request) {
        return answers.of(manual.adjust(
                StaffCallers.of(caller), Optional.ofNullable(key), adjustment(memberId, request)));
    }

    @Post("/{memberId}/adjustment-previews")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "previewAdjustment",
            summary = "See what adding or taking points would do",
            description = "Reckons the act as it would happen now, and says whether a second person would have to say yes.")
    AdjustmentPreviewResponse preview(Caller caller, String memberId, @Body @Valid AdjustPointsRequest request) {
        return answers.preview(manual.preview(StaffCallers.of(caller), adjustment(memberId, request)));
    }

    private Adjustment adjustment(String memberId, AdjustPointsRequest request) {
        UUID member = members.receiver(MemberReference.memberId(
                PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND)));
        if (request.points() == 0) {
            throw Problem.invalid("/points", "must_not_be_zero");
        }
        if (request.points() < 0 && request.fundingPartnerId() != null) {
            throw Problem.invalid("/fundingPartnerId", "only_when_adding");
        }
        if (request.points() < 0 && request.expiryMonths() != null) {
            throw Problem.invalid("/expiryMonths", "only_when_adding");
        }
        return new Adjustment(
                member,
                request.points(),
                request.reason(),
                request.explanation().strip(),
                Optional.ofNullable(request.expiryMonths()).orElse(USUAL_MONTHS),
                funder(Optional.ofNullable(request.fundingPartnerId())),
                Optional.ofNullable(request.purchaseId())
                        .map(id -> PublicId.PURCHASE.parseOr(id, ProblemCode.PURCHASE_NOT_FOUND))
                        .orElse(null),
                Boolean.TRUE.equals(request.mayOwe()));
    }

    private UUID funder(Optional<String> named) {
        return named.map(text -> PublicId.PARTNER
                        .parse(text)
                        .flatMap(partners::partner)
                        .orElseThrow(() -> Problem.invalid("/fundingPartnerId", "partner_unknown")))
                .map(Partner::id)
                .orElseGet(() -> partners.owner().id());
    }
}
