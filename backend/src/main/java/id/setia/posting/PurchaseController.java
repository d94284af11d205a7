package id.setia.posting;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
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
import jakarta.validation.constraints.Size;
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
                            + " earns in the end is decided when it is posted.")
    QuoteResponse quote(@Body @Valid PostPurchaseRequest request, Caller caller) {
        Caller.ApiClient till = ApiClients.of(caller);
        return quotes.of(till, reader.read(request.beforePrinting(), till));
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
        return batches.post(ApiClients.of(caller), request.purchases());
    }

    /** Finds purchases by a printed number. */
    @Get
    @Allowed(staff = {Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "searchPurchases",
            summary = "Find purchases by number",
            description = "Purchases whose receipt or order bears the number, also those that are nobody's; at most 20, the"
                    + " latest first.")
    ReceiptSearchResponse search(
            @Parameter(description = "Receipt or order number as printed.", example = "0091-4471")
                    @QueryValue @Size(min = 1, max = 60) String number) {
        return new ReceiptSearchResponse(
                purchases.byNumber(number.strip(), 20).stream().map(answers::of).toList());
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
        MemberReference who =
                ReceiptReader.member(figures, request.member()).orElse(MemberReference.memberId(new UUID(0, 0)));
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
