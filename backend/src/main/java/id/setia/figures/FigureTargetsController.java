package id.setia.figures;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.SettingDesk;
import id.setia.kernel.Objections;
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
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What figures should be, over HTTP. */
@Controller("/api/v1/settings/figure-targets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Figures")
class FigureTargetsController {

    private static final Pattern MONTH = Pattern.compile("(19[7-9]|2[01][0-9])[0-9]-(0[1-9]|1[0-2])");

    private final SettingDesk settings;

    FigureTargetsController(SettingDesk settings) {
        this.settings = settings;
    }

    @Get
    @Allowed(staff = {Role.MARKETER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getFigureTargets",
            summary = "Read what figures should be",
            description = "At most one target for each figure and month. Its `ETag` is what a change names in `If-Match`.")
    HttpResponse<FigureTargets> read() {
        return settings.read(FigureTargets.SETTING, FigureTargets.class, FigureTargets.NONE);
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeFigureTargets",
            summary = "Change what figures should be",
            description = "Puts these targets in the place of all before.")
    HttpResponse<FigureTargets> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"") @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid FigureTargets targets) {
        refuseUnlessSensible(targets);
        return settings.change(caller, FigureTargets.SETTING, targets, Optional.ofNullable(ifMatch));
    }

    private static void refuseUnlessSensible(FigureTargets targets) {
        Objections objections = new Objections();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < targets.targets().size(); index++) {
            FigureTarget target = targets.targets().get(index);
            String pointer = "/targets/" + index;
            objections
                    .unless(MONTH.matcher(target.month()).matches(), pointer + "/month", "month_malformed")
                    .unless(seen.add(target.figure() + target.month()), pointer + "/month", "target_twice")
                    .unless(
                            target.figure().unit() != FigureUnit.SHARE || target.value().compareTo(BigDecimal.ONE) <= 0,
                            pointer + "/value", "value_out_of_range", "0", "1");
        }
        objections.refuse();
    }
}
