package id.setia.tiers;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** The ladder of tiers over HTTP. */
@Controller("/api/v1/tiers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tiers")
class TierController {

    private final LadderEditing editing;

    TierController(LadderEditing editing) {
        this.editing = editing;
    }

    /** Reads the ladder. */
    @Get
    @Allowed(staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getTiers",
            summary = "Read the tiers",
            description = "The ladder with its history and how many members stand in each tier now. Its `ETag` is what a"
                    + " change names in `If-Match`.")
    HttpResponse<LadderResponse> read() {
        return tagged();
    }

    /** Changes the ladder. */
    @Put
    @Allowed(staff = Role.MARKETER)
    @Operation(
            operationId = "changeTiers",
            summary = "Change the tiers",
            description = "Changes names, thresholds and policy, adds and removes tiers. Names change at once; the rest counts"
                    + " for those who are members from the next monthly evaluation on, and for purchases that raise a tier."
                    + " Nobody loses a tier before that; members of a removed one then fall to the next lower one.")
    HttpResponse<LadderResponse> change(
            Caller caller,
            @Parameter(description = "`ETag` of the ladder that was changed.", example = "\"2\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid WriteTiersRequest request) {
        editing.change(caller, Version.of(Optional.ofNullable(ifMatch)), request);
        return tagged();
    }

    private HttpResponse<LadderResponse> tagged() {
        LadderResponse ladder = editing.read();
        return HttpResponse.ok(ladder).header(HttpHeaders.ETAG, new Version(ladder.version()).tag());
    }
}
