package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.ClientAddress;
import id.setia.access.SessionKind;
import id.setia.access.SessionResponse;
import id.setia.access.SignIns;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

@Controller("/api/v1/sign-in-codes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Session")
class SignInCodeController {

    private final SignInCodes codes;
    private final SignIns signIns;
    private final Attempts attempts;
    private final ClientAddress address;

    SignInCodeController(SignInCodes codes, SignIns signIns, Attempts attempts, ClientAddress address) {
        this.codes = codes;
        this.signIns = signIns;
        this.attempts = attempts;
        this.address = address;
    }

    /** Sends a code to sign in with. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "sendSignInCode",
            summary = "Send a code to sign in",
            description = "Sends a code to a member's e-mail address or phone. The answer is the same for a contact that is nobody's; then the"
                    + " message says so. At most five codes an hour go to one contact.")
    SentCodeResponse send(HttpRequest<?> request, @Body @Valid SendSignInCodeRequest wanted) {
        attempts.take(AttemptKind.CODES_ADDRESS, address.of(request));
        return SentCodeResponse.of(codes.send(wanted.contact(), wanted.language()));
    }

    /** Signs in with the code, and chooses a new password where wanted. */
    @Post("/{codeId}/confirmation")
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "confirmSignInCode",
            summary = "Sign in with a code",
            description = "Signs a member in with the code, and puts a new password in the place of a forgotten one where wanted."
                    + " `code_invalid` for a wrong code; `code_expired` after ten minutes, five wrong codes, or once it was used;"
                    + " `second_proof_needed` for a code to the phone of an account that nobody signed in to for six months:"
                    + " sign in with the password or a code to the e-mail address instead.")
    HttpResponse<SessionResponse> confirm(
            HttpRequest<?> request,
            @Parameter(description = "The code.", example = "cod_01j9zq3k5v8w2x4y6z8a0b2c4d") String codeId,
            @Body @Valid ConfirmSignInCodeRequest confirmation) {
        String from = address.of(request);
        attempts.take(AttemptKind.CODE_ADDRESS, from);
        UUID memberId = codes.confirm(
                PublicId.CONTACT_CODE.parseOr(codeId, ProblemCode.CODE_EXPIRED),
                confirmation.code(),
                Optional.ofNullable(confirmation.newPassword()));
        attempts.giveBack(AttemptKind.CODE_ADDRESS, from);
        return signIns.signIn(request, SessionKind.MEMBER, memberId);
    }
}
