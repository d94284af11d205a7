package id.setia.members;

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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/** What administrators decide about members who use their points themselves. */
@Controller("/api/v1/settings/member-spending")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class SpendingSettingsController {

    /** The programme has no id of its own; this stands for it in the audit trail. */
    private static final UUID PROGRAM = new UUID(0, 1);

    private final Settings settings;
    private final AuditTrail audit;
    private final Transactions transactions;

    SpendingSettingsController(Settings settings, AuditTrail audit, Transactions transactions) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Get
    @Allowed(staff = {Role.ADMINISTRATOR, Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getMemberSpendingPolicy",
            summary = "Read when members prove once more to be themselves",
            description = "From how many points on members who are signed in prove once more to be themselves, and how long points"
                    + " are not used after a change of what opens an account; `ETag` names the version.")
    HttpResponse<MemberSpendingPolicy> read() {
        return answer(settings.read(
                MemberSpendingPolicy.SETTING, MemberSpendingPolicy.class, MemberSpendingPolicy.USUAL));
    }

    @Put
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeMemberSpendingPolicy",
            summary = "Decide when members prove once more to be themselves",
            description = "Takes effect within a second. Needs `If-Match` with the `ETag` read before.")
    HttpResponse<MemberSpendingPolicy> change(
            Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body @Valid MemberSpendingPolicy policy) {
        Version from = Version.of(Optional.ofNullable(ifMatch));
        return answer(transactions.write(connection -> {
            Setting<MemberSpendingPolicy> changed = settings.change(MemberSpendingPolicy.SETTING, policy, from);
            audit.record(
                    caller,
                    "setting.changed",
                    "setting",
                    PROGRAM,
                    "proofFromPoints",
                    policy.proofFromPoints().toString(),
                    "proofMinutes",
                    policy.proofMinutes().toString(),
                    "coolingHours",
                    policy.coolingHours().toString());
            return changed;
        }));
    }

    private static HttpResponse<MemberSpendingPolicy> answer(Setting<MemberSpendingPolicy> setting) {
        return HttpResponse.ok(setting.value()).header(HttpHeaders.ETAG, setting.version().tag());
    }
}
