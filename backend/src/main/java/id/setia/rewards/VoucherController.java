package id.setia.rewards;

import id.setia.access.Allowed;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;

/** Vouchers at the till, over HTTP. */
@Controller("/api/v1/vouchers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Vouchers")
class VoucherController {

    private final TillVouchers vouchers;

    VoucherController(TillVouchers vouchers) {
        this.vouchers = vouchers;
    }

    /** Looks at a voucher. */
    @Post("/validation")
    @Status(HttpStatus.OK)
    @Allowed(scopes = Scope.VOUCHERS_WRITE)
    @Operation(
            operationId = "validateVoucher",
            summary = "See what a voucher gives",
            description = "Whether a scanned voucher is good, and what it gives. Changes nothing. Vouchers that another partner"
                    + " honours are not found; codes that nobody has are counted, and after too many the client waits.")
    VoucherAtTillResponse validate(Caller caller, @Body @Valid ValidateVoucherRequest request) {
        return vouchers.validate(client(caller), request);
    }

    /** Uses a voucher. */
    @Post("/use")
    @Status(HttpStatus.OK)
    @Allowed(scopes = Scope.VOUCHERS_WRITE)
    @Operation(
            operationId = "useVoucher",
            summary = "Use a voucher for a receipt",
            description = "From then on the voucher is used up. Sending it again for the same receipt gives the same answer, marked"
                    + " `replayed`, also when the use was undone or refunded since: then `undoneAt` says when, and nothing is used."
                    + " To use it for that receipt once more, send a new `Idempotency-Key`; the key is optional otherwise, and under"
                    + " the same one the answer is that of its own use. For another receipt a used voucher is refused:"
                    + " `voucher_used`. With a total below its minimum it is refused and stays good: `voucher_below_minimum`.")
    VoucherAtTillResponse use(
            Caller caller, @Nullable @Header("Idempotency-Key") String key, @Body @Valid UseVoucherRequest request) {
        return vouchers.use(client(caller), Optional.ofNullable(key), request);
    }

    /** Undoes that. */
    @Post("/undo")
    @Status(HttpStatus.OK)
    @Allowed(scopes = Scope.VOUCHERS_WRITE)
    @Operation(
            operationId = "undoVoucherUse",
            summary = "Undo a voucher's use",
            description = "Makes a voucher good again that was used for the receipt, within the time the program gives; one whose offer"
                    + " was ended or stopped meanwhile is `cancelled`. Undone before, nothing changes.")
    VoucherAtTillResponse undo(Caller caller, @Body @Valid UndoVoucherUseRequest request) {
        return vouchers.undo(client(caller), request);
    }

    private static Caller.ApiClient client(Caller caller) {
        if (caller instanceof Caller.ApiClient client) {
            return client;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }
}
