package id.setia.offers;

import id.setia.access.Allowed;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What offers brought, over HTTP, for staff. */
@Controller("/api/v1/offers/{offerId}/results")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Offers")
class OfferResultsController {

    private final OfferResults results;

    OfferResultsController(OfferResults results) {
        this.results = results;
    }

    /** What an offer brought. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getOfferResults",
            summary = "Read what an offer brought",
            description = "Whom it reached, what they did with it, and what they spent beside those held out.")
    OfferResultsResponse get(
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId) {
        return results.of(PublicId.OFFER.parseOr(offerId, ProblemCode.OFFER_NOT_FOUND));
    }

    /** The same as a file. */
    @Get(value = "/csv", produces = "text/csv")
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "downloadOfferResults",
            summary = "Download what an offer brought",
            description = "CSV with a row for those who may have the offer and one for those held out.")
    HttpResponse<String> csv(
            @Parameter(description = "The offer.", example = "off_01kq5zv4m8e7t9b3x2c1d0f6ga") String offerId) {
        return HttpResponse.ok(results.csv(PublicId.OFFER.parseOr(offerId, ProblemCode.OFFER_NOT_FOUND)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + offerId + ".csv\"");
    }
}
