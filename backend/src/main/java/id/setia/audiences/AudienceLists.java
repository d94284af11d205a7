package id.setia.audiences;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The door for filling static lists: an import gathers its members by and by, then takes the place of the one before. */
@Singleton
public class AudienceLists {

    private final AudienceRows rows;
    private final AudienceMembers members;
    private final Audiences audiences;
    private final Transactions transactions;
    private final BusinessClock clock;

    AudienceLists(
            AudienceRows rows,
            AudienceMembers members,
            Audiences audiences,
            Transactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.members = members;
        this.audiences = audiences;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the audience is a static list. */
    public boolean isList(UUID audienceId) {
        return audiences.find(audienceId).filter(SavedAudience::isList).isPresent();
    }

    /** Adds members to an import that nobody sees yet; those it has already stay. */
    public void gather(UUID importId, Collection<UUID> found) {
        if (!found.isEmpty()) {
            members.add(importId, found);
        }
    }

    /**
     * Makes an import the list's members.
     *
     * @return whether there is such a list still
     */
    public boolean publish(UUID audienceId, UUID importId) {
        boolean done = transactions.write(connection -> {
            Optional<SavedAudience> list = rows.lock(audienceId).filter(SavedAudience::isList);
            list.ifPresent(before -> {
                rows.write(new SavedAudience(
                        audienceId,
                        before.name(),
                        before.criteria(),
                        Optional.of(importId),
                        members.size(importId),
                        before.version() + 1,
                        clock.now()));
                audiences.advance();
            });
            return list.isPresent();
        });
        transactions.afterCommit(audiences::forget);
        return done;
    }

    /** The import that a list shows now. */
    public Optional<UUID> shown(UUID audienceId) {
        return transactions.read(connection -> rows.lock(audienceId)).flatMap(SavedAudience::listId);
    }

    /**
     * Deletes some members of an import nobody sees any more.
     *
     * @return whether there may be more
     */
    public boolean clear(UUID importId, int most) {
        return members.clear(importId, most) == most;
    }
}
