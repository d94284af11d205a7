package id.setia.imports;

import id.setia.kernel.BusinessClock;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.ReceiptHead;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says where and when the receipt of a group was printed and whose it is; what cannot be said is refused. */
@Singleton
class Placing {

    private static final Duration AHEAD = Duration.ofHours(24);

    private final PartnerDirectory partners;
    private final BusinessClock clock;

    Placing(PartnerDirectory partners, BusinessClock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * A group with its place.
     *
     * @param lines those that belong to its customer
     */
    record Placed(ReceiptHead head, Optional<String> customer, List<HistoryRow> lines) {}

    /** Who gave the customers their numbers. */
    String issuer() {
        return partners.owner().code();
    }

    Optional<Placed> place(Unit.Group group, ImportOrder order, Outcome outcome) {
        Partner owner = partners.owner();
        Optional<Store> store = group.id().store().isEmpty()
                ? order.store().flatMap(partners::store)
                : partners.storeByCode(owner.id(), group.id().store());
        if (store.isEmpty()) {
            outcome.refused(group.lines(), RowRefusal.STORE_UNKNOWN);
            return Optional.empty();
        }
        HistoryRow first = group.lines().getFirst();
        Instant occurredAt = first.time().in(store.get().timeZone());
        if (occurredAt.isAfter(clock.now().plus(AHEAD))) {
            outcome.refused(group.lines(), RowRefusal.TIME_IN_FUTURE);
            return Optional.empty();
        }
        Optional<String> customer =
                group.lines().stream().flatMap(row -> row.customer().stream()).findFirst();
        List<HistoryRow> lines = new ArrayList<>();
        for (HistoryRow row : group.lines()) {
            if (row.customer().isEmpty() || Objects.equals(row.customer(), customer)) {
                lines.add(row);
            } else {
                outcome.refused(row.refused(RowRefusal.CUSTOMER_DIFFERS));
            }
        }
        return Optional.of(new Placed(head(group.id(), first, store.get(), occurredAt), customer, lines));
    }

    private static ReceiptHead head(ReceiptId id, HistoryRow first, Store store, Instant occurredAt) {
        return new ReceiptHead(
                NaturalKey.ofReceipt(store.partnerId(), store.id(), id.date(), id.till(), id.number()),
                store.partnerId(),
                store.id(),
                Optional.empty(),
                first.channel(),
                id.date(),
                Optional.of(id.till()),
                Optional.of(id.number()),
                Optional.empty(),
                Optional.empty(),
                occurredAt);
    }
}
