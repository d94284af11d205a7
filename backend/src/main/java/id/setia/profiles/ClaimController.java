package id.setia.profiles;

import id.setia.access.Allowed;
import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.ClientAddress;
import id.setia.access.SessionKind;
import id.setia.access.SessionResponse;
import id.setia.access.SignIns;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberClaims;
import id.setia.posting.UnclaimedErasures;
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

/** Claiming over HTTP. */
@Controller("/api/v1/claims")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Claims")
class ClaimController {

    private final MemberClaims claims;
    private final ClaimAnswers answers;
    private final UnclaimedErasures erasures;
    private final SignIns signIns;
    private final Attempts attempts;
    private final ClientAddress address;

    ClaimController(
            MemberClaims claims,
            ClaimAnswers answers,
            UnclaimedErasures erasures,
            SignIns signIns,
            Attempts attempts,
            ClientAddress address) {
        this.claims = claims;
        this.answers = answers;
        this.erasures = erasures;
        this.signIns = signIns;
        this.attempts = attempts;
        this.address = address;
    }

    /** Begins to claim: sends a code to the phone. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "startClaim",
            summary = "Begin to claim a membership",
            description = "Sends a code to the phone given at a till, or to that of the card printed there. The answer is the same"
                    + " whoever is known by them. At most five codes an hour go to one phone.")
    StartedClaimResponse start(HttpRequest<?> request, @Body @Valid StartClaimRequest body) {
        if ((body.phone() == null) == (body.card() == null)) {
            throw Problem.invalid("", "exactly_one_of", "phone, card");
        }
        attempts.take(AttemptKind.ENROLMENT_ADDRESS, address.of(request));
        MemberClaims.Started started = body.phone() != null
                ? claims.startByPhone(body.phone(), body.language())
                : claims.startByCard(body.card(), body.language());
        return new StartedClaimResponse(
                PublicId.CLAIM.format(started.claimId()), started.phone().orElse(null), started.codeExpiresAt());
    }

    /** Takes the code and shows what waits. */
    @Post("/{claimId}/proof")
    @Status(HttpStatus.OK)
    @Allowed(everyone = true)
    @Operation(
            operationId = "proveClaim",
            summary = "Prove the phone",
            description = "Takes the code and shows, masked, the membership that waits behind the phone. `nothing_to_claim` when"
                    + " there is none: then join, or sign in. `code_invalid` for a wrong code; `code_expired` after ten"
                    + " minutes, five wrong codes, or once it was used.")
    ClaimResponse prove(HttpRequest<?> request, String claimId, @Body @Valid ProveClaimRequest body) {
        String from = address.of(request);
        attempts.take(AttemptKind.CODE_ADDRESS, from);
        UUID id = id(claimId);
        MemberClaims.Proven proven = claims.prove(id, body.code());
        attempts.giveBack(AttemptKind.CODE_ADDRESS, from);
        return answers.of(id, proven);
    }

    /** Makes the membership the person's own, and signs in. */
    @Post("/{claimId}/completion")
    @Status(HttpStatus.CREATED)
    @Allowed(everyone = true)
    @Operation(
            operationId = "completeClaim",
            summary = "Finish claiming",
            description = "Makes the membership active as who the person says they are, with all its points and its card, and"
                    + " signs in. The card number is asked for where the phone was given more than six months ago.")
    HttpResponse<SessionResponse> complete(
            HttpRequest<?> request, String claimId, @Body @Valid CompleteClaimRequest body) {
        String from = address.of(request);
        UUID memberId = attempts.take(
                AttemptKind.CODE_ADDRESS, from,
                () -> claims.complete(id(claimId), body.token(), body.person(), Optional.ofNullable(body.card())));
        attempts.giveBack(AttemptKind.CODE_ADDRESS, from);
        return signIns.signIn(request, SessionKind.MEMBER, memberId);
    }

    /** Ends a membership that is not the phone owner's. */
    @Post("/{claimId}/rejection")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(everyone = true)
    @Operation(
            operationId = "rejectClaim",
            summary = "Say that it is not me",
            description = "For who has the phone and was never at the till: erases what names them at once, and lets the points"
                    + " lapse.")
    void reject(String claimId, @Body @Valid RejectClaimRequest body) {
        erasures.eraseNow(claims.reject(id(claimId), body.token()));
    }

    private static UUID id(String claimId) {
        return PublicId.CLAIM.parseOr(claimId, ProblemCode.CLAIM_NOT_FOUND);
    }
}
