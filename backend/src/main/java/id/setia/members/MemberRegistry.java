package id.setia.members;

import id.setia.kernel.Problem;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to members: finding them by whatever they show, and enrolling those that come from elsewhere. */
@Singleton
public class MemberRegistry {

    /** How many merges, one after the other, are followed. */
    public static final int LONGEST_CHAIN_OF_MERGES = 8;

    private final Transactions transactions;
    private final SystemClock clock;
    private final Joining joining;

    MemberRegistry(Transactions transactions, SystemClock clock, Joining joining) {
        this.transactions = transactions;
        this.clock = clock;
        this.joining = joining;
    }

    /** The members behind the references, in one statement, or two where members are named by their ids; merges are followed. */
    public Map<MemberReference, FoundMember> find(Collection<MemberReference> references) {
        Set<MemberReference> asked = Set.copyOf(references);
        return asked.isEmpty() ? Map.of() : transactions.read(connection -> find(connection, asked));
    }

    private static Map<MemberReference, FoundMember> find(Connection connection, Set<MemberReference> asked)
            throws SQLException {
        Map<MemberReference, UUID> holders = new HashMap<>();
        List<MemberReference> identifiers = new ArrayList<>();
        for (MemberReference reference : asked) {
            if (reference.kind() == MemberReference.Kind.MEMBER_ID) {
                holders.put(reference, UUID.fromString(reference.value()));
            } else {
                identifiers.add(reference);
            }
        }
        Map<MemberReference, FoundMember> found = new HashMap<>();
        IdentifierRows.members(connection, identifiers).forEach((reference, row) -> {
            if (row.mergedInto().isEmpty()) {
                found.put(reference, row.found());
            } else {
                holders.put(reference, row.id());
            }
        });
        Map<UUID, FoundMember> members = follow(connection, new HashSet<>(holders.values()));
        holders.forEach((reference, id) -> {
            if (members.containsKey(id)) {
                found.put(reference, members.get(id));
            }
        });
        return found;
    }

    /** The members with the ids, by the id asked for; of a merged member, the one they live on as. */
    public Map<UUID, FoundMember> members(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : transactions.read(connection -> follow(connection, ids));
    }

    /** The members with the ids, none of whom was merged; known once the sheaf is read. */
    public Map<UUID, FoundMember> members(Collection<UUID> ids, Sheaf sheaf) {
        Map<UUID, FoundMember> found = new HashMap<>();
        MemberReading.ofNamed(ids, sheaf, row -> found.put(row.id(), row.found()));
        return found;
    }

    private static Map<UUID, FoundMember> follow(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, FoundMember> found = new HashMap<>();
        rows(connection, ids).forEach((id, row) -> found.put(id, row.found()));
        return found;
    }

    private static Map<UUID, MemberRows.Row> rows(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, MemberRows.Row> known = new HashMap<>();
        Set<UUID> unread = new HashSet<>(ids);
        for (int step = 0; step <= LONGEST_CHAIN_OF_MERGES && !unread.isEmpty(); step++) {
            known.putAll(MemberRows.select(connection, unread));
            unread = known.values().stream()
                    .flatMap(row -> row.mergedInto().stream())
                    .filter(id -> !known.containsKey(id))
                    .collect(Collectors.toSet());
        }
        Map<UUID, MemberRows.Row> found = new HashMap<>();
        for (UUID id : ids) {
            survivor(known, id).ifPresent(row -> found.put(id, row));
        }
        return found;
    }

    private static Optional<MemberRows.Row> survivor(Map<UUID, MemberRows.Row> known, UUID id) {
        MemberRows.Row row = known.get(id);
        for (int step = 0; row != null && row.mergedInto().isPresent(); step++) {
            row = step == LONGEST_CHAIN_OF_MERGES ? null : known.get(row.mergedInto().get());
        }
        return Optional.ofNullable(row);
    }

    /** The name a member is on record by; of a merged one, their own. */
    public Optional<String> ownName(UUID memberId) {
        return transactions.read(connection ->
                Optional.ofNullable(MemberRows.select(connection, List.of(memberId)).get(memberId))
                        .map(MemberRows.Row::name));
    }

    /** Whose a card, phone number or e-mail address is, merges not followed: to read them by their id. */
    public Optional<UUID> holder(MemberReference reference) {
        return transactions.glance(connection -> Optional.ofNullable(
                IdentifierRows.holders(connection, List.of(reference)).get(reference)));
    }

    /** Whom a reference names, by whatever it is, to read them by their id; merges not followed. */
    public Optional<UUID> named(MemberReference reference) {
        return reference.kind() == MemberReference.Kind.MEMBER_ID
                ? Optional.of(UUID.fromString(reference.value()))
                : holder(reference);
    }

