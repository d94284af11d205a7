package id.setia.profiles;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The code that came to the phone. */
@Serdeable
@Schema(description = "The code that came to the phone.")
public record ProveClaimRequest(
        @NotNull @Size(max = 20) @Schema(description = "Six digits; blanks are passed over.", example = "123456") String code) {

    @Override
    public String toString() {
        return "ProveClaimRequest[]";
    }
}
