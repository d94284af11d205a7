package id.setia.members;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.SessionKind;
import id.setia.access.SessionResponse;
import id.setia.access.SignIns;
import id.setia.access.Totp;
import id.setia.kernel.SystemClock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** How members prepare to prove that they are there, over HTTP; each for themselves alone. */
@Controller("/api/v1/members/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Account")
class SpendingProofController {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;

    private final CardSeeds seeds;
    private final MemberPins pins;
    private final SpendingLocks locks;
    private final Reauthentication reauthentication;
    private final CredentialChanges changes;
    private final StepUps stepUps;
    private final SignIns signIns;
    private final SystemClock clock;

    SpendingProofController(
            CardSeeds seeds,
            MemberPins pins,
            SpendingLocks locks,
            Reauthentication reauthentication,
            CredentialChanges changes,
            StepUps stepUps,
            SignIns signIns,
            SystemClock clock) {
        this.seeds = seeds;
        this.pins = pins;
        this.locks = locks;
        this.reauthentication = reauthentication;
        this.changes = changes;
        this.stepUps = stepUps;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** What there is to prove with. */
    @Get("/spending-proofs")
    @Allowed(member = true)
    @Operation(
            operationId = "getSpendingProofs",
            summary = "Read how one can prove to be there",
            description = "Whether a PIN is set, and whether using points is locked, after wrong proofs or after a change of what opens the"
                    + " account.")
    SpendingProofsResponse get(Caller caller) {
        UUID memberId = OwnMember.of(caller);
        return new SpendingProofsResponse(
                pins.isSet(memberId),
                locks.lockedUntil(memberId).orElse(null),
                changes.coolingUntil(memberId).orElse(null));
    }

    /** Renews the session of who proves once more that it is them. */
    @Post("/step-up")
    @Status(HttpStatus.OK)
    @Allowed(member = true)
    @Operation(
            operationId = "stepUp",
            summary = "Prove once more that it is oneself",
            description = "Gives this browser a new session, in which the member may use as many points as they have, for as long as the"
                    + " program lets a proof count. With a wrong PIN `redemption_proof_wrong`, and after five of these `spending_locked`.")
    HttpResponse<SessionResponse> stepUp(HttpRequest<?> request, Caller caller, @Body @Valid StepUpRequest proof) {
        UUID memberId = OwnMember.of(caller);
        stepUps.prove(memberId, proof);
        return signIns.renew(request, SessionKind.MEMBER, memberId);
    }

    /** Sets the PIN. */
    @Put("/pin")
    @Allowed(member = true)
    @Operation(
            operationId = "changePin",
            summary = "Set one's PIN",
            description = "A number by which the member proves at a till that it is them when points are used. Replaces the one before.")
    SpendingProofsResponse changePin(Caller caller, @Body @Valid ChangePinRequest request) {
        UUID memberId = OwnMember.of(caller);
        String hash = pins.hashOf(request.pin());
        reauthentication.with(memberId, request.proof(), () -> {
            pins.put(memberId, hash);
            return memberId;
        });
        return get(caller);
    }

    /** Hands out a card's seed. */
    @Post("/card-seeds")
    @Status(HttpStatus.OK)
    @Allowed(member = true)
    @Operation(
            operationId = "getCardSeed",
            summary = "Let a card make codes",
            description = "What the member's phone makes the changing code of a card from. The same each time for one card.")
    CardSeedResponse cardSeed(Caller caller, @Body @Valid CardSeedRequest request) {
        MemberReference card = MemberReference.card(request.number());
        byte[] seed = seeds.of(OwnMember.of(caller), card);
        return new CardSeedResponse(card.value(), Totp.base32(seed), STEP_SECONDS, DIGITS, clock.now());
    }
}
