package id.setia.posting;

import id.setia.kernel.Problem;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The code printed on a receipt. */
@Serdeable
@Schema(description = "The code printed on a receipt.")
public record ReceiptCodeRequest(
        @NotNull
                @Size(max = 40)
                @Schema(description = "Twelve characters; blanks, hyphens and case do not matter.", example = "7K2M-9QXA-4TRC")
                String code) {

    ReceiptCode parsed() {
        return ReceiptCode.parse(code).orElseThrow(() -> Problem.invalid("/code", "receipt_code_mistyped"));
    }

    @Override
    public String toString() {
        return "ReceiptCodeRequest[]";
    }
}
