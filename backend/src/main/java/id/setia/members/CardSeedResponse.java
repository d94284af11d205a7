package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What a phone makes a card's codes from. */
@Serdeable
@Schema(description = "What a phone makes a card's codes from, also without a line: by RFC 6238 with HMAC-SHA-1. The QR then reads `S1.<card>.<code>`.")
public record CardSeedResponse(
        @Schema(description = "The card.", example = "604212345678") String number,
        @Schema(description = "The seed, in base 32 without padding; to be kept on the phone alone.", example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") String seed,
        @Schema(description = "Seconds after which the code changes.", example = "30") int stepSeconds,
        @Schema(description = "Digits of a code.", example = "6") int digits,
        @Schema(description = "The time here, for a phone whose clock is wrong.", example = "2026-11-20T11:42:00Z") Instant now) {

    @Override
    public String toString() {
        return "CardSeedResponse[]";
    }
}