    /** Those of the members whose latest word on a purpose is yes; of a merged one, that of whom they live on as. */
    public Set<UUID> consenting(Collection<UUID> ids, ConsentPurpose purpose) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return transactions.read(connection -> {
            Map<UUID, FoundMember> living = follow(connection, ids);
            Set<UUID> agree = agreeing(connection, living.values().stream().map(FoundMember::id).toList(), purpose);
            return ids.stream()
                    .filter(id -> living.containsKey(id) && agree.contains(living.get(id).id()))
                    .collect(Collectors.toSet());
        });
    }

    private static Set<UUID> agreeing(Connection connection, Collection<UUID> ids, ConsentPurpose purpose)
            throws SQLException {
        Set<UUID> agree = new HashSet<>();
        if (ids.isEmpty()) {
            return agree;
        }
        List<UUID> asked = Sql.padded(ids);
        SqlCondition consents = MemberConditions.consents(purpose);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT m.id FROM member m WHERE m.id IN " + Sql.places(asked) + " AND " + consents.text())) {
            consents.bind(select, Sql.bindIds(select, 1, asked));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    agree.add(Sql.id(row, "id"));
                }
            }
        }
        return agree;
    }

    /** When members joined, of those there are; of a merged one, when they did themselves. */
    public Map<UUID, Instant> joinedAt(Collection<UUID> ids) {
        return transactions.read(connection -> MemberRows.joinedAt(connection, ids));
    }

    /** Whether two ids stand for one member, merges followed. */
    public boolean same(UUID memberId, UUID other) {
        return memberId.equals(other) || livesOnAs(memberId).equals(livesOnAs(other));
    }

    /** Whom a member lives on as: themselves unless they were merged. */
    public UUID livesOnAs(UUID memberId) {
        return Optional.ofNullable(members(List.of(memberId)).get(memberId))
                .map(FoundMember::id)
                .orElse(memberId);
    }

    /** Whether it is a card that was blocked, and so finds nobody any more. */
    public boolean isBlocked(MemberReference reference) {
        return formerHolder(reference).isPresent();
    }

    /** Whose card it was before it was blocked; for staff, who are shown old cards too. */
    public Optional<UUID> formerHolder(MemberReference reference) {
        return reference.kind() == MemberReference.Kind.CARD
                ? transactions.read(connection -> CardRows.formerHolder(connection, reference))
                : Optional.empty();
    }

    /** Everything known of the member, by one statement; of a merged one, by two, the member they live on as. */
    public Optional<MemberProfile> profile(UUID memberId) {
        MemberReading read = read(memberId);
        for (int step = 0; step < LONGEST_CHAIN_OF_MERGES && read.mergedInto().isPresent(); step++) {
            read = read(read.mergedInto().get());
        }
        return read.profile();
    }

    private MemberReading read(UUID memberId) {
        Sheaf sheaf = new Sheaf();
        MemberReading reading = MemberReading.of(memberId, sheaf);
        transactions.read(sheaf);
        return reading;
    }

    /** The last word on each purpose, of all words in the order in which they were given. */
    static List<MemberProfile.Consent> latest(List<MemberProfile.Consent> words) {
        Map<ConsentPurpose, MemberProfile.Consent> latest = new LinkedHashMap<>();
        words.forEach(word -> latest.put(word.purpose(), word));
        return List.copyOf(latest.values());
    }

    static MemberProfile profile(
            MemberRows.Row row, List<IdentifierRows.Row> identifiers, List<MemberProfile.Consent> consents) {
        return new MemberProfile(
                row.id(),
                row.state(),
                row.name(),
                first(identifiers, MemberReference.Kind.EMAIL),
                first(identifiers, MemberReference.Kind.PHONE),
                row.birthDate(),
                row.language(),
                row.joinedAt(),
                identifiers.stream()
                        .filter(identifier -> identifier.reference().kind() == MemberReference.Kind.CARD)
                        .map(card -> new MemberProfile.Card(
                                card.reference().value(), card.label(), card.main(), card.state()))
                        .toList(),
                consents);
    }

    private static Optional<String> first(List<IdentifierRows.Row> identifiers, MemberReference.Kind kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.reference().kind() == kind)
                .map(identifier -> identifier.reference().value())
                .findFirst();
    }

    /**
     * Makes an active member with a card of somebody whose contacts are proven, and tells of it.
     *
     * @throws Problem {@code validation_failed} when the e-mail or the phone belongs to a member already
     */
    public void enrol(NewMember member) {
        transactions.write(connection -> {
            if (!joining.join(connection, member)) {
                throw Problem.invalid("/email", "email_taken");
            }
            return null;
        });
    }

    /**
     * Enrols members known from another system, in the running transaction. A number somebody already has enrols nobody;
     * two nodes enrolling the same number at once make one member.
     *
     * @return whose each number is now: the id given, or that of the member who had it before
     */
    public Map<MemberReference, UUID> enrolUnclaimed(Collection<UnclaimedMember> enrolled) {
        return transactions.write(connection -> {
            Map<MemberReference, UnclaimedMember> wanted = new LinkedHashMap<>();
            enrolled.forEach(member -> wanted.putIfAbsent(member.external(), member));
            Map<MemberReference, UUID> holders = IdentifierRows.holders(connection, wanted.keySet());
            List<UnclaimedMember> missing = wanted.values().stream()
                    .filter(member -> !holders.containsKey(member.external()))
                    .toList();
            Instant now = clock.now();
            claimNumbers(connection, missing, now);
            holders.putAll(IdentifierRows.holders(
                    connection, missing.stream().map(UnclaimedMember::external).toList()));
            List<MemberRows.Row> rows = missing.stream()
                    .filter(member -> member.id().equals(holders.get(member.external())))
                    .map(MemberRegistry::row)
                    .toList();
            MemberRows.insert(connection, rows, now);
            return holders;
        });
    }

    private static void claimNumbers(Connection connection, List<UnclaimedMember> members, Instant now)
            throws SQLException {
        List<IdentifierRows.Row> rows = members.stream().map(MemberRegistry::identifier).toList();
        if (!IdentifierRows.insert(connection, rows, now)) {
            for (IdentifierRows.Row row : rows) {
                IdentifierRows.insert(connection, List.of(row), now);
            }
        }
    }

    private static IdentifierRows.Row identifier(UnclaimedMember member) {
        return new IdentifierRows.Row(
                member.external(), member.id(), IdentifierRows.ACTIVE, Optional.empty(), true, false);
    }

    private static MemberRows.Row row(UnclaimedMember member) {
        return new MemberRows.Row(
                member.id(),
                MemberState.UNCLAIMED,
                member.name(),
                Optional.empty(),
                member.language(),
                Optional.empty(),
                "import",
                Optional.empty(),
                member.joinedAt());
    }
}
