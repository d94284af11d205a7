package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The keys of tokens. */
@Serdeable
@Schema(description = "The keys of tokens, in the order in which they sign.")
public record SigningKeyListResponse(@Schema(description = "The keys.") List<SigningKeyResponse> items) {}
