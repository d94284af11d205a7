package id.setia.access;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;

/** The staff over HTTP, for administrators. */
@Controller("/api/v1/staff")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Staff")
class StaffController {

    private final StaffPeople people;
    private final StaffInvitations invitations;
    private final StaffPasswords passwords;

    StaffController(StaffPeople people, StaffInvitations invitations, StaffPasswords passwords) {
        this.people = people;
        this.invitations = invitations;
        this.passwords = passwords;
    }

    /** Lists the staff. */
    @Get
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "listStaff",
            summary = "List the staff",
            description = "Everybody on the staff by name, those invited and those disabled included.")
    StaffListResponse list(
            @Parameter(description = "Only those in this state.", example = "active", schema = @Schema(allowableValues = {"invited", "active", "disabled"}))
                    @Nullable @QueryValue @Pattern(regexp = "invited|active|disabled") String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
        Optional<UUID> after = Optional.ofNullable(cursor)
                .map(text -> PublicId.STAFF.parse(Cursor.place(text)).orElseThrow(() -> Problem.invalid("/cursor", "cursor_unknown")));
        Page<StaffAccount> page = people.page(Optional.ofNullable(state).map(StaffState::of), after, limit);
        return new StaffListResponse(
                page.items().stream().map(StaffResponse::of).toList(),
                page.nextCursor().map(Cursor::of).orElse(null));
    }

    /** Invites somebody. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "inviteStaff",
            summary = "Invite somebody to the staff",
            description = "Mails a link by which the person chooses a password and signs in; it works once, for seven days.")
    HttpResponse<StaffResponse> invite(Caller caller, @Body @Valid InviteStaffRequest person) {
        StaffAccount invited = invitations.invite(caller, person);
        return HttpResponse.created(StaffResponse.of(invited)).header(HttpHeaders.ETAG, new Version(invited.version()).tag());
    }

    /** Reads somebody. */
    @Get("/{staffId}")
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getStaff",
            summary = "Read a member of staff",
            description = "The `ETag` is what a change names in `If-Match`.")
    HttpResponse<StaffResponse> get(String staffId) {
        return response(people.read(id(staffId)));
    }

    /** Changes somebody. */
    @Put("/{staffId}")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeStaff",
            summary = "Change a member of staff",
            description = "Name, language, roles and stores; acts at once on those who are signed in. Nobody changes their own roles or stores (`own_account`), and the last active administrator stays one (`last_administrator`).")
    HttpResponse<StaffResponse> change(
            Caller caller,
            String staffId,
            @Parameter(description = "The `ETag` of what was read.", example = "\"3\"") @Header(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @Body @Valid ChangeStaffRequest change) {
        return response(people.change(caller, id(staffId), Version.of(ifMatch), change));
    }

    /** Sends the invitation again. */
    @Post("/{staffId}/invitation")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "resendStaffInvitation",
            summary = "Send the invitation again",
            description = "Mails a new link; the one before no longer works. `invitation_accepted` for who has come in already.")
    HttpResponse<StaffResponse> inviteAgain(Caller caller, String staffId) {
        return response(invitations.sendAgain(caller, id(staffId)));
    }

    /** Keeps somebody out. */
    @Put("/{staffId}/suspension")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "disableStaff",
            summary = "Disable a member of staff",
            description = "Ends their sessions and links at once and keeps them out. Nobody disables themselves (`own_account`), and the last active administrator stays (`last_administrator`).")
    HttpResponse<StaffResponse> disable(Caller caller, String staffId) {
        return response(people.disable(caller, id(staffId)));
    }

    /** Lets somebody in again. */
    @Delete("/{staffId}/suspension")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "enableStaff",
            summary = "Enable a member of staff",
            description = "Lets somebody in again who was disabled; who never came in needs a new invitation.")
    HttpResponse<StaffResponse> enable(Caller caller, String staffId) {
        return response(people.enable(caller, id(staffId)));
    }

    /** Mails somebody a link to a new password. */
    @Post("/{staffId}/password-link")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "sendStaffPasswordLink",
            summary = "Send a link to a new password",
            description = "Mails a link by which the person chooses a new password; it works once, for thirty minutes.")
    void sendPasswordLink(Caller caller, String staffId) {
        passwords.mailLink(caller, id(staffId));
    }

    /** Takes somebody's second factor away. */
    @Delete("/{staffId}/second-factor")
    @Status(HttpStatus.OK)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "resetStaffSecondFactor",
            summary = "Take a second factor away",
            description = "For who lost their authenticator and recovery codes; they sign in by password and, where the program requires it, set up a new one. Make sure of who asks.")
    HttpResponse<StaffResponse> resetSecondFactor(Caller caller, String staffId) {
        return response(people.resetSecondFactor(caller, id(staffId)));
    }

    private static UUID id(String staffId) {
        return PublicId.STAFF.parseOr(staffId, ProblemCode.STAFF_NOT_FOUND);
    }

    private static HttpResponse<StaffResponse> response(StaffAccount account) {
        return HttpResponse.ok(StaffResponse.of(account)).header(HttpHeaders.ETAG, new Version(account.version()).tag());
    }
}
