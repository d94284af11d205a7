package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Recovery codes, shown once. */
@Serdeable
@Schema(description = "Recovery codes, shown once, and the session from now on.")
public record RecoveryCodesResponse(
        @Schema(description = "Ten codes, each good once in place of the authenticator app.", example = "[\"7k2mq-x9d4t\"]")
                List<String> recoveryCodes,
        @Schema(description = "The session, renewed.") SessionResponse session) {

    @Override
    public String toString() {
        return "RecoveryCodesResponse[]";
    }
}
