package id.setia.audiences;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
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

/** Saved audiences over HTTP, for staff. */
@Controller("/api/v1/audiences")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audiences", description = "Sets of members by criteria or by list.")
class AudienceController {

    private final Audiences audiences;
    private final AudienceEditing editing;
    private final CriterionReader reader;
    private final CriterionAnswers answers;
    private final BusinessClock clock;

    AudienceController(
            Audiences audiences,
            AudienceEditing editing,
            CriterionReader reader,
            CriterionAnswers answers,
            BusinessClock clock) {
        this.audiences = audiences;
        this.editing = editing;
        this.reader = reader;
        this.answers = answers;
        this.clock = clock;
    }

    /** Lists audiences. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(operationId = "listAudiences", summary = "List audiences", description = "All saved audiences, by name.")
    AudienceListResponse list() {
        return new AudienceListResponse(audiences.all().stream().map(this::response).toList());
    }

    /** One audience. */
    @Get("/{audienceId}")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getAudience",
            summary = "Read an audience",
            description = "A saved audience. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<AudienceResponse> get(
            @Parameter(description = "The audience.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId) {
        return tagged(id(audienceId), HttpStatus.OK);
    }

    /** Saves an audience. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "createAudience",
            summary = "Save an audience",
            description = "Saves criteria under a name, or, without criteria, begins a static list whose members are imported.")
    HttpResponse<AudienceResponse> create(Caller caller, @Body @Valid WriteAudienceRequest request) {
        return tagged(editing.create(caller, request), HttpStatus.CREATED);
    }

    /** Changes an audience. */
    @Put("/{audienceId}")
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeAudience",
            summary = "Change an audience",
            description = "Writes a saved audience anew; whatever uses it follows within a second.")
    HttpResponse<AudienceResponse> change(
            Caller caller,
            @Parameter(description = "The audience.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
            @Parameter(description = "`ETag` of the audience that was changed.", example = "\"2\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid WriteAudienceRequest request) {
        editing.change(caller, id(audienceId), version(ifMatch), request);
        return tagged(id(audienceId), HttpStatus.OK);
    }

    /** Deletes an audience. */
    @Delete("/{audienceId}")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "deleteAudience",
            summary = "Delete an audience",
            description = "Deletes an audience nothing uses; one in use stays: `audience_in_use`.")
    void delete(
            Caller caller,
            @Parameter(description = "The audience.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId,
            @Parameter(description = "`ETag` of the audience.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH)
                    String ifMatch) {
        editing.delete(caller, id(audienceId), version(ifMatch));
    }

    /** Counts criteria. */
    @Post("/count")
    @Status(HttpStatus.OK)
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "countCriteria",
            summary = "Count members by criteria",
            description = "How many members meet criteria now; nothing is saved.")
    AudienceCountResponse count(@Body @Valid CountAudienceRequest request) {
        return new AudienceCountResponse(
                audiences.count(reader.read(request.criteria(), "/criteria")), clock.now());
    }

    /** Counts an audience. */
    @Get("/{audienceId}/count")
    @Allowed(staff = {Role.MARKETER, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "countAudience",
            summary = "Count an audience",
            description = "How many members are in a saved audience now; of a static list, those who still take part.")
    AudienceCountResponse count(
            @Parameter(description = "The audience.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga") String audienceId) {
        return new AudienceCountResponse(audiences.count(found(id(audienceId))), clock.now());
    }

    private SavedAudience found(UUID id) {
        return audiences.find(id).orElseThrow(() -> Problem.of(ProblemCode.AUDIENCE_NOT_FOUND));
    }

    private HttpResponse<AudienceResponse> tagged(UUID id, HttpStatus status) {
        SavedAudience audience = found(id);
        return HttpResponse.<AudienceResponse>status(status)
                .header(HttpHeaders.ETAG, new Version(audience.version()).tag())
                .body(response(audience));
    }

    private AudienceResponse response(SavedAudience audience) {
        return new AudienceResponse(
                PublicId.AUDIENCE.format(audience.id()),
                audience.version(),
                audience.name(),
                audience.criteria().map(answers::of).orElse(null),
                audience.isList() ? audience.listed() : null,
                audience.changedAt(),
                editing.usedBy(audience.id()));
    }

    private static UUID id(String audienceId) {
        return PublicId.AUDIENCE.parseOr(audienceId, ProblemCode.AUDIENCE_NOT_FOUND);
    }

    private static Version version(String ifMatch) {
        return Version.of(Optional.ofNullable(ifMatch));
    }
}
