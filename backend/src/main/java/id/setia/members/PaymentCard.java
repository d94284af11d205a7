package id.setia.members;

import id.setia.kernel.PublicId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payment card a member is known by. */
record PaymentCard(MemberReference token, Optional<String> label, Instant addedAt) {

    /** Follows from the token and tells nothing of it. */
    UUID id() {
        return UUID.nameUUIDFromBytes((token.issuer() + "\n" + token.value()).getBytes(StandardCharsets.UTF_8));
    }

    PaymentCardResponse response() {
        return new PaymentCardResponse(
                PublicId.PAYMENT_CARD.format(id()),
                token.issuer(),
                PaymentTokens.masked(token.value()),
                label.orElse(null),
                addedAt);
    }
}
