package id.setia.closing;

import id.setia.access.Allowed;
import id.setia.access.Role;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;

/** The last account with a partner that left, over HTTP. */
@Controller("/api/v1/partners/{partnerId}/final-settlement")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Finance")
class FinalSettlementController {

    private final FinalSettlements settlements;
    private final BookPartners partners;

    FinalSettlementController(FinalSettlements settlements, BookPartners partners) {
        this.settlements = settlements;
        this.partners = partners;
    }

    @Get
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "getFinalSettlement",
            summary = "Read the last account with a partner that left",
            description =
                    "What the partner and the others owe each other beyond the months that are closed, and the points that members"
                            + " still have at its expense. There is one once the partner's systems have ended.")
    FinalSettlementResponse get(
            @Parameter(description = "The partner.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga") String partnerId) {
        FinalSettlement settlement =
                settlements.get(PublicId.PARTNER.parseOr(partnerId, ProblemCode.PARTNER_NOT_FOUND));
        return new FinalSettlementResponse(
                partners.summary(settlement.partnerId()),
                settlement.madeAt(),
                settlement.lastMonth().map(YearMonth::toString).orElse(null),
                settlement.value().text(),
                settlement.owed().outstanding(),
                settlement.value().of(settlement.owed().outstanding()),
                settlement.items().stream()
                        .map(item -> new FinalSettlementItemResponse(
                                partners.summary(item.debtorId()),
                                partners.summary(item.creditorId()),
                                item.points(),
                                item.closed(),
                                item.open(),
                                settlement.value().of(item.open())))
                        .toList());
    }
}
