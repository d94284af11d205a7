package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.StaffStores;
import id.setia.partners.Terminal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Signed batches of a till over HTTP. */
@Controller("/api/v1/terminals/{terminalId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SignedBatches")
class SignedBatchController {

    private static final String HOW = """
            Takes a batch of up to 100 receipts, refunds and exchanges that the till numbered, chained and signed, so that a gap or a changed \
            batch shows. Sending it again is safe: the same batch answers as it did, with `replayed`.

            **What is sent.** `batch` is a JSON Web Signature in compact form (RFC 7515, RFC 8037): \
            `BASE64URL(header) + "." + BASE64URL(content) + "." + BASE64URL(signature)`, base64url without padding. Any JOSE \
            library makes it, or three lines of code with Ed25519. Keep the finished text in the till's queue and send it \
            unchanged until it is answered with `state` `posted`.

            * header: UTF-8 JSON with exactly these members, in any order: `alg` is `EdDSA`; `kid` is the till's id, a dot, and \
            the number of its key as pairing answered it; `number` counts the batches under the key from 1; `previous` links \
            it to the batch before.
            * content: UTF-8 JSON `{"receipts":[{"purchase":{…}},{"refund":{…}},{"exchange":{…}}]}`, each purchase as `POST \
            /purchases` takes it, each refund as `POST /refunds` and each exchange as `POST /exchanges`, in the order in which \
            they are to count. Both parts of an exchange are posted, or neither.
            * signature: Ed25519 (64 bytes) over the ASCII bytes of `BASE64URL(header) + "." + BASE64URL(content)`.
            * `previous`: BASE64URL of SHA-256 over those same bytes of the batch before, without its signature. For number 1: \
            BASE64URL of SHA-256 over the 32 raw bytes of the public key.

            **Worked example.** Private key (seed) `9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60`, the public \
            key is `d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a` (both hexadecimal, from RFC 8032). First \
            batch, header `{"alg":"EdDSA","kid":"ter_01kq5zv4m8e7t9b3x2c1d0f6ga.1","number":1,"previous":"If4x36FUomFia_hUBG_SJxt77UtqvkWqWId-9H-XIbk"}`, content `{"receipts":[]}` (left empty to be short). The text to send is `eyJhbGciOiJFZERTQSIsImtpZCI6InRlcl8wMWtxNXp2NG04ZTd0OWIzeDJjMWQwZjZnYS4xIiwibnVtYmVyIjoxLCJwcmV2aW91cyI6IklmNHgzNkZVb21GaWFfaFVCR19TSnh0NzdVdHF2a1dxV0lkLTlILVhJYmsifQ.eyJyZWNlaXB0cyI6W119.JqTrfTAIhbi6aMsy8dczvvv75IfNJY_ueuutVu98I1iE5uHwKSG-csGBcibLvgKsrzrdtRPUozvJG43ok6MRCA`. Its hash, which \
            number 2 names as `previous`, is `A7Wi0jaa6qW3V47qSl0PPU5rHLkY1lej19qSQU7hrlA`.

            **Gaps.** A batch that comes before one of a lower number is posted at once; `missing` names what has not come, \
            until it does, in any order. It is then checked against both neighbours.

            **Refused**, with nothing posted: 422 `batch_signature_wrong` when a byte of it was changed; 409 `batch_key_unknown` \
            when its key is none of this till's, or was replaced more than 30 days ago; 409 `batch_conflict` when the number \
            has another batch; 409 `batch_chain_broken` when it does not follow; 422 with `jws_malformed`, `jws_header` or \
            `batch_content_malformed` when it cannot be read. After a conflict or a broken chain, sign the same receipts again \
            under the number and `previous` that `GET /terminals/{terminalId}/signing` names; receipts in the books answer \
            again and count once. Staff see what was refused.

            **A new key** comes with pairing the till anew, and begins at number 1. Batches signed before it are taken for 30 \
            days. A till that lost its key is paired anew and signs under the new one whatever it cannot prove was answered.

            Rules, tier and calendar are those of each receipt's own time; caps, budgets and firsts count in the order of \
            arrival, as the explanation says. Refunds and exchanges need the scope `refunds:write` too. A partner's system may hand on \
            batches of its own tills.""";

    private final SignedBatches batches;
    private final TerminalSigning signing;
    private final SignedMode mode;
    private final GapClosings closings;
    private final PartnerDirectory partners;

    SignedBatchController(
            SignedBatches batches,
            TerminalSigning signing,
            SignedMode mode,
            GapClosings closings,
            PartnerDirectory partners) {
        this.batches = batches;
        this.signing = signing;
        this.mode = mode;
        this.closings = closings;
        this.partners = partners;
    }

