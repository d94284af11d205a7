package id.setia.closing;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.SettingDesk;
import id.setia.kernel.Decimals;
import id.setia.kernel.Problem;
import id.setia.program.Settings;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.Optional;

/** How the books are kept, over HTTP. */
@Controller("/api/v1/settings/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class FinanceSettingsController {

    private static final int DIGITS = 6;

    private final SettingDesk settings;

    FinanceSettingsController(SettingDesk settings) {
        this.settings = settings;
    }

    @Get
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getFinancePolicy",
            summary = "Read how the books are kept",
            description = "When months are closed, and the breakage that is expected before there is history enough.")
    HttpResponse<FinancePolicy> policy() {
        return settings.read(FinancePolicy.SETTING, FinancePolicy.class, FinancePolicy.USUAL);
    }

    @Put
    @Allowed(staff = {Role.FINANCE})
    @Operation(
            operationId = "changeFinancePolicy",
            summary = "Change how the books are kept",
            description = "Acts on what is reported and closed from now on. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<FinancePolicy> change(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String version,
            @Body @Valid FinancePolicy policy) {
        BigDecimal rate = Decimals.parse(policy.breakageRate(), "/breakageRate", DIGITS);
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.invalid("/breakageRate", "value_out_of_range", "0", "1");
        }
        return settings.change(caller, FinancePolicy.SETTING, policy, Optional.ofNullable(version));
    }
}
