package id.setia.access;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who sends a request. Controllers take it as an argument. */
public sealed interface Caller extends Principal {

    /** Nobody known. */
    record Stranger() implements Caller {}

    /**
     * A member signed in on the portal.
     *
     * @param provenAt when they last proved to be themselves; long ago where that is not known
     */
    record SignedInMember(UUID memberId, Instant provenAt) implements Caller {

        public SignedInMember(UUID memberId) {
            this(memberId, Instant.EPOCH);
        }
    }

    /**
     * A member of staff signed in to the back office.
     *
     * @param stores the stores a store manager answers for; empty for everybody else, who are bound to none
     */
    record SignedInStaff(UUID staffId, Set<Role> roles, Set<UUID> stores) implements Caller {

        public SignedInStaff(UUID staffId, Set<Role> roles) {
            this(staffId, roles, Set.of());
        }
    }

    /**
     * A till or a partner's system with a token.
     *
     * @param terminalId the till, empty for a partner's system
     * @param storeId the store of the till, empty for a partner's system
     * @param programOwner whether the partner owns the programme and so serves every member
     */
    record ApiClient(
            UUID clientId,
            UUID partnerId,
            Optional<UUID> terminalId,
            Optional<UUID> storeId,
            boolean programOwner,
            Set<Scope> scopes)
            implements Caller {}

    /** Text of the opaque id; empty for a stranger. */
    @Override
    default String getName() {
        return actorId().map(UUID::toString).orElse("");
    }

    /** Opaque id for records of who did something. */
    default Optional<UUID> actorId() {
        return switch (this) {
            case Stranger stranger -> Optional.empty();
            case SignedInMember member -> Optional.of(member.memberId());
            case SignedInStaff staff -> Optional.of(staff.staffId());
            case ApiClient client -> Optional.of(client.clientId());
        };
    }
}
