package id.setia.imports;

import id.setia.kernel.IdMaker;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.UnclaimedMember;
import id.setia.posting.NewPurchase;
import id.setia.posting.PostedPurchase;
import id.setia.posting.PurchasePoster;
import id.setia.purchases.Amounts;
import id.setia.purchases.KnownPurchase;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchases;
import id.setia.purchases.Receipt;
import id.setia.purchases.ReceiptLine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Posts the purchases of a chunk, enrolling customers seen for the first time. */
@Singleton
class PurchaseImport {

    private final Placing placing;
    private final Purchases purchases;
    private final PurchasePoster poster;
    private final MemberRegistry members;
    private final IdMaker ids;

    PurchaseImport(
            Placing placing, Purchases purchases, PurchasePoster poster, MemberRegistry members, IdMaker ids) {
        this.placing = placing;
        this.purchases = purchases;
        this.poster = poster;
        this.members = members;
        this.ids = ids;
    }

    private record Sale(Receipt receipt, Optional<MemberReference> member, List<HistoryRow> rows) {

        NewPurchase posting() {
            return new NewPurchase(receipt, member, true, Set.of());
        }
    }

    void post(List<Unit> units, ImportOrder order, Outcome outcome) {
        List<Sale> wanted = unlikeOthers(sales(units, order, outcome), outcome);
        List<Sale> sales = unknown(wanted, outcome);
        enrol(sales, order, outcome);
        List<PostedPurchase> posted =
                sales.isEmpty() ? List.of() : poster.post(sales.stream().map(Sale::posting).toList());
        for (int index = 0; index < posted.size(); index++) {
            account(sales.get(index).rows(), posted.get(index), outcome);
        }
    }

    private List<Sale> sales(List<Unit> units, ImportOrder order, Outcome outcome) {
        List<Sale> sales = new ArrayList<>();
        for (Unit unit : units) {
            switch (unit) {
                case Unit.Refused refused -> outcome.refused(refused.row());
                case Unit.Group group -> placing.place(group, order, outcome)
                        .flatMap(placed -> sale(placed, outcome))
                        .ifPresent(sales::add);
            }
        }
        return sales;
    }

    private Optional<Sale> sale(Placing.Placed placed, Outcome outcome) {
        List<ReceiptLine> lines = new ArrayList<>();
        long total = 0;
        for (HistoryRow row : placed.lines()) {
            lines.add(line(lines.size() + 1, row));
            total += row.amount();
        }
        if (total == 0) {
            outcome.refused(placed.lines(), RowRefusal.NOTHING_PAID);
            return Optional.empty();
        }
        Amounts amounts = new Amounts(0, 0, true, 0, 0, 0, 0, 0, total, List.of());
        Optional<MemberReference> member =
                placed.customer().map(number -> MemberReference.external(placing.issuer(), number));
        return Optional.of(new Sale(new Receipt(placed.head(), lines, amounts), member, placed.lines()));
    }

    private static ReceiptLine line(int position, HistoryRow row) {
        return new ReceiptLine(
                position,
                row.sku(),
                row.name(),
                row.quantity(),
                row.unitPrice(),
                0,
                Optional.empty(),
                row.amount(),
                row.category(),
                row.brand());
    }

    /** The sales, each receipt once; a second one under the key of another is the same or refused. */
    private static List<Sale> unlikeOthers(List<Sale> sales, Outcome outcome) {
        Map<NaturalKey, Sale> byKey = new LinkedHashMap<>();
        for (Sale sale : sales) {
            Sale other = byKey.putIfAbsent(sale.receipt().key(), sale);
            if (other != null) {
                compare(sale, KnownPurchase.of(other.receipt()), outcome);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** The sales that posting can change something by; those that stand in the books are the same or refused. */
    private List<Sale> unknown(List<Sale> sales, Outcome outcome) {
        Map<NaturalKey, KnownPurchase> known =
                purchases.known(sales.stream().map(sale -> sale.receipt().key()).toList());
        List<Sale> unknown = new ArrayList<>();
        for (Sale sale : sales) {
            KnownPurchase before = known.get(sale.receipt().key());
            boolean attaches = before != null
                    && before.isSame(sale.receipt())
                    && before.memberId().isEmpty()
                    && sale.member().isPresent();
            if (before == null || attaches) {
                unknown.add(sale);
            } else {
                compare(sale, before, outcome);
            }
        }
        return unknown;
    }

    private static void compare(Sale sale, KnownPurchase before, Outcome outcome) {
        if (before.isSame(sale.receipt())) {
            outcome.replayed(sale.rows(), 0);
        } else {
            outcome.refused(sale.rows(), RowRefusal.RECEIPT_CONFLICT);
        }
    }

    private void enrol(List<Sale> sales, ImportOrder order, Outcome outcome) {
        Map<MemberReference, UnclaimedMember> customers = new LinkedHashMap<>();
        for (Sale sale : sales) {
            sale.member().ifPresent(reference -> customers.computeIfAbsent(
                    reference, ignored -> customer(reference, sale, order)));
        }
        if (customers.isEmpty()) {
            return;
        }
        Map<MemberReference, UUID> holders = members.enrolUnclaimed(customers.values());
        outcome.enrolled(customers.values().stream()
                .filter(member -> member.id().equals(holders.get(member.external())))
                .count());
    }

    private UnclaimedMember customer(MemberReference reference, Sale sale, ImportOrder order) {
        String name = sale.rows().stream()
                .flatMap(row -> row.customerName().stream())
                .findFirst()
                .orElse(("en".equals(order.language()) ? "Customer " : "Pelanggan ") + reference.value());
        return new UnclaimedMember(
                ids.next(), reference, name, order.language(), sale.receipt().head().occurredAt());
    }

    private static void account(List<HistoryRow> rows, PostedPurchase posted, Outcome outcome) {
        if (posted.replayed()) {
            outcome.replayed(rows, posted.purchase().points());
        } else if (posted.purchase().memberId().isPresent()) {
            outcome.posted(rows, posted.purchase().points());
        } else {
            outcome.unattached(rows);
        }
    }
}
