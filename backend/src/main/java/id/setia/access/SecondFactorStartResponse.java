package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an authenticator app needs. */
@Serdeable
@Schema(description = "What an authenticator app needs; shown once.")
public record SecondFactorStartResponse(
        @Schema(description = "The secret, to be typed where no QR code can be read: base 32.", example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
                String secret,
        @Schema(
                        description = "The content of the QR code.",
                        example = "otpauth://totp/Klub%20Nusantara:rina%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Klub%20Nusantara")
                String uri) {

    @Override
    public String toString() {
        return "SecondFactorStartResponse[]";
    }
}
