package id.setia.members;

import id.setia.access.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything this room knows of a member; of a merged one, the member they live on as.
 *
 * @param language {@code id} or {@code en}
 * @param consents the latest word on each purpose that was ever asked
 */
public record MemberProfile(
        UUID id,
        MemberState state,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<LocalDate> birthDate,
        String language,
        Instant joinedAt,
        List<Card> cards,
        List<Consent> consents) {

    /**
     * A card of the member.
     *
     * @param primary the one shown first
     * @param state {@code active} or {@code blocked}
     */
    public record Card(String number, Optional<String> label, boolean primary, String state) {}

    /**
     * The member's word on a purpose.
     *
     * @param channel where it was given, {@code web}
     */
    public record Consent(ConsentPurpose purpose, boolean given, String textVersion, Instant since, String channel) {}

    /** The name as others may see it: {@code B••• S•••}. */
    public String maskedName() {
        return MaskedName.of(name);
    }

    /** The address as those may see it who need not write to the member: {@code b•••@example.com}. */
    public Optional<String> maskedEmail() {
        return email.map(address -> new EmailAddress(address).masked());
    }

    /** The same of the number: {@code +62 812-••••-7890}. */
    public Optional<String> maskedPhone() {
        return phone.flatMap(PhoneNumber::parse).map(PhoneNumber::masked);
    }

    /** Whether the member agrees to the purpose; not having been asked is a no. */
    public boolean consentsTo(ConsentPurpose purpose) {
        return consents.stream().anyMatch(consent -> consent.purpose() == purpose && consent.given());
    }
}
