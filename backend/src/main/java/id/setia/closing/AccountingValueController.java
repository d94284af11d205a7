package id.setia.closing;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a point counts for in the books, over HTTP. */
@Controller("/api/v1/accounting-values")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Finance")
class AccountingValueController {

    private final AccountingValues values;
    private final ProgramSettings program;
    private final BusinessClock clock;

    AccountingValueController(AccountingValues values, ProgramSettings program, BusinessClock clock) {
        this.values = values;
        this.program = program;
        this.clock = clock;
    }

    @Get
    @Allowed(staff = {Role.FINANCE, Role.AUDITOR})
    @Operation(
            operationId = "listAccountingValues",
            summary = "Read what a point counts for in the books",
            description = "The value in force today and all that were ever set, by date; apart from what a point is worth to members.")
    AccountingValueListResponse list() {
        LocalDate today = program.current().dateOf(clock.now());
        List<AccountingValue> all = values.all();
        PointValue now = values.on(today);
        return new AccountingValueListResponse(
                now.text(),
                now.currency(),
                all.stream().allMatch(value -> value.validFrom().isAfter(today)),
                all.stream().map(AccountingValueResponse::of).toList());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Allowed(staff = {Role.FINANCE})
    @Operation(
            operationId = "setAccountingValue",
            summary = "Set what a point counts for in the books",
            description = "From a day on that is in no closed month. Values set before stay in the history. Needs an `Idempotency-Key`.")
    AccountingValueResponse set(
            Caller caller,
            @Nullable @Header("Idempotency-Key") String key,
            @Body @Valid SetAccountingValueRequest request) {
        return AccountingValueResponse.of(
                values.set(BooksCallers.staff(caller), Optional.ofNullable(key), request));
    }
}
