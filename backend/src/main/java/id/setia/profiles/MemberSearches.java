package id.setia.profiles;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.EmailAddress;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberSearch;
import id.setia.points.PointsLedger;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.Standings;
import id.setia.tiers.TierResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Staff look for members: a number or address that is somebody's comes first, names after it. */
@Singleton
class MemberSearches {

    private static final int MOST = 20;
    private static final UUID NOBODY_IN_PARTICULAR = new UUID(0, 0);

    private final MemberRegistry members;
    private final MemberSearch names;
    private final Purchases purchases;
    private final PointsLedger ledger;
    private final Standings standings;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final Transactions transactions;

    MemberSearches(
            MemberRegistry members,
            MemberSearch names,
            Purchases purchases,
            PointsLedger ledger,
            Standings standings,
            AuditTrail audit,
            BusinessClock clock,
            Transactions transactions) {
        this.members = members;
        this.names = names;
        this.purchases = purchases;
        this.ledger = ledger;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    MemberSearchResponse search(Caller caller, String query) {
        return transactions.write(connection -> {
            MemberSearchResponse response = new MemberSearchResponse(
                    items(matches(query.strip()), ProfileAccess.seesContacts(caller)));
            audit.record(caller, "member.searched", "member", NOBODY_IN_PARTICULAR, "query", query);
            return response;
        });
    }

    /** Who matches, and by what. */
    private Map<UUID, String> matches(String query) {
        Map<UUID, String> matches = new LinkedHashMap<>();
        MemberReference card = MemberReference.card(query);
        MemberReference email = MemberReference.email(query);
        MemberReference phone = MemberReference.phone(query);
        Map<MemberReference, FoundMember> shown = members.find(List.of(card, phone, email));
        put(matches, shown.get(card), "card");
        members.formerHolder(card).ifPresent(member -> matches.putIfAbsent(member, "card"));
        put(matches, shown.get(phone), "phone");
        put(matches, shown.get(email), "email");
        for (Purchase purchase : purchases.byNumber(query, MOST)) {
            purchase.memberId().ifPresent(member -> matches.putIfAbsent(member, "receipt"));
        }
        names.byName(query, MOST).forEach(member -> matches.putIfAbsent(member, "name"));
        return matches;
    }

    private static void put(Map<UUID, String> matches, FoundMember found, String matched) {
        if (found != null) {
            matches.putIfAbsent(found.id(), matched);
        }
    }

    private List<MemberSearchItem> items(Map<UUID, String> matches, boolean withContacts) {
        List<UUID> ids = matches.keySet().stream().limit(MOST).toList();
        Map<UUID, FoundMember> found = members.members(ids);
        Map<UUID, MemberSearch.Contact> contacts = names.contacts(ids);
        Map<UUID, StandingHistory> histories = standings.histories(ids);
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> item(found.get(id), contacts.get(id), histories.get(id), matches.get(id), withContacts))
                .toList();
    }

    private MemberSearchItem item(
            FoundMember member,
            MemberSearch.Contact contact,
            StandingHistory history,
            String matched,
            boolean withContacts) {
        return new MemberSearchItem(
                PublicId.MEMBER.format(member.id()),
                member.name(),
                member.state().value(),
                contact.card().orElse(null),
                contact.email()
                        .map(email -> withContacts ? email : new EmailAddress(email).masked())
                        .orElse(null),
                TierResponse.of(history.tierAt(clock.now())),
                ledger.balance(member.id()).available(),
                matched);
    }
}
