package id.setia.tiers;

import id.setia.access.Allowed;
import id.setia.access.Scope;
import id.setia.access.Unchanged;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
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
import java.util.List;
import java.util.Optional;

/** The tiers for tills and partners. */
@Controller("/api/v1/program/tiers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Catalogue")
class TierCatalogueController {

    private final TierLadder ladder;
    private final ProgramSettings settings;
    private final Unchanged unchanged;

    TierCatalogueController(TierLadder ladder, ProgramSettings settings, Unchanged unchanged) {
        this.ladder = ladder;
        this.settings = settings;
        this.unchanged = unchanged;
    }

    @Get
    @Allowed(scopes = Scope.PROGRAM_READ)
    @Operation(
            operationId = "listProgramTiers",
            summary = "List the tiers",
            description = "The tiers from the lowest and what reaches each. With the `ETag` of an earlier answer in `If-None-Match`, 304"
                    + " while nothing has changed.")
    HttpResponse<TierCatalogueResponse> list(
            @Parameter(description = "`ETag` of an earlier answer.", example = "\"4a1c9be27d5f\"")
                    @Nullable
                    @Header(HttpHeaders.IF_NONE_MATCH)
                    String ifNoneMatch) {
        return unchanged.unless(Optional.ofNullable(ifNoneMatch), tiers());
    }

    private TierCatalogueResponse tiers() {
        if (!ladder.isDefined()) {
            return new TierCatalogueResponse(TierPolicy.CLASSIC.metric().value(), ladder.months(), List.of());
        }
        Program program = settings.current();
        Ladder current = ladder.current();
        return new TierCatalogueResponse(
                current.policy().metric().value(),
                current.months(),
                current.tiers().stream()
                        .map(tier -> TierCatalogueItem.of(tier, current.policy().metric(), program))
                        .toList());
    }
}
