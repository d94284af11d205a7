package id.setia.offers;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.access.Unchanged;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** The offers that run for tills and partners. */
@Controller("/api/v1/program/offers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Catalogue")
class OfferCatalogueController {

    private final OfferCatalogue catalogue;
    private final Unchanged unchanged;

    OfferCatalogueController(OfferCatalogue catalogue, Unchanged unchanged) {
        this.catalogue = catalogue;
        this.unchanged = unchanged;
    }

    @Get
    @Allowed(scopes = Scope.OFFERS_READ)
    @Operation(
            operationId = "listProgramOffers",
            summary = "List the offers that run",
            description = "Offers that run now or are published to begin later, whoever has them; a member's own are at"
                    + " `GET /members/{memberId}/offers`. Partners other than the program's owner see what may serve at theirs and is"
                    + " for no chosen members. With the `ETag` of an earlier answer in `If-None-Match`, 304 while nothing has changed.")
    HttpResponse<OfferCatalogueResponse> list(
            Caller caller,
            @Parameter(description = "`ETag` of an earlier answer.", example = "\"4a1c9be27d5f\"")
                    @Nullable
                    @Header(HttpHeaders.IF_NONE_MATCH)
                    String ifNoneMatch) {
        return unchanged.unless(
                Optional.ofNullable(ifNoneMatch),
                new OfferCatalogueResponse(
                        caller instanceof Caller.ApiClient client && !client.programOwner()
                                ? catalogue.at(client.partnerId())
                                : catalogue.all()));
    }
}
