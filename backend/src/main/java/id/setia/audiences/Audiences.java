package id.setia.audiences;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Epochs;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SqlCondition;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The door to saved audiences: who is in them. Whether a member is in one is a fact of the moment it is asked. Where its
 * criteria look at purchases or scores, only members are in it who agree to offers being chosen by what they buy.
 */
@Singleton
public class Audiences implements AudienceMembership {

    private static final String EPOCH = "audiences";

    private final AudienceMembers members;
    private final CriterionConditions conditions;
    private final Epochs epochs;
    private final BusinessClock clock;
    private final Epochs.Cached<Map<UUID, SavedAudience>> saved;

    Audiences(
            AudienceRows rows,
            AudienceMembers members,
            CriterionConditions conditions,
            Epochs epochs,
            BusinessClock clock) {
        this.members = members;
        this.conditions = conditions;
        this.epochs = epochs;
        this.clock = clock;
        this.saved = epochs.cached(
                EPOCH,
                () -> rows.all().stream().collect(Collectors.toMap(SavedAudience::id, Function.identity())));
    }

    public boolean exists(UUID audienceId) {
        return saved.get().containsKey(audienceId);
    }

    /** The name staff gave it. */
    public Optional<String> name(UUID audienceId) {
        return Optional.ofNullable(saved.get().get(audienceId)).map(SavedAudience::name);
    }

    /**
     * In which of the audiences each of the members is now; one statement for all, none where no audience is asked for.
     * Members who are in none are missing; nobody is in an audience that was deleted.
     */
    @Override
    public Map<UUID, Set<UUID>> of(Collection<UUID> asked, Set<UUID> audiences) {
        Map<UUID, SqlCondition> wanted = wanted(audiences);
        return wanted.isEmpty() || asked.isEmpty() ? Map.of() : members.met(wanted, asked);
    }

    /** Adds to the sheaf in which of the audiences a member is now; known once that is read. */
    public Set<UUID> read(UUID memberId, Set<UUID> audiences, Sheaf sheaf) {
        Map<UUID, SqlCondition> wanted = wanted(audiences);
        return wanted.isEmpty() ? Set.of() : AudienceMembers.read(wanted, memberId, sheaf);
    }

    private Map<UUID, SqlCondition> wanted(Set<UUID> audiences) {
        Map<UUID, SqlCondition> wanted = new HashMap<>();
        for (UUID audience : audiences) {
            Optional.ofNullable(saved.get().get(audience))
                    .ifPresent(found -> wanted.put(audience, condition(found, clock.now())));
        }
        return wanted;
    }

    /** The next members of any audience after one, in the order of their ids. */
    public List<UUID> after(Audience audience, Optional<UUID> member, int limit) {
        return members.after(condition(audience, clock.now()), member, limit);
    }

    /** How many members are in any audience now; one statement. */
    public long count(Audience audience) {
        return members.count(condition(audience, clock.now()));
    }

    long count(Criterion criterion) {
        return members.count(conditions.of(criterion, lists(), clock.now()));
    }

    long count(SavedAudience audience) {
        return members.count(condition(audience, clock.now()));
    }

    private SqlCondition condition(Audience audience, Instant now) {
        return switch (audience) {
            case Audience.Everyone everyone -> conditions.of(new Criterion.All(List.of()), Map.of(), now);
            case Audience.InTiers inTiers -> conditions.of(new Criterion.Tiers(inTiers.tiers()), Map.of(), now);
            case Audience.BirthdayThisMonth birthday ->
                conditions.of(new Criterion.BirthdayMonth(List.of()), Map.of(), now);
            case Audience.Saved named -> Optional.ofNullable(saved.get().get(named.audienceId()))
                    .map(found -> condition(found, now))
                    .orElse(SqlCondition.NEVER);
        };
    }

    private SqlCondition condition(SavedAudience audience, Instant now) {
        return audience.criteria()
                .map(criteria -> conditions.of(criteria, lists(), now))
                .orElseGet(() -> conditions.ofList(audience.listId()));
    }

    private Map<UUID, UUID> lists() {
        Map<UUID, UUID> lists = new HashMap<>();
        saved.get().values().forEach(audience -> audience.listId().ifPresent(list -> lists.put(audience.id(), list)));
        return lists;
    }

    List<SavedAudience> all() {
        return saved.get().values().stream()
                .sorted(Comparator.comparing(SavedAudience::name).thenComparing(SavedAudience::id))
                .toList();
    }

    Optional<SavedAudience> find(UUID audienceId) {
        return Optional.ofNullable(saved.get().get(audienceId));
    }

    /** Tells every node, with the running transaction, that an audience has changed. */
    void advance() {
        epochs.advance(EPOCH);
    }

    /** Reads the audiences again at the next use; for the node that made a change, once it is committed. */
    void forget() {
        saved.forget();
    }
}
