package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberNaming;
import id.setia.members.MemberReference;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseFilter;
import id.setia.purchases.Purchases;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Purchases over HTTP. */
@Controller("/api/v1/purchases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Purchases")
class PurchaseController {

    private final ReceiptReader reader;
    private final MemberLookup members;
    private final PurchasePoster poster;
    private final Quotes quotes;
    private final PurchaseBatches batches;
    private final Attachments attachments;
    private final Confirmations confirmations;
    private final Purchases purchases;
    private final PurchaseAnswers answers;
    private final Slips slips;
    private final SignedMode signed;
    private final ProgramSettings settings;

    PurchaseController(
            ReceiptReader reader,
            MemberLookup members,
            PurchasePoster poster,
            Quotes quotes,
            PurchaseBatches batches,
            Attachments attachments,
            Confirmations confirmations,
            Purchases purchases,
            PurchaseAnswers answers,
            Slips slips,
            SignedMode signed,
            ProgramSettings settings) {
        this.reader = reader;
        this.members = members;
        this.poster = poster;
        this.quotes = quotes;
        this.batches = batches;
        this.attachments = attachments;
        this.confirmations = confirmations;
        this.purchases = purchases;
        this.answers = answers;
        this.slips = slips;
        this.signed = signed;
        this.settings = settings;
    }

    /** Posts a receipt. */
    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(scopes = Scope.PURCHASES_WRITE)
    @Operation(
            operationId = "postPurchase",
            summary = "Post a purchase",
            description =
                    "Posts a receipt and answers the points it earned and why. Sending the same receipt again is safe: it is"
                            + " the same purchase and answers 200 with `replayed`. A sale is never refused for loyalty's sake:"
                            + " an unknown member gives a warning and an unattached purchase. A purchase that is"
                            + " nobody's answers a `claimCode` to print as a QR code; `print` has lines for the receipt.")
    @ApiResponse(responseCode = "201", description = "The purchase is in the books.")
    @ApiResponse(responseCode = "200", description = "It was in the books before; the first answer again.")
    HttpResponse<PurchaseResponse> post(@Body @Valid PostPurchaseRequest request, Caller caller) {
        signed.requireUnsigned(ApiClients.of(caller));
        NewPurchase sale = reader.read(request, ApiClients.of(caller));
        PostedPurchase posted = poster.post(sale);
        PurchaseResponse answer = slips.of(caller, posted, sale.member());
        return posted.replayed() ? HttpResponse.ok(answer) : HttpResponse.created(answer);
    }

    /** Says what a receipt would earn. */
    @Post("/quote")
    @Status(HttpStatus.OK)
    @Allowed(scopes = {Scope.PURCHASES_READ, Scope.PURCHASES_WRITE})
    @Operation(
            operationId = "quotePurchase",
            summary = "Quote a purchase",
            description =
                    "Says before payment what a receipt would earn and why, by the rules, offers, limits and tier of now."
                            + " Nothing is stored and nobody is held up; till and receipt number may be left out. What it"
                            + " earns in the end is decided when it is posted. Also says what points may pay of it, and with"
                            + " `redeemable` which rewards and vouchers the member can use at the till.")
    QuoteResponse quote(
            @Body @Valid PostPurchaseRequest request,
            @Parameter(description = "Whether to say which rewards and vouchers the member can use at the till; takes longer.", example = "true")
                    @QueryValue(defaultValue = "false") boolean redeemable,
            Caller caller) {
        Caller.ApiClient till = ApiClients.of(caller);
        return quotes.of(till, reader.read(request.beforePrinting(), till), redeemable);
    }

    /** Posts several receipts. */
    @Post("/batch")
    @Status(HttpStatus.OK)
    @Allowed(scopes = Scope.PURCHASES_WRITE)
    @Operation(
            operationId = "postPurchases",
            summary = "Post several purchases",
            description =
                    "Posts up to 100 receipts at once, also late ones with their original times. Each is answered by itself:"
                            + " one that is refused keeps none of the others out. Sending the batch again is safe.")
    PurchaseBatchResponse postSeveral(@Body @Valid PostPurchasesRequest request, Caller caller) {
        signed.requireUnsigned(ApiClients.of(caller));
        return batches.post(ApiClients.of(caller), request.purchases());
    }

