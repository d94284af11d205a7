package id.setia.imports;

import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.posting.PostedRefund;
import id.setia.posting.RefundPoster;
import id.setia.purchases.HeldLine;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchases;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Posts the refunds of a chunk, each against what its customer bought before. */
@Singleton
class RefundImport {

    private final Placing placing;
    private final Purchases purchases;
    private final Refunds refunds;
    private final RefundPoster poster;
    private final MemberRegistry members;

    RefundImport(
            Placing placing, Purchases purchases, Refunds refunds, RefundPoster poster, MemberRegistry members) {
        this.placing = placing;
        this.purchases = purchases;
        this.refunds = refunds;
        this.poster = poster;
        this.members = members;
    }

    void post(List<Unit> units, ImportOrder order, Outcome outcome) {
        for (Unit unit : units) {
            switch (unit) {
                case Unit.Refused refused -> outcome.refused(refused.row());
                case Unit.Group group ->
                    placing.place(group, order, outcome).ifPresent(placed -> post(placed, outcome));
            }
        }
    }

    private void post(Placing.Placed placed, Outcome outcome) {
        if (placed.customer().isEmpty()) {
            outcome.refused(placed.lines(), RowRefusal.CUSTOMER_MISSING);
            return;
        }
        NaturalKey key = placed.head().key();
        String asked = fingerprint(placed.lines());
        Optional<String> before = Optional.ofNullable(refunds.requests(Set.of(key)).get(key));
        if (before.isPresent()) {
            if (before.get().equals(asked)) {
                outcome.replayed(placed.lines(), 0);
            } else {
                outcome.refused(placed.lines(), RowRefusal.REFUND_CONFLICT);
            }
            return;
        }
        MemberReference customer =
                MemberReference.external(placing.issuer(), placed.customer().get());
        Optional<FoundMember> member =
                Optional.ofNullable(members.find(List.of(customer)).get(customer));
        if (member.isEmpty()) {
            outcome.refused(placed.lines(), RowRefusal.ORIGINAL_NOT_FOUND);
            return;
        }
        take(placed, asked, member.get(), outcome);
    }

    private void take(Placing.Placed placed, String asked, FoundMember member, Outcome outcome) {
        List<String> skus =
                placed.lines().stream().flatMap(row -> row.sku().stream()).toList();
        List<HeldLine> held = purchases.held(member.id(), skus, placed.head().occurredAt());
        Originals originals = new Originals(held);
        placed.lines().forEach(row -> originals.take(row, outcome));
        if (!originals.taken().isEmpty()) {
            PostedRefund posted = poster.postHistory(
                    new RefundRequest(placed.head(), Optional.of(asked), originals.taken()));
            outcome.refundPosted(posted.answer().pointsTakenBack());
        }
    }

    /** Tells a refund from another under its number, whatever purchases it was found in. */
    private static String fingerprint(List<HistoryRow> rows) {
        String text = rows.stream()
                .map(row -> row.item() + "\u001f" + row.quantity().stripTrailingZeros().toPlainString() + "\u001f"
                        + row.amount())
                .collect(Collectors.joining("\u001e"));
        return "import " + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
