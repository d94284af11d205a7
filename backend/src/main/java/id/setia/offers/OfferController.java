package id.setia.offers;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.StopRuleRequest;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Offers over HTTP, for staff. */
@Controller("/api/v1/offers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Offers")
class OfferController {

    private final OfferPlanning planning;
    private final OfferPublishing publishing;
    private final OfferPlanAnswers answers;

    OfferController(OfferPlanning planning, OfferPublishing publishing, OfferPlanAnswers answers) {
        this.planning = planning;
        this.publishing = publishing;
        this.answers = answers;
    }

    /** Lists offers. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listOffers",
            summary = "List offers",
            description = "All offers with how often they were activated and used.")
    StaffOfferListResponse list() {
        return answers.all();
    }

    /** One offer. */
    @Get("/{offerId}")
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getOffer",
            summary = "Read an offer",
            description = "An offer. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<StaffOfferResponse> get(
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId) {
        return tagged(id(offerId), HttpStatus.OK);
    }

    /** Begins an offer. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createOffer",
            summary = "Draft an offer",
            description = "Makes a draft, which no member sees until it is published.")
    HttpResponse<StaffOfferResponse> create(Caller caller, @Body @Valid WriteOfferRequest request) {
        return tagged(planning.create(caller, request), HttpStatus.CREATED);
    }

    /** Changes a draft. */
    @Put("/{offerId}")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeOffer",
            summary = "Change a draft",
            description = "Writes a draft anew. An offer that was published no longer changes: `offer_not_draft`.")
    HttpResponse<StaffOfferResponse> change(
            Caller caller,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
            @Parameter(description = "`ETag` of the offer that was changed.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid WriteOfferRequest request) {
        planning.change(caller, id(offerId), version(ifMatch), request);
        return tagged(id(offerId), HttpStatus.OK);
    }

    /** Throws a draft away. */
    @Delete("/{offerId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "deleteOffer",
            summary = "Throw a draft away",
            description = "Removes a draft. An offer that was published stays: `offer_not_draft`.")
    void delete(
            Caller caller,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
            @Parameter(description = "`ETag` of the offer.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        planning.delete(caller, id(offerId), version(ifMatch));
    }

    /** Publishes a draft. */
    @Put("/{offerId}/publication")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "publishOffer",
            summary = "Publish an offer",
            description = "Puts a draft in force: members it is for see it within a second of its beginning. Where it is expected to"
                    + " cost more than one person may decide, it waits for a second person's yes instead: `stage` is"
                    + " `waiting`.")
    HttpResponse<StaffOfferResponse> publish(
            Caller caller,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
            @Parameter(description = "`ETag` of the offer.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        publishing.publish(staff(caller), id(offerId), version(ifMatch));
        return tagged(id(offerId), HttpStatus.OK);
    }

    /** Takes back the request for a second person's yes. */
    @Delete("/{offerId}/publication")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "takeBackOffer",
            summary = "Take a publication back that waits",
            description = "Withdraws the caller's own request for a second person's yes, so that the draft may change again.")
    HttpResponse<StaffOfferResponse> takeBack(
            Caller caller,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
            @Parameter(description = "`ETag` of the offer.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        publishing.takeBack(staff(caller), id(offerId), version(ifMatch));
        return tagged(id(offerId), HttpStatus.OK);
    }

    /** Ends an offer. */
    @Put("/{offerId}/end")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "endOffer",
            summary = "End an offer",
            description = "Ends a published offer now. What it gave stays, and purchases made before that arrive late still get it; vouchers"
                    + " it gave that were not used are withdrawn soon after, but for imported codes that were shown.")
    HttpResponse<StaffOfferResponse> end(
            Caller caller,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
            @Parameter(description = "`ETag` of the offer.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        planning.end(caller, id(offerId), version(ifMatch));
        return tagged(id(offerId), HttpStatus.OK);
    }

    /** Stops an offer at once. */
    @Put("/{offerId}/stop")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "stopOffer",
            summary = "Stop an offer at once",
            description = "Ends the offer and stops its rule from this very moment on, on every server. What it gave stays until"
                    + " its purchases are judged again; vouchers that were not used are withdrawn soon after, but for imported"
                    + " codes that were shown. Repeating it is safe.")
    HttpResponse<StaffOfferResponse> stop(
            Caller caller,
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId,
            @Body @Valid StopRuleRequest request) {
        planning.stop(caller, id(offerId), request.reason().strip());
        return tagged(id(offerId), HttpStatus.OK);
    }

    private HttpResponse<StaffOfferResponse> tagged(UUID offerId, HttpStatus status) {
        StaffOfferResponse offer = answers.one(offerId);
        return HttpResponse.<StaffOfferResponse>status(status)
                .header(HttpHeaders.ETAG, new Version(offer.version()).tag())
                .body(offer);
    }

    private static Caller.SignedInStaff staff(Caller caller) {
        if (caller instanceof Caller.SignedInStaff staff) {
            return staff;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }

    private static UUID id(String offerId) {
        return PublicId.OFFER.parseOr(offerId, ProblemCode.OFFER_NOT_FOUND);
    }

    private static Version version(String ifMatch) {
        return Version.of(Optional.ofNullable(ifMatch));
    }
}
