package id.setia.members;

import id.setia.access.Caller;
import id.setia.access.SessionKind;
import id.setia.access.Sessions;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The door for making one membership of two that are one person's. The member who is merged lives on as the survivor: cards,
 * phones, e-mail addresses and customer numbers name the survivor, whoever is signed in has to sign in again, of two words
 * on a consent the no holds, of two locks of spending the later one, and friends the one brought count for the other. There is no way back.
 */
@Singleton
public class MemberMerges {

    private final Sessions sessions;
    private final ApplicationEventPublisher<MembersMerged> publisher;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    MemberMerges(
            Sessions sessions,
            ApplicationEventPublisher<MembersMerged> publisher,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What merging would do to the memberships.
     *
     * @param state the survivor's afterwards: frozen when either is
     * @param withdrawn consents the survivor gave and the other refused
     */
    public record Outlook(MemberState state, List<ConsentPurpose> withdrawn) {}

    /**
     * Looks at what merging would do.
     *
     * @throws Problem {@code member_state_forbids} when one of them has ended, {@code merge_into_unclaimed} when only the
     *     survivor was never claimed
     */
    public Outlook outlook(UUID memberId, UUID survivorId) {
        return transactions.read(connection -> outlook(connection, memberId, survivorId));
    }

    private static Outlook outlook(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        Map<UUID, MemberRows.Row> rows = MemberRows.select(connection, List.of(memberId, survivorId));
        if (rows.size() < 2) {
            throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        }
        MemberState leaving = rows.get(memberId).state();
        MemberState staying = rows.get(survivorId).state();
        MemberAct.MERGE.after(leaving);
        MemberState after = MemberAct.TAKE_IN.after(staying);
        if (staying == MemberState.UNCLAIMED && leaving != MemberState.UNCLAIMED) {
            throw Problem.of(ProblemCode.MERGE_INTO_UNCLAIMED);
        }
        return new Outlook(
                leaving == MemberState.FROZEN ? MemberState.FROZEN : after,
                withdrawn(connection, memberId, survivorId));
    }

    private static List<ConsentPurpose> withdrawn(Connection connection, UUID memberId, UUID survivorId)
            throws SQLException {
        Map<ConsentPurpose, Boolean> words = new HashMap<>();
        ConsentRows.latest(connection, memberId).forEach(word -> words.put(word.purpose(), word.given()));
        return ConsentRows.latest(connection, survivorId).stream()
                .filter(word -> word.given() && Boolean.FALSE.equals(words.get(word.purpose())))
                .map(MemberProfile.Consent::purpose)
                .toList();
    }

    /**
     * Merges, in the running transaction, under the locks of both accounts.
     *
     * @throws Problem as {@link #outlook}
     */
    public void merge(Caller by, UUID memberId, UUID survivorId, Instant at) {
        transactions.write(connection -> {
            lock(connection, memberId, survivorId);
            Outlook outlook = outlook(connection, memberId, survivorId);
            boolean freezes = outlook.state() == MemberState.FROZEN
                    && MemberStateRows.lock(connection, survivorId) != MemberState.FROZEN;
            if (freezes) {
                MemberStateRows.change(connection, survivorId, outlook.state(), at);
                MemberStateRows.noteFreeze(connection, survivorId, at, MemberNews.kind(by));
            }
            for (ConsentPurpose purpose : outlook.withdrawn()) {
                ConsentRows.insert(connection, List.of(refusal(connection, memberId, survivorId, purpose)));
            }
            SpendingLocks.merge(connection, memberId, survivorId);
            CredentialChanges.merge(connection, memberId, survivorId);
            MergeRows.dropWhatWasBegun(connection, memberId);
            MergeRows.moveReferrals(connection, memberId, survivorId, at);
            MergeRows.moveIdentifiers(connection, memberId, survivorId);
            MergeRows.livesOnAs(connection, memberId, survivorId, at);
            sessions.end(SessionKind.MEMBER, memberId);
            publisher.publishEvent(new MembersMerged(memberId, survivorId, at));
            return null;
        });
    }

    /** Locks both memberships in the running transaction: before their points, as every act on a membership does. */
    public void lock(UUID memberId, UUID survivorId) {
        transactions.write(connection -> {
            lock(connection, memberId, survivorId);
            return null;
        });
    }

    private static void lock(Connection connection, UUID memberId, UUID survivorId) throws SQLException {
        List<UUID> ascending =
                Stream.of(memberId, survivorId).sorted().toList();
        for (UUID id : ascending) {
            MemberStateRows.lock(connection, id);
        }
    }

    /** The no of the one as the word of the other, with the text and language it was given in. */
    private ConsentRows.Row refusal(Connection connection, UUID memberId, UUID survivorId, ConsentPurpose purpose)
            throws SQLException {
        ConsentRows.Row said = ConsentRows.history(connection, memberId).stream()
                .filter(row -> row.purpose().equals(purpose.value()))
                .findFirst()
                .orElseThrow();
        return new ConsentRows.Row(
                ids.next(), survivorId, said.purpose(), false, said.textVersion(), said.language(), said.channel(),
                said.recordedBy(), clock.now(), said.origin());
    }

    /** The member and everybody who lives on as them. */
    public List<UUID> family(UUID memberId) {
        return families(List.of(memberId)).get(memberId);
    }

    /** The same for many, by member. */
    public Map<UUID, List<UUID>> families(Collection<UUID> members) {
        Map<UUID, List<UUID>> families = new HashMap<>();
        if (!members.isEmpty()) {
            Map<UUID, Set<UUID>> merged = transactions.read(connection -> MergeRows.mergedInto(connection, members));
            members.forEach(member -> families.put(
                    member,
                    Stream.concat(Stream.of(member), merged.getOrDefault(member, Set.of()).stream()).toList()));
        }
        return families;
    }
}
