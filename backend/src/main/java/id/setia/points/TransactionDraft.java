package id.setia.points;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A transaction in the making: entries on one account of one funder are one entry, moves of a lot in one state one move. */
final class TransactionDraft {

    private record Place(LedgerAccount account, UUID funderId, Optional<UUID> honouringPartnerId) {}

    private record LotPlace(UUID lotId, LotState state) {}

    private final UUID id;
    private final Posting posting;
    private final Map<Place, Long> entries = new LinkedHashMap<>();
    private final Map<LotPlace, Long> movements = new LinkedHashMap<>();
    private final Map<UUID, Lot> movedLots = new LinkedHashMap<>();
    private Optional<TransactionDraft> otherHalf = Optional.empty();

    TransactionDraft(UUID id, Posting posting) {
        this.id = id;
        this.posting = posting;
    }

    /** Makes two members' drafts one transaction: only together do they sum to zero. */
    void pairWith(TransactionDraft other) {
        otherHalf = Optional.of(other);
        other.otherHalf = Optional.of(this);
    }

    /** The member's account that holds points of lots in a state. */
    static LedgerAccount account(LotState state) {
        return switch (state) {
            case AVAILABLE -> LedgerAccount.AVAILABLE;
            case PENDING -> LedgerAccount.PENDING;
            case HELD -> LedgerAccount.HELD;
            case LAPSED, ADJUSTED -> throw new IllegalArgumentException(
                    state.value() + " points are on no account of the member");
        };
    }

    void add(LedgerAccount account, long points, UUID funder) {
        add(new Place(account, funder, Optional.empty()), points);
    }

    void add(LedgerAccount account, long points, UUID funder, UUID honouringPartner) {
        add(new Place(account, funder, Optional.of(honouringPartner)), points);
    }

    private void add(Place place, long points) {
        entries.merge(place, points, Math::addExact);
    }

    /** Moves points of a lot into (or, negative, out of) a state, with the entry that follows. */
    void move(Lot lot, LotState state, long points) {
        if (points == 0) {
            return;
        }
        lot.change(state, points);
        movedLots.put(lot.id(), lot);
        movements.merge(new LotPlace(lot.id(), state), points, Math::addExact);
        switch (state) {
            case AVAILABLE, PENDING, HELD -> add(account(state), points, lot.funderId());
            case LAPSED, ADJUSTED -> {
                return;
            }
        }
    }

    /** Where one funder's points pay for another's, a pair of entries keeps each in balance. */
    void payFor(UUID payer, UUID indebted, long points) {
        if (!payer.equals(indebted)) {
            add(LedgerAccount.REDEEMED, points, payer, indebted);
            add(LedgerAccount.REDEEMED, -points, indebted, indebted);
        }
    }

    UUID id() {
        return id;
    }

    Posting posting() {
        return posting;
    }

    Collection<Lot> movedLots() {
        return movedLots.values();
    }

    /** How the sum of one account changes. */
    long change(LedgerAccount account) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().account() == account)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * What is to be written.
     *
     * @throws IllegalStateException when it does not sum to zero for each funder
     */
    List<Entry> entries() {
        refuseImbalance();
        List<Entry> written = new ArrayList<>();
        entries.forEach((place, points) -> {
            if (points != 0) {
                written.add(new Entry(place.account(), points, place.funderId(), place.honouringPartnerId()));
            }
        });
        return written;
    }

    private void refuseImbalance() {
        Map<UUID, Long> sums = new TreeMap<>();
        entries.forEach((place, points) -> sums.merge(place.funderId(), points, Math::addExact));
        otherHalf.ifPresent(half ->
                half.entries.forEach((place, points) -> sums.merge(place.funderId(), points, Math::addExact)));
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalStateException("entries of " + posting.key() + " do not sum to zero: " + sums);
        }
    }

    List<LotMovement> movements() {
        List<LotMovement> moved = new ArrayList<>();
        movements.forEach((place, points) -> {
            if (points != 0) {
                moved.add(new LotMovement(place.lotId(), place.state(), points));
            }
        });
        return moved;
    }
}
