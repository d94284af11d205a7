package id.setia.care;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A word of the member. */
@Serdeable
@Schema(description = "A word of the member in a case.")
public record WriteMessageRequest(
        @NotBlank @Size(max = 2_000) @Schema(description = "The words.", example = "Ini foto struk saya.") String text) {

    @Override
    public String toString() {
        return "WriteMessageRequest[]";
    }
}
