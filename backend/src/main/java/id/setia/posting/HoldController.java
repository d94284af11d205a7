package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberCodeResponse;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Points set aside, over HTTP. */
@Controller("/api/v1/holds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Holds")
class HoldController {

    private static final String EXAMPLE = "hld_01kq5zv4m8e7t9b3x2c1d0f6ga";

    private final HoldReader reader;
    private final Holds holds;
    private final ProgramSettings settings;

    HoldController(HoldReader reader, Holds holds, ProgramSettings settings) {
        this.reader = reader;
        this.holds = holds;
        this.settings = settings;
    }

    /** Sets points aside. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.HOLDS_WRITE)
    @Operation(
            operationId = "createHold",
            summary = "Set points aside",
            description = "Takes points off what a member can use, those that expire first first, until the hold is confirmed,"
                    + " cancelled or timed out. Needs proof that the member is there, of a kind the program counts for so many points:"
                    + " without it `redemption_proof_required`, with a wrong or used one `redemption_proof_wrong`, and after five of these `spending_locked`."
                    + " What the member has is told only after a right proof, which a hold that is refused does not use up."
                    + " To pay a part of a purchase, post the purchase with a tender of points that names the hold.")
    HoldResponse create(
            Caller caller,
            @Parameter(description = "Your own name for this request, at most 100 characters; sending it again has no second effect.", example = "hold-4711")
                    @Nullable
                    @Header("Idempotency-Key")
                    String key,
            @Body @Valid CreateHoldRequest request) {
        return answer(holds.create(
                caller, Optional.ofNullable(key), reader.read(request, ApiClients.of(caller)), HoldReader.proof(request)));
    }

    /** Sends the member a code. */
    @Post("/codes")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(scopes = Scope.HOLDS_WRITE)
    @Operation(
            operationId = "sendSpendingCode",
            summary = "Send a member a code to use points",
            description = "Sends the member a code that names the store and the points, for a hold of exactly so many there. It is good for"
                    + " ten minutes and once.")
    MemberCodeResponse sendCode(Caller caller, @Body @Valid SendSpendingCodeRequest request) {
        return reader.sendCode(request, ApiClients.of(caller));
    }

    /** Lists open holds. */
    @Get
    @Allowed(
            scopes = Scope.HOLDS_WRITE,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listHolds",
            summary = "List open holds",
            description = "What your partner's tills and systems have set aside for a member and neither used nor let go, for a till that lost"
                    + " sight of a hold; nothing of others. For staff what every partner set aside, of everybody where no member is"
                    + " named, the one that ends next first, page by page. A hold whose time is over is not among them.")
    HoldListResponse list(
            Caller caller,
            @Parameter(description = "Whose; needed of tills and systems.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue
                    String memberId,
            @Parameter(description = "How many at most, of everybody's.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MDE5M2E1ZTItN2IwYy03") @Nullable @QueryValue String cursor) {
        Optional<UUID> partner = caller instanceof Caller.ApiClient client ? Optional.of(client.partnerId()) : Optional.empty();
        if (memberId != null) {
            UUID member = PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND);
            return new HoldListResponse(holds.openAt(member, partner).stream().map(this::answer).toList(), null);
        }
        if (partner.isPresent()) {
            throw Problem.invalid("/memberId", "required");
        }
        Page<HoldResponse> page = holds.open(Optional.ofNullable(cursor), limit).map(this::answer);
        return new HoldListResponse(page.items(), page.nextCursor().orElse(null));
    }

    /** Reads a hold. */
    @Get("/{holdId}")
    @Allowed(
            member = true,
            scopes = Scope.HOLDS_WRITE,
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getHold",
            summary = "Read a hold",
            description = "The hold as it stands. Tills and partners see those of their partner, members their own.")
    HoldResponse get(
            Caller caller,
            @Parameter(description = "The hold.", example = EXAMPLE) String holdId) {
        return answer(visible(holdId, caller));
    }

    /** Uses points set aside. */
    @Put("/{holdId}/confirmation")
    @Allowed(scopes = Scope.HOLDS_WRITE)
    @Operation(
            operationId = "confirmHold",
            summary = "Use points set aside",
            description = "Uses all of them, or fewer; the others come back to the member. Repeating it is safe. A hold whose time"
                    + " is over can no longer be confirmed.")
    HoldResponse confirm(
            Caller caller,
            @Parameter(description = "The hold.", example = EXAMPLE) String holdId,
            @Body @Valid ConfirmHoldRequest request) {
        OptionalLong points = request.points() == null ? OptionalLong.empty() : OptionalLong.of(request.points());
        return answer(holds.confirm(visible(holdId, caller), points));
    }

    /** Lets points go. */
    @Put("/{holdId}/cancellation")
    @Allowed(scopes = Scope.HOLDS_WRITE)
    @Operation(
            operationId = "cancelHold",
            summary = "Let points go",
            description = "The points come back to the member; those whose date has passed meanwhile expire. Repeating it is safe.")
    HoldResponse cancel(
            Caller caller,
            @Parameter(description = "The hold.", example = EXAMPLE) String holdId) {
        return answer(holds.cancel(visible(holdId, caller)));
    }

    private Hold visible(String holdId, Caller caller) {
        UUID id = PublicId.HOLD.parseOr(holdId, ProblemCode.HOLD_NOT_FOUND);
        return holds.find(id)
                .filter(hold -> switch (caller) {
                    case Caller.Stranger stranger -> false;
                    case Caller.SignedInMember member -> hold.memberId().equals(member.memberId());
                    case Caller.SignedInStaff staff -> true;
                    case Caller.ApiClient client -> hold.partnerId().equals(client.partnerId());
                })
                .orElseThrow(() -> Problem.of(ProblemCode.HOLD_NOT_FOUND));
    }

    private HoldResponse answer(Hold hold) {
        return HoldResponse.of(hold, settings.current());
    }
}