    @Post("/batches")
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.PURCHASES_WRITE)
    @Operation(operationId = "postSignedBatch", summary = "Post a signed batch", description = HOW)
    @ApiResponse(responseCode = "201", description = "The batch is taken; each receipt is answered by itself.")
    @ApiResponse(responseCode = "200", description = "It was taken before; its receipts answer as they did.")
    HttpResponse<SignedBatchResponse> post(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            @Body @Valid PostSignedBatchRequest request,
            Caller caller) {
        SignedBatchResponse answer = batches.take(ApiClients.of(caller), id(terminalId), request.batch());
        return answer.replayed() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
    }

    private static UUID id(String terminalId) {
        return PublicId.TERMINAL.parseOr(terminalId, ProblemCode.TERMINAL_NOT_FOUND);
    }

    @Get("/batches")
    @Allowed(scopes = Scope.PURCHASES_WRITE, staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listSignedBatches",
            summary = "List the signed batches of a till",
            description = "The signed batches of a till as they were taken, the highest numbers of the newest key first. Store managers see those of"
                    + " their own stores, tills and partners their own.")
    KeptBatchListResponse list(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            Caller caller) {
        Page<KeptBatchResponse> page = signing.batches(
                        seen(terminalId, caller, StaffStores::maySee), Optional.ofNullable(cursor), limit)
                .map(KeptBatchResponse::of);
        return new KeptBatchListResponse(page.items(), page.nextCursor().orElse(null));
    }

    private Terminal seen(String terminalId, Caller caller, BiPredicate<Caller, UUID> allowed) {
        if (caller instanceof Caller.ApiClient client) {
            return batches.own(client, id(terminalId));
        }
        Terminal terminal = partners.terminal(id(terminalId))
                .orElseThrow(() -> Problem.of(ProblemCode.TERMINAL_NOT_FOUND));
        if (!allowed.test(caller, terminal.storeId())) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        return terminal;
    }

    @Get("/signing")
    @Allowed(scopes = Scope.PURCHASES_WRITE, staff = {Role.STORE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "getTerminalSigning",
            summary = "Read whether a till signs, and what is missing",
            description = "Whether purchases and refunds of a till are taken in signed batches alone; for each of its keys the next"
                    + " number and which have not come; and the batches that were refused. `ETag` names the version of the"
                    + " decision.")
    HttpResponse<TerminalSigningResponse> get(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId, Caller caller) {
        Terminal terminal = seen(terminalId, caller, StaffStores::maySee);
        return answer(terminal, mode.of(terminal.id()));
    }

    private HttpResponse<TerminalSigningResponse> answer(Terminal terminal, SignedMode.Mode now) {
        return HttpResponse.ok(signing.of(terminal, now)).header(HttpHeaders.ETAG, now.version().tag());
    }

    @Put("/signing")
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "changeTerminalSigning",
            summary = "Let a till sign, or not",
            description = "From within a second on, purchases, refunds and exchanges of the till are taken in signed batches alone:"
                    + " sent otherwise they are refused with 403 `signed_batch_required`, and the till signs and sends them."
                    + " Needs a key that the till registered when it was paired. Quotes, holds and look-ups go on as they are."
                    + " Store managers decide in their own stores.")
    HttpResponse<TerminalSigningResponse> change(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            @Body @Valid ChangeTerminalSigningRequest request,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        Terminal terminal = seen(terminalId, caller, StaffStores::mayManage);
        return answer(
                terminal, mode.change(caller, terminal, request.signs(), Version.of(Optional.ofNullable(ifMatch))));
    }

    @Post("/signing/closed-gaps")
    @Allowed(staff = Role.STORE_MANAGER)
    @Operation(
            operationId = "closeSignedGap",
            summary = "Close a gap in the batches of a till",
            description = "Says that batches signed by a key that is in use no more will never come, with a reason; nobody waits for"
                    + " them any more. The gap stays known as closed, and should one of the batches come after all, it is taken as"
                    + " ever. Closing it again changes nothing. 404 `signed_gap_not_found` when no gap of exactly these numbers is"
                    + " known, 409 `signing_key_in_use` while the till signs by the key. Store managers decide in their own stores.")
    HttpResponse<TerminalSigningResponse> close(
            @Parameter(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
            @Body @Valid CloseGapRequest request,
            Caller caller) {
        Terminal terminal = seen(terminalId, caller, StaffStores::mayManage);
        closings.close(caller, terminal, request);
        return answer(terminal, mode.of(terminal.id()));
    }
}
