package id.setia.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member as another system knew them.
 *
 * @param numbers their numbers there, at least one; the first is what they are known by
 * @param cards numbers of the cards they have, the one shown first first
 * @param name at most 120 characters
 * @param language {@code id} or {@code en}
 * @param joinedAt business time of joining the programme before
 * @param fingerprint of everything the other system said of them, see {@link MemberArrivals#fingerprint}
 */
public record ArrivingMember(
        UUID id,
        List<MemberReference> numbers,
        List<MemberReference> cards,
        Optional<MemberReference> phone,
        Optional<MemberReference> email,
        String name,
        Optional<LocalDate> birthDate,
        String language,
        Instant joinedAt,
        List<Consent> consents,
        byte[] fingerprint) {

    /**
     * A yes or no given elsewhere.
     *
     * @param purpose a {@link ConsentPurpose}, or {@code terms}
     * @param textVersion of the text agreed to, at most 20 letters, digits and signs
     * @param origin where it was given, at most 120 characters
     */
    public record Consent(
            String purpose, boolean given, String textVersion, Instant givenAt, Optional<String> origin) {}
}
