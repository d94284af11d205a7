package id.setia.members;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody enrolled at a till by their phone number.
 *
 * @param phone in the form in which identifiers are kept
 * @param name as the cashier heard it
 * @param language {@code id} or {@code en}
 * @param cashier an opaque reference
 */
public record TillEnrolment(
        MemberReference phone,
        Optional<String> name,
        String language,
        UUID partnerId,
        UUID storeId,
        UUID clientId,
        Optional<String> cashier) {}
