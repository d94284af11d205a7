package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.SessionKind;
import id.setia.access.SessionResponse;
import id.setia.access.SignIns;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

@Controller("/api/v1/members/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account", description = "What members change of their own account.")
class AccountController {

    private final MemberDetails details;
    private final PasswordChanges passwords;
    private final Reauthentication reauthentication;
    private final SignIns signIns;

    AccountController(
            MemberDetails details, PasswordChanges passwords, Reauthentication reauthentication, SignIns signIns) {
        this.details = details;
        this.passwords = passwords;
        this.reauthentication = reauthentication;
        this.signIns = signIns;
    }

    /** Changes name and language, and adds a birth date where there is none. */
    @Put("/details")
    @Allowed(member = true)
    @Operation(
            operationId = "changeDetails",
            summary = "Change one's details",
            description = "Changes name and language, and adds a birth date where none is on record.")
    MemberDetailsResponse changeDetails(Caller caller, @Body @Valid MemberDetailsRequest request) {
        return details.change(OwnMember.of(caller), request);
    }

    /** Changes the password; every other browser is signed out. */
    @Put("/password")
    @Allowed(member = true)
    @Operation(
            operationId = "changePassword",
            summary = "Change one's password",
            description = "Puts a new password in the place of the old one, or adds one. Every other browser is signed out, this one gets a new"
                    + " session, and the member's contacts are told.")
    HttpResponse<SessionResponse> changePassword(
            HttpRequest<?> request, Caller caller, @Body @Valid ChangePasswordRequest change) {
        UUID memberId = OwnMember.of(caller);
        String hash = passwords.hashOf(change.newPassword());
        reauthentication.with(memberId, change.proof(), () -> {
            passwords.put(memberId, hash);
            return memberId;
        });
        return signIns.signIn(request, SessionKind.MEMBER, memberId).status(HttpStatus.OK);
    }
}
