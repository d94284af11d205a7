package id.setia.audiences;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is in which saved audience now. */
public interface AudienceMembership {

    /**
     * Of the audiences, those that each member is in; members of none are missing. One statement for all.
     *
     * @param members under lock, in the running transaction
     */
    Map<UUID, Set<UUID>> of(Collection<UUID> members, Set<UUID> audiences);
}
