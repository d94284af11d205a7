package id.setia.profiles;

import id.setia.kernel.Problem;
import id.setia.members.MemberReference;
import id.setia.members.PaymentTokenRequest;
import id.setia.members.PaymentTokens;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;

/** What a member shows. */
@Serdeable
@Schema(description = "What a member shows: exactly one of these.")
public record LookupMemberRequest(
        @Nullable
                @Size(min = 1, max = 80)
                @Schema(description = "Card number, with or without spaces, or the whole content of its QR code.", example = "6042 1189 3357")
                String card,
        @Nullable @Size(min = 1, max = 30) @Schema(description = "Phone number.", example = "+6281234567890") String phone,
        @Nullable @Size(min = 1, max = 254) @Schema(description = "E-mail address; for partners other than the program's owner it finds only members who agree to share their data with partners.", example = "budi@example.com")
                String email,
        @Nullable @Valid @Schema(description = "A payment card the member is known by.") PaymentTokenRequest paymentToken) {

    MemberReference reference() {
        List<MemberReference> references = Stream.of(
                        Stream.ofNullable(card).map(MemberReference::card),
                        Stream.ofNullable(phone).map(MemberReference::phone),
                        Stream.ofNullable(email).map(MemberReference::email),
                        Stream.ofNullable(paymentToken).map(PaymentTokenRequest::reference))
                .flatMap(stream -> stream)
                .toList();
        if (references.size() != 1) {
            throw Problem.invalid("", "exactly_one_of", "card, phone, email, paymentToken");
        }
        if (PaymentTokens.looksLikeCardNumber(references.getFirst())) {
            throw Problem.invalid("/paymentToken/token", "card_number_sent");
        }
        return references.getFirst();
    }

    /** Whether it takes the member to be there. */
    boolean inPerson() {
        return email == null;
    }
}
