package id.setia.access;

import id.setia.kernel.Version;
import id.setia.program.Setting;
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

/** The policy on second factors over HTTP. */
@Controller("/api/v1/settings/second-factor")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class SecondFactorPolicyController {

    private final SecondFactorPolicies policies;

    SecondFactorPolicyController(SecondFactorPolicies policies) {
        this.policies = policies;
    }

    /** Reads the policy. */
    @Get
    @Allowed(staff = Role.AUDITOR)
    @Operation(
            operationId = "getSecondFactorPolicy",
            summary = "Read the policy on second factors",
            description = "Whether staff need a second factor to sign in. The `ETag` is what a change names in `If-Match`.")
    HttpResponse<SecondFactorPolicy> get() {
        return response(policies.current());
    }

    /** Changes the policy. */
    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeSecondFactorPolicy",
            summary = "Change the policy on second factors",
            description = "Acts within a second on everybody who is signed in: once `required`, staff without a second factor can do nothing but set one up.")
    HttpResponse<SecondFactorPolicy> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"3\"") @Header(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @Body @Valid SecondFactorPolicy policy) {
        return response(policies.change(caller, policy, Version.of(ifMatch)));
    }

    private static HttpResponse<SecondFactorPolicy> response(Setting<SecondFactorPolicy> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
