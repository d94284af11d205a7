package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A payment card as its acquirer names it. */
@Serdeable
@Schema(description = "A payment card by the token its acquirer gives it; never by its number.")
public record PaymentTokenRequest(
        @NotNull
                @Size(min = 1, max = 40)
                @Schema(description = "Who gives the tokens, by a word of your program's choosing; case does not matter.", example = "acquirer-one")
                String issuer,
        @NotNull
                @Size(min = 1, max = 200)
                @Schema(description = "The token, the same at every payment with the card. What looks like a card number is refused.", example = "tok_9f8a1c77d2e04b1a")
                String token) {

    public MemberReference reference() {
        return MemberReference.paymentToken(issuer, token);
    }

    @Override
    public String toString() {
        return "PaymentTokenRequest[issuer=" + issuer + "]";
    }
}