    /** Finds purchases. */
    @Get
    @Allowed(
            staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR},
            scopes = Scope.PURCHASES_READ)
    @Operation(
            operationId = "searchPurchases",
            summary = "Find purchases",
            description = "By any of these, page by page, the latest recorded first; also those that are nobody's. A partner's systems see"
                    + " its own purchases, a till those of its store, staff everybody's.")
    ReceiptSearchResponse search(
            Caller caller,
            @Parameter(description = "Receipt or order number as printed.", example = "0091-4471")
                    @Nullable @QueryValue @Size(min = 1, max = 60) String number,
            @Parameter(description = "Only those of a store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") @Nullable @QueryValue String storeId,
            @Parameter(description = "Only those of a business date as printed.", example = "2026-11-20") @Nullable @QueryValue LocalDate businessDate,
            @Parameter(description = "Only those that are somebody's, or nobody's.", example = "false") @Nullable @QueryValue Boolean attached,
            @Parameter(description = "Only those recorded at this moment or later.", example = "2026-11-20T00:00:00Z") @Nullable @QueryValue Instant recordedFrom,
            @Parameter(description = "Only those recorded before this moment.", example = "2026-11-21T00:00:00Z") @Nullable @QueryValue Instant recordedUntil,
            @Parameter(description = "How many at most.", example = "20") @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "`nextCursor` of the page before.", example = "MDE5M2E1ZTItN2IwYy03") @Nullable @QueryValue String cursor) {
        PurchaseFilter filter = new PurchaseFilter(
                caller instanceof Caller.ApiClient client ? Optional.of(client.partnerId()) : Optional.empty(),
                store(caller, Optional.ofNullable(storeId)),
                Optional.ofNullable(businessDate),
                Optional.ofNullable(number).map(String::strip),
                Optional.ofNullable(attached),
                Optional.ofNullable(recordedFrom),
                Optional.ofNullable(recordedUntil));
        Page<PurchaseResponse> page = answers.of(purchases.page(filter, Optional.ofNullable(cursor), limit));
        return new ReceiptSearchResponse(
                page.items().stream().map(answer -> slips.seen(caller, answer)).toList(),
                page.nextCursor().orElse(null));
    }

    /** The store named, of systems one of their partner's; a till's own whatever is named. */
    private Optional<UUID> store(Caller caller, Optional<String> storeId) {
        if (caller instanceof Caller.ApiClient client) {
            return storeId.isEmpty() && client.storeId().isEmpty()
                    ? Optional.empty()
                    : Optional.of(reader.store(storeId, client).id());
        }
        return storeId.map(id -> PublicId.STORE.parseOr(id, ProblemCode.STORE_NOT_FOUND));
    }

    /** Reads a purchase. */
    @Get("/{purchaseId}")
    @Allowed(
            member = true,
            scopes = {Scope.PURCHASES_READ, Scope.PURCHASES_WRITE},
            staff = {Role.SERVICE_AGENT, Role.MARKETER, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getPurchase",
            summary = "Read a purchase",
            description = "The purchase as it stands now, with its lines, points and explanation.")
    PurchaseResponse get(String purchaseId, Caller caller) {
        return slips.seen(caller, answers.of(visible(purchaseId, caller)));
    }

    /** Attaches an unattached purchase to a member. */
    @Put("/{purchaseId}/member")
    @Allowed(scopes = Scope.PURCHASES_WRITE, staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "attachPurchase",
            summary = "Attach a purchase to a member",
            description =
                    "Gives an unattached purchase to a member, who gets the points by the rules and tier of the time of the"
                            + " purchase. Tills and partners may do so for 14 days; staff also later. Repeating it is safe.")
    PurchaseResponse attach(String purchaseId, @Body @Valid AttachRequest request, Caller caller) {
        Purchase purchase = visible(purchaseId, caller);
        FigureReader figures = new FigureReader(settings.current().currency());
        MemberReference who = (caller instanceof Caller.ApiClient till
                        ? reader.member(figures, request.member(), till)
                        : ReceiptReader.member(figures, request.member()))
                .orElse(MemberNaming.NOBODY);
        figures.finish();
        PostedPurchase posted =
                attachments.attach(
                        caller,
                        purchase.id(),
                        who,
                        new Why(
                                Optional.ofNullable(request.reasonCode()).orElse(CorrectionReason.CARD_FORGOTTEN),
                                Optional.ofNullable(request.reason()).orElse("")));
        return slips.of(caller, posted, Optional.of(who));
    }

    /** Confirms a purchase. */
    @Put("/{purchaseId}/confirmation")
    @Allowed(scopes = Scope.PURCHASES_WRITE, staff = Role.SERVICE_AGENT)
    @Operation(
            operationId = "confirmPurchase",
            summary = "Confirm a purchase",
            description = "Says that the goods are delivered or the time for returns is over: points of rules that wait for it"
                    + " become usable, debts paid first. Repeating it is safe.")
    PurchaseResponse confirm(String purchaseId, Caller caller) {
        return slips.seen(caller, answers.of(confirmations.confirm(caller, visible(purchaseId, caller).id())));
    }

    /** The purchase, if the caller may see it: members their own, tills and partners their partner's, staff all. */
    private Purchase visible(String purchaseId, Caller caller) {
        UUID id = PublicId.PURCHASE.parseOr(purchaseId, ProblemCode.PURCHASE_NOT_FOUND);
        return purchases.find(id)
                .filter(purchase -> switch (caller) {
                    case Caller.Stranger stranger -> false;
                    case Caller.SignedInMember member ->
                        purchase.memberId().filter(owner -> members.same(owner, member.memberId())).isPresent();
                    case Caller.SignedInStaff staff -> true;
                    case Caller.ApiClient client -> purchase.head().partnerId().equals(client.partnerId());
                })
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
    }
}
