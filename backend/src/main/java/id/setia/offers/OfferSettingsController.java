package id.setia.offers;

import id.setia.access.Allowed;
import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Setting;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** How often members are told of offers, over HTTP. */
@Controller("/api/v1/settings/offers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class OfferSettingsController {

    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    private final Settings settings;
    private final AuditTrail audit;
    private final Transactions transactions;

    OfferSettingsController(Settings settings, AuditTrail audit, Transactions transactions) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** How often members are told of offers. */
    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.MARKETER, Role.AUDITOR})
    @Operation(
            operationId = "getOfferSettings",
            summary = "Read how often members are told of offers",
            description = "Counts offers told in the inbox and by the channels members agreed to, of all offers together.")
    HttpResponse<OfferPolicy> read() {
        return answer(settings.read(OfferPolicy.SETTING, OfferPolicy.class, OfferPolicy.USUAL));
    }

    /** Changes how often members are told of offers. */
    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeOfferSettings",
            summary = "Change how often members are told of offers",
            description = "Counts at once; whoever was told as often already waits.")
    HttpResponse<OfferPolicy> change(
            Caller caller,
            @Parameter(description = "The `ETag` of what was read.", example = "\"1\"")
                    @Nullable
                    @Header(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Body @Valid OfferPolicy change) {
        Version from = Version.of(Optional.ofNullable(ifMatch));
        return answer(transactions.write(connection -> {
            Setting<OfferPolicy> changed = settings.change(OfferPolicy.SETTING, change, from);
            audit.record(
                    caller,
                    "offer_announcements.changed",
                    "setting",
                    NOTHING_IN_PARTICULAR,
                    "announcedPerWeek",
                    change.announcedPerWeek().toString());
            return changed;
        }));
    }

    private static HttpResponse<OfferPolicy> answer(Setting<OfferPolicy> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
