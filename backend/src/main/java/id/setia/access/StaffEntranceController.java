package id.setia.access;

import id.setia.kernel.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** The ways into the back office for who has no password yet, or no longer. */
@Controller("/api/v1/staff")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Staff")
class StaffEntranceController {

    private final StaffInvitations invitations;
    private final StaffPasswords passwords;
    private final SignIns signIns;
    private final Attempts attempts;
    private final ClientAddress address;

    StaffEntranceController(
            StaffInvitations invitations,
            StaffPasswords passwords,
            SignIns signIns,
            Attempts attempts,
            ClientAddress address) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.signIns = signIns;
        this.attempts = attempts;
        this.address = address;
    }

    /** Reads an invitation. */
    @Post("/invitation-lookup")
    @Status(HttpStatus.OK)
    @Allowed(everyone = true)
    @Operation(
            operationId = "lookupStaffInvitation",
            summary = "Read an invitation",
            description = "Whom the link of an invitation is for; `link_invalid` once it was used, replaced or has lapsed.")
    StaffInvitationResponse lookup(HttpRequest<?> request, @Body @Valid StaffLinkRequest link) {
        attempts.take(AttemptKind.STAFF_LINK_ADDRESS, address.of(request));
        StaffAccount invited = invitations.read(link.token());
        attempts.giveBack(AttemptKind.STAFF_LINK_ADDRESS, address.of(request));
        return new StaffInvitationResponse(invited.name(), invited.email());
    }

    /** Takes an invitation up. */
    @Post("/invitation-acceptance")
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "acceptStaffInvitation",
            summary = "Accept an invitation",
            description = "Chooses the password, and signs in. The link works once; afterwards `link_invalid`.")
    HttpResponse<SessionResponse> accept(HttpRequest<?> request, @Body @Valid AcceptInvitationRequest acceptance) {
        Optional<String> name = Optional.ofNullable(acceptance.name()).map(String::strip).filter(text -> !text.isEmpty());
        UUID staffId = attempts.take(
                AttemptKind.STAFF_LINK_ADDRESS, address.of(request),
                () -> invitations.accept(acceptance.token(), name, acceptance.password()));
        attempts.giveBack(AttemptKind.STAFF_LINK_ADDRESS, address.of(request));
        return signIns.signIn(request, SessionKind.STAFF, staffId);
    }

    /** Mails a link to who forgot their password. */
    @Post("/forgotten-password")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "reportForgottenPassword",
            summary = "Report a forgotten password",
            description = "Mails a link that works once, for thirty minutes, if the address belongs to a member of staff; the answer is the same if it does not. At most three an hour for one address.")
    void forgotten(HttpRequest<?> request, @Body @Valid ForgottenPasswordRequest forgotten) {
        if (EmailAddress.parse(forgotten.email()).isEmpty()) {
            throw Problem.invalid("/email", "email_malformed");
        }
        attempts.take(AttemptKind.MAIL_LINK_ADDRESS, address.of(request));
        attempts.take(AttemptKind.PASSWORD_LINK, EmailAddress.normal(forgotten.email()));
        passwords.forgotten(forgotten.email());
    }

    /** Takes a new password by a mailed link. */
    @Post("/new-password")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(everyone = true)
    @Operation(
            operationId = "renewStaffPassword",
            summary = "Choose a new password by a mailed link",
            description = "Ends every session of the person, who then signs in with the new password and, where there is one, the second factor.")
    void renew(HttpRequest<?> request, @Body @Valid RenewPasswordRequest renewal) {
        attempts.take(AttemptKind.STAFF_LINK_ADDRESS, address.of(request), () -> passwords.renew(renewal.token(), renewal.password()));
        attempts.giveBack(AttemptKind.STAFF_LINK_ADDRESS, address.of(request));
    }
}
