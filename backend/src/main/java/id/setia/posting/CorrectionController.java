package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.program.ProgramSettings;
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

/** Moving a purchase to who really bought, and taking it off a member, over HTTP. */
@Controller("/api/v1/purchases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Corrections")
class CorrectionController {

    private static final UUID NOBODY = new UUID(0, 0);

    private final PurchaseMoves moves;
    private final Attachments attachments;
    private final CorrectionAnswers answers;
    private final ProgramSettings settings;

    CorrectionController(
            PurchaseMoves moves, Attachments attachments, CorrectionAnswers answers, ProgramSettings settings) {
        this.moves = moves;
        this.attachments = attachments;
        this.answers = answers;
        this.settings = settings;
    }

    @Post("/{purchaseId}/moves")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "movePurchase",
            summary = "Move a purchase to another member",
            description = "Takes the purchase's points, spend and visit from its member, as a refund would, and judges it anew"
                    + " for the other by the rules, tier and offers of its own time: one act or none. Points already used"
                    + " become debt. Nobody moves a purchase from or to their own membership.")
    CorrectionResponse move(
            Caller caller,
            String purchaseId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid MovePurchaseRequest request) {
        return answers.of(moves.move(
                StaffCallers.of(caller),
                Optional.ofNullable(key),
                id(purchaseId),
                member(request.member()),
                new Why(request.reason(), request.explanation())));
    }

    @Post("/{purchaseId}/detachments")
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "detachPurchase",
            summary = "Take a purchase off its member",
            description = "Takes the purchase's points, spend and visit from its member, as a refund would; the purchase is"
                    + " nobody's again. Sending its receipt again does not attach it; attaching it does.")
    CorrectionResponse detach(
            Caller caller,
            String purchaseId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid DetachPurchaseRequest request) {
        return answers.of(moves.detach(
                StaffCallers.of(caller),
                Optional.ofNullable(key),
                id(purchaseId),
                new Why(request.reason(), request.explanation())));
    }

    @Post("/{purchaseId}/previews")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "previewCorrection",
            summary = "See what attaching, moving or detaching would do",
            description = "Reckons the act as it would happen now, points and debts of each member concerned, and does not do it.")
    CorrectionPreviewResponse preview(
            Caller caller, String purchaseId, @Body @Valid CorrectionPreviewRequest request) {
        Caller.SignedInStaff by = StaffCallers.of(caller);
        UUID purchase = id(purchaseId);
        return answers.preview(switch (request.act()) {
            case ATTACH -> attachments.preview(by, purchase, needed(request));
            case MOVE -> moves.preview(by, purchase, Optional.of(needed(request)));
            case DETACH -> moves.preview(by, purchase, Optional.empty());
        });
    }

    private MemberReference needed(CorrectionPreviewRequest request) {
        return member(Optional.ofNullable(request.member())
                .orElseThrow(() -> Problem.invalid("/member", "required")));
    }

    private MemberReference member(MemberReferenceRequest request) {
        FigureReader figures = new FigureReader(settings.current().currency());
        MemberReference who = ReceiptReader.member(figures, request).orElse(MemberReference.memberId(NOBODY));
        figures.finish();
        return who;
    }

    private static UUID id(String purchaseId) {
        return PublicId.PURCHASE.parseOr(purchaseId, ProblemCode.PURCHASE_NOT_FOUND);
    }
}
