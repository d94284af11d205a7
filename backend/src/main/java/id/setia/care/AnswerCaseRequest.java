package id.setia.care;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Staff's answer. */
@Serdeable
@Schema(description = "Staff's answer to a case.")
public record AnswerCaseRequest(
        @NotNull
                @Schema(description = "`granted` or `declined`.", allowableValues = {"granted", "declined"}, example = "granted")
                String outcome,
        @NotNull @Valid @Schema(description = "The answer in both languages, each 1 to 2,000 characters.") LocalText text,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "The unattached purchase found to be meant; it is attached to the member with the answer.",
                        example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String purchaseId) {

    @Override
    public String toString() {
        return "AnswerCaseRequest[]";
    }
}
