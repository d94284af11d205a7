package id.setia.members;

import id.setia.access.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody on the way to membership; also the row.
 *
 * @param email given, and proven by the code unless there is a phone
 * @param phone given, and proven by the code
 * @param codeId the last code sent
 * @param memberId the member it became
 * @param referralCode of the member who brought them
 */
record Enrolment(
        UUID id,
        Optional<EmailAddress> email,
        Optional<PhoneNumber> phone,
        String name,
        Optional<LocalDate> birthDate,
        String language,
        String passwordHash,
        String termsVersion,
        List<ConsentChoice> consents,
        UUID codeId,
        Optional<UUID> memberId,
        Instant createdAt,
        Optional<String> referralCode) {

    /** Where the code goes: to the phone, where there is one. */
    Contact contact() {
        return phone.<Contact>map(Contact.Phone::new).orElseGet(() -> new Contact.Email(email.orElseThrow()));
    }

    /** The other contact, which is proven after joining. */
    Optional<Contact> furtherContact() {
        return phone.isPresent() ? email.map(Contact.Email::new) : Optional.empty();
    }
}
