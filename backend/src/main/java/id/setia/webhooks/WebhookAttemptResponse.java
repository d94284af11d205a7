package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An attempt to deliver an event. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An attempt to deliver an event.")
public record WebhookAttemptResponse(
        @Schema(description = "Counts the attempts of a delivery.", example = "1") int number,
        @Schema(description = "When it began.", example = "2026-11-22T03:04:07Z") Instant attemptedAt,
        @Nullable @Schema(description = "HTTP status of the answer; absent where there was none.", example = "503") Integer status,
        @Nullable
                @Schema(
                        description = "Why it failed; absent when it was delivered: `refused` by the status, `host_unknown`,"
                                + " `address_not_allowed`, `connection_failed`, `tls_failed`, `timed_out`, `connection_closed` before"
                                + " the answer was whole, or `answer_malformed`.",
                        example = "refused")
                SendFailure failure,
        @Schema(description = "How long it took, in milliseconds.", example = "120") long durationMillis,
        @Schema(
                        description = "The beginning of the answer's body, at most 200 characters, without what looks like an e-mail"
                                + " address or a long number.",
                        example = "Service Unavailable")
                String answer) {

    static WebhookAttemptResponse of(Attempt attempt) {
        return new WebhookAttemptResponse(
                attempt.number(),
                attempt.at(),
                attempt.status().isPresent() ? attempt.status().getAsInt() : null,
                attempt.failure().orElse(null),
                attempt.took().toMillis(),
                attempt.answer());
    }
}
