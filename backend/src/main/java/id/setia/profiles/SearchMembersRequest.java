package id.setia.profiles;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What staff look for. */
@Serdeable
@Schema(description = "What to look for.")
public record SearchMembersRequest(
        @NotNull
                @Size(min = 2, max = 120)
                @Schema(description = "A card number, a phone number, an e-mail address, a receipt or order number, or a part of a name.", example = "budi")
                String query) {}
