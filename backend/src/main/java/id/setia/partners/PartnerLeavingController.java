package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** A partner's leaving over HTTP. */
@Controller("/api/v1/partners/{partnerId}/leaving")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Partners")
class PartnerLeavingController {

    private final PartnerLeavings leavings;
    private final Premises premises;
    private final PartnerDirectory directory;

    PartnerLeavingController(PartnerLeavings leavings, Premises premises, PartnerDirectory directory) {
        this.leavings = leavings;
        this.premises = premises;
        this.directory = directory;
    }

    @Get
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getPartnerLeaving",
            summary = "Read how far a partner's leaving is",
            description = "The dates of a partner that leaves or has left, and what has happened of it so far.")
    PartnerLeavingResponse get(
            @Parameter(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId) {
        return answer(id(partnerId), Optional.empty());
    }

    private PartnerLeavingResponse answer(UUID partnerId, Optional<UUID> approvalId) {
        directory.refresh();
        return PartnerLeavingResponse.of(premises.partner(partnerId), approvalId);
    }

    private static UUID id(String partnerId) {
        return PublicId.PARTNER.parseOr(partnerId, ProblemCode.PARTNER_NOT_FOUND);
    }

    @Get("/preview")
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "previewPartnerLeaving",
            summary = "See what a partner's leaving would mean",
            description = "The points that members would keep at its expense, the rules, rewards and systems that would end, and when.")
    LeavingPreviewResponse preview(
            @Parameter(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
            @Parameter(description = "The first day on which its purchases would earn nothing.", example = "2027-01-01") @QueryValue String leavesOn) {
        try {
            return leavings.preview(id(partnerId), LocalDate.parse(leavesOn));
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/leavesOn", "date_malformed");
        }
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = {Role.FINANCE})
    @Operation(
            operationId = "leavePartner",
            summary = "Let a partner leave",
            description =
                    "Asks a second person to agree. From the day on, purchases at the partner are still taken but earn nothing,"
                            + " the rules and rewards at its expense end, and members keep their points; refunds are taken for"
                            + " some time more, then its systems end. Needs an `Idempotency-Key`.")
    PartnerLeavingResponse leave(
            Caller caller,
            @Parameter(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid LeavePartnerRequest request) {
        if (!(caller instanceof Caller.SignedInStaff staff)) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        UUID partner = id(partnerId);
        return answer(partner, Optional.of(leavings.ask(staff, Optional.ofNullable(key), partner, request)));
    }
}
