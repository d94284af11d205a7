package id.setia.partners;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a till will be able to do. */
@Serdeable
@Schema(description = "What a till will be able to do.")
public record CreatePairingCodeRequest(
        @Nullable
                @Size(max = 20)
                @Schema(
                        description = "Its scopes, neither `ledger:read` nor `imports:write`; when left out all a till needs to sell, look members"
                                + " up masked, enrol them and take points and vouchers.",
                        example = "[\"purchases:write\",\"members:lookup\"]")
                List<String> scopes) {}
