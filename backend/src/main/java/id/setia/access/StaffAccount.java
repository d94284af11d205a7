package id.setia.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A member of staff.
 *
 * @param stores the stores a store manager answers for; empty for everybody else
 * @param language {@code id} or {@code en}, for what is mailed to them
 * @param secondFactor whether they prove themselves by a second factor
 * @param signedInAt when they last signed in
 * @param invitedUntil when their invitation lapses, while there is one
 * @param version counts changes of what administrators edit
 */
public record StaffAccount(
        UUID id,
        String email,
        String name,
        Set<Role> roles,
        Set<UUID> stores,
        String language,
        StaffState state,
        boolean secondFactor,
        Instant createdAt,
        Optional<Instant> signedInAt,
        Optional<Instant> invitedUntil,
        long version) {

    StaffAccount withStores(Set<UUID> others) {
        return new StaffAccount(
                id, email, name, roles, others, language, state, secondFactor, createdAt, signedInAt, invitedUntil, version);
    }

    boolean active() {
        return state == StaffState.ACTIVE;
    }

    boolean activeAdministrator() {
        return active() && roles.contains(Role.ADMINISTRATOR);
    }

    StaffMail.Addressee addressee() {
        return new StaffMail.Addressee(email, name, language);
    }

    @Override
    public String toString() {
        return "StaffAccount[" + id + "]";
    }
}
