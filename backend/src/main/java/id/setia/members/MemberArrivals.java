package id.setia.members;

import id.setia.access.Vault;
import id.setia.kernel.Batch;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for members who come from another system, many at once. They are unclaimed: they earn and keep what they bring,
 * and may spend and sign in once they prove their phone or e-mail.
 */
@Singleton
public class MemberArrivals {

    private static final String CHANNEL = "import";
    private static final Map<String, String> OLD_CARD = Map.of("id", "Kartu lama", "en", "Old card");

    private final Transactions transactions;
    private final IdMaker ids;
    private final Vault vault;

    MemberArrivals(Transactions transactions, IdMaker ids, Vault vault) {
        this.transactions = transactions;
        this.ids = ids;
        this.vault = vault;
    }

    /**
     * Who has an identifier, whatever its state.
     *
     * @param arrivedAs fingerprint of what they arrived as; empty for members who came otherwise
     */
    public record Holder(UUID memberId, Optional<byte[]> arrivedAs) {

        /** Whether the member arrived as exactly this. */
        public boolean arrivedAs(byte[] fingerprint) {
            return arrivedAs.filter(known -> Arrays.equals(known, fingerprint)).isPresent();
        }
    }

    /** A keyed hash of what a file says of a member: tells the same again from something else, and nothing more. */
    public byte[] fingerprint(String content) {
        return vault.fingerprint("member-arrival", content);
    }

    /** A name for a member's number that does not tell the number, for use in the ledger. */
    public String alias(MemberReference number) {
        byte[] hash = vault.fingerprint("member-number", number.issuer() + "\u001f" + number.value());
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    /** Who has the identifiers, as far as anybody does. */
    public Map<MemberReference, Holder> holders(Collection<MemberReference> references) {
        return transactions.read(connection -> ArrivalRows.holders(connection, references));
    }

    /**
     * Adds new members to a batch. Somebody who takes one of their identifiers meanwhile makes the batch fail with the
     * database's duplicate-key error.
     *
     * @param recordedBy what brought them, at most 40 characters
     */
    public void add(Batch batch, Collection<ArrivingMember> members, String recordedBy, Instant now) {
        for (ArrivingMember member : members) {
            ArrivalRows.add(batch, member, now);
            identifiers(batch, member, member.numbers(), Optional.empty(), now);
            identifiers(batch, member, member.cards(), Optional.of(OLD_CARD.get(member.language())), now);
            identifiers(batch, member, member.phone().stream().toList(), Optional.empty(), now);
            identifiers(batch, member, member.email().stream().toList(), Optional.empty(), now);
            member.consents().forEach(consent -> ConsentRows.add(batch, row(member, consent, recordedBy)));
        }
    }

    private static void identifiers(
            Batch batch, ArrivingMember member, List<MemberReference> references, Optional<String> label, Instant now) {
        for (int place = 0; place < references.size(); place++) {
            IdentifierRows.add(
                    batch,
                    new IdentifierRows.Row(
                            references.get(place), member.id(), IdentifierRows.ACTIVE, label, place == 0, false),
                    now);
        }
    }

    private ConsentRows.Row row(ArrivingMember member, ArrivingMember.Consent consent, String recordedBy) {
        return new ConsentRows.Row(
                ids.next(),
                member.id(),
                consent.purpose(),
                consent.given(),
                consent.textVersion(),
                member.language(),
                CHANNEL,
                recordedBy,
                consent.givenAt(),
                consent.origin());
    }
}
