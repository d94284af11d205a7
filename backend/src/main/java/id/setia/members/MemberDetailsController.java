package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

@Controller("/api/v1/members/{memberId}/details")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Members")
class MemberDetailsController {

    private final MemberPath path;
    private final MemberCorrections corrections;
    private final Memberships memberships;

    MemberDetailsController(MemberPath path, MemberCorrections corrections, Memberships memberships) {
        this.path = path;
        this.corrections = corrections;
        this.memberships = memberships;
    }

    @Allowed(staff = {Role.SERVICE_AGENT}, scopes = Scope.MEMBERS_READ)
    @Get
    @Operation(
            operationId = "getMemberDetails",
            summary = "Read a member's details to correct them",
            description = "The details with their version as `ETag`. Systems of partners other than the program's owner read them"
                    + " of members who agree to share their data with partners.")
    HttpResponse<RecordedDetailsResponse> get(
            Caller caller,
            @Parameter(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId) {
        UUID member = path.member(caller, memberId);
        memberships.note(caller, member, "member.details_viewed");
        return answer(corrections.read(member));
    }

    @Allowed(staff = {Role.SERVICE_AGENT}, scopes = Scope.MEMBERS_WRITE)
    @Put
    @Operation(
            operationId = "correctMember",
            summary = "Correct a member's details",
            description = "Replaces the details of the version in `If-Match`; an e-mail address or phone number that changes"
                    + " is told to the old one. Stands in the audit trail with the reason. A partner's system changes name and"
                    + " language, and the birth date as long as none is on record; e-mail address and phone number it sends as they"
                    + " were read, for they are changed by the member, with a code, or by staff.")
    HttpResponse<RecordedDetailsResponse> correct(
            Caller caller,
            @Parameter(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
            @Parameter(description = "The `ETag` of the details that were read.", example = "\"3\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String version,
            @Body @Valid CorrectMemberRequest request) {
        return answer(corrections.correct(
                caller, path.member(caller, memberId), Version.of(Optional.ofNullable(version)), request));
    }

    private static HttpResponse<RecordedDetailsResponse> answer(RecordedDetails details) {
        return HttpResponse.ok(details.response())
                .header(HttpHeaders.ETAG, details.version().tag());
    }
}
