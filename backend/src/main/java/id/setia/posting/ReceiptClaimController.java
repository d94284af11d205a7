package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.AttemptKind;
import id.setia.access.Attempts;
import id.setia.access.Caller;
import id.setia.access.ClientAddress;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** Claiming receipts by their codes over HTTP. The code travels in the body, so that it stands in no log. */
@Controller("/api/v1/receipt-claims")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Receipts")
class ReceiptClaimController {

    private final ReceiptClaims claims;
    private final ReceiptClaimAnswers answers;
    private final Attempts attempts;
    private final ClientAddress address;

    ReceiptClaimController(
            ReceiptClaims claims, ReceiptClaimAnswers answers, Attempts attempts, ClientAddress address) {
        this.claims = claims;
        this.answers = answers;
        this.attempts = attempts;
        this.address = address;
    }

    /** Shows the receipt behind a code. */
    @Post("/lookup")
    @Status(HttpStatus.OK)
    @Allowed(everyone = true)
    @Operation(
            operationId = "lookupReceipt",
            summary = "Show the receipt behind a code",
            description = "The receipt behind a code a till printed, and whether it may be claimed. Whoever holds the paper may"
                    + " see what is printed on it; of a receipt that is somebody else's only that it is taken. Limited per"
                    + " address.")
    ReceiptClaimResponse look(HttpRequest<?> request, @Body @Valid ReceiptCodeRequest body, Caller caller) {
        ReceiptCode code = body.parsed();
        String from = address.of(request);
        attempts.take(AttemptKind.RECEIPT_CODE_ADDRESS, from);
        ReceiptClaims.Seen seen = claims.look(code, member(caller));
        attempts.giveBack(AttemptKind.RECEIPT_CODE_ADDRESS, from);
        return answers.of(code, seen);
    }

    /** Gives the receipt to the member who is signed in. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(member = true)
    @Operation(
            operationId = "claimReceipt",
            summary = "Claim a receipt",
            description = "Gives a receipt that is nobody's to the member who is signed in, with the points by the rules and"
                    + " tier of the time of the purchase; what was refunded meanwhile earns nothing. A code works once;"
                    + " sending it again answers 200 with the same receipt. At most 20 receipts a day.")
    @ApiResponse(responseCode = "201", description = "The receipt is the member's.")
    @ApiResponse(responseCode = "200", description = "It was the member's already.")
    HttpResponse<ReceiptClaimResponse> claim(HttpRequest<?> request, @Body @Valid ReceiptCodeRequest body, Caller caller) {
        ReceiptCode code = body.parsed();
        UUID memberId = member(caller).orElseThrow(() -> Problem.of(ProblemCode.FORBIDDEN));
        String from = address.of(request);
        attempts.take(AttemptKind.RECEIPT_CODE_ADDRESS, from);
        attempts.take(AttemptKind.RECEIPT_CLAIM_MEMBER, memberId.toString());
        PostedPurchase claimed = claims.claim(memberId, code);
        attempts.giveBack(AttemptKind.RECEIPT_CODE_ADDRESS, from);
        if (claimed.replayed()) {
            attempts.giveBack(AttemptKind.RECEIPT_CLAIM_MEMBER, memberId.toString());
        }
        ReceiptClaimResponse answer = answers.of(code, new ReceiptClaims.Seen(claimed.purchase(), ReceiptClaimState.YOURS));
        return claimed.replayed() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
    }

    private static Optional<UUID> member(Caller caller) {
        return switch (caller) {
            case Caller.SignedInMember member -> Optional.of(member.memberId());
            case Caller.SignedInStaff staff -> Optional.empty();
            case Caller.ApiClient client -> Optional.empty();
            case Caller.Stranger stranger -> Optional.empty();
        };
    }
}
