package id.setia.earning;

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

/** The rules in force for tills and partners. */
@Controller("/api/v1/program/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Catalogue")
class RuleCatalogueController {

    private final RulesInForce rules;
    private final Unchanged unchanged;

    RuleCatalogueController(RulesInForce rules, Unchanged unchanged) {
        this.rules = rules;
        this.unchanged = unchanged;
    }

    @Get
    @Allowed(scopes = Scope.PROGRAM_READ)
    @Operation(
            operationId = "listProgramRules",
            summary = "List the earning rules in force",
            description = "What gives points now, each rule as a sentence in both languages; partners other than the program's owner see"
                    + " what can count at their stores. Rules of offers and those for chosen members are not among them. With the"
                    + " `ETag` of an earlier answer in `If-None-Match`, 304 while nothing has changed.")
    HttpResponse<RuleInForceListResponse> list(
            Caller caller,
            @Parameter(description = "`ETag` of an earlier answer.", example = "\"4a1c9be27d5f\"")
                    @Nullable
                    @Header(HttpHeaders.IF_NONE_MATCH)
                    String ifNoneMatch) {
        return unchanged.unless(
                Optional.ofNullable(ifNoneMatch),
                new RuleInForceListResponse(
                        caller instanceof Caller.ApiClient client && !client.programOwner()
                                ? rules.at(client.partnerId())
                                : rules.all()));
    }
}
