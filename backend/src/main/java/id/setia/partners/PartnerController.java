package id.setia.partners;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Version;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Partners over HTTP. */
@Controller("/api/v1/partners")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Partners")
class PartnerController {

    private static final Comparator<Partner> OWNER_FIRST =
            Comparator.comparing(Partner::owner).reversed().thenComparing(Partner::name);

    private final PartnerDirectory partners;
    private final Premises premises;

    PartnerController(PartnerDirectory partners, Premises premises) {
        this.partners = partners;
        this.premises = premises;
    }

    @Get
    @Allowed(
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "listPartners",
            summary = "List partners",
            description = "All partners, the owner of the program first, then by name.")
    PartnerListResponse list() {
        partners.refresh();
        return new PartnerListResponse(partners.partners().stream()
                .sorted(OWNER_FIRST)
                .map(this::response)
                .toList());
    }

    private PartnerResponse response(Partner partner) {
        long open = partners.stores().stream()
                .filter(store -> store.partnerId().equals(partner.id()) && store.state() == StoreState.OPEN)
                .count();
        return PartnerResponse.of(partner, (int) open);
    }

    @Get("/{partnerId}")
    @Allowed(
            staff = {Role.MARKETER, Role.SERVICE_AGENT, Role.STORE_MANAGER, Role.FINANCE, Role.ANALYST, Role.AUDITOR})
    @Operation(
            operationId = "getPartner",
            summary = "Read a partner",
            description = "A partner; `ETag` names its version.")
    HttpResponse<PartnerResponse> get(
            @Parameter(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId) {
        partners.refresh();
        return answer(premises.partner(id(partnerId)));
    }

    private static UUID id(String partnerId) {
        return PublicId.PARTNER.parseOr(partnerId, ProblemCode.PARTNER_NOT_FOUND);
    }

    private HttpResponse<PartnerResponse> answer(Partner partner) {
        return HttpResponse.ok(response(partner))
                .header(HttpHeaders.ETAG, partner.version().tag());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "createPartner",
            summary = "Take in a partner",
            description = "Takes a partner into the program. Its code is unique and never changes.")
    PartnerResponse create(@Body @Valid CreatePartnerRequest partner, Caller caller) {
        return response(premises.createPartner(caller, partner));
    }

    @Put("/{partnerId}")
    @Allowed(staff = Role.ADMINISTRATOR)
    @Operation(
            operationId = "changePartner",
            summary = "Change a partner",
            description = "Renames a partner, ends it at once or takes it back, also one that leaves. The owner of the program cannot end (`owner_stays`).")
    HttpResponse<PartnerResponse> change(
            @Parameter(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId,
            @Body @Valid ChangePartnerRequest partner,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Caller caller) {
        return answer(premises.change(caller, id(partnerId), partner, Version.of(Optional.ofNullable(ifMatch))));
    }
}
