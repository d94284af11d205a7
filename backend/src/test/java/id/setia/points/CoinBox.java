package id.setia.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A member's points as one would keep them with a coin for every point, by the words of the ledger's promises: slow, and
 * too plain to be wrong. It shares no code with the ledger.
 */
public final class CoinBox {

    /** Where a coin is. */
    public enum Place {
        AVAILABLE,
        PENDING,
        HELD,
        LAPSED,
        ADJUSTED,
        /** Paid a debt, or was taken back. */
        GONE,
        /** Paid for something. */
        USED
    }

    /** Coins of one funder that lapse together and are in one place. */
    public record Pile(UUID funder, Optional<Instant> expiresAt, Place place) {}

    /** One point. Coins of one lot share everything but their place. */
    public static final class Coin {
        final int lot;
        final UUID source;
        final UUID funder;
        final Instant earnedAt;
        final Optional<Instant> expiresAt;
        final Optional<Instant> releasesAt;
        final boolean grace;
        boolean watched;
        Place place;

        Coin(
                int lot,
                UUID source,
                UUID funder,
                Instant earnedAt,
                Optional<Instant> expiresAt,
                Optional<Instant> releasesAt,
                boolean grace,
                Place place) {
            this.lot = lot;
            this.source = source;
            this.funder = funder;
            this.earnedAt = earnedAt;
            this.expiresAt = expiresAt;
            this.releasesAt = releasesAt;
            this.grace = grace;
            this.place = place;
        }

        private boolean lapsesBy(Instant moment) {
            return expiresAt.filter(end -> !end.isAfter(moment)).isPresent();
        }

        private Optional<Instant> due() {
            return switch (place) {
                case PENDING -> Stream.concat(watched ? Stream.empty() : releasesAt.stream(), expiresAt.stream())
                        .min(Comparator.naturalOrder());
                case AVAILABLE -> expiresAt;
                case HELD, LAPSED, ADJUSTED, GONE, USED -> Optional.empty();
            };
        }
    }

    private static final Comparator<Coin> SPENDING_ORDER = Comparator.comparing(
                    (Coin coin) -> coin.expiresAt.orElse(Instant.MAX))
            .thenComparing(coin -> coin.earnedAt)
            .thenComparing(coin -> coin.lot);

    final List<Coin> coins = new ArrayList<>();
    final SortedMap<UUID, Long> owed = new TreeMap<>();
    final Map<LedgerAccount, Map<UUID, Long>> programme = new EnumMap<>(LedgerAccount.class);
    int lots;

    public CoinBox() {}

    /** A box whose lots do not get the numbers of another's, into which it may be emptied. */
    public CoinBox(int firstLot) {
        lots = firstLot;
    }

    public long count(Place place) {
        return in(place).count();
    }

    /** How many coins there are of each kind. */
    public Map<Pile, Long> piles() {
        Map<Pile, Long> piles = new HashMap<>();
        coins.forEach(coin -> piles.merge(new Pile(coin.funder, coin.expiresAt, coin.place), 1L, Long::sum));
        return piles;
    }

    /** What is owed to each funder, each more than 0. */
    public Map<UUID, Long> owed() {
        Map<UUID, Long> debts = new HashMap<>(owed);
        debts.values().removeIf(points -> points == 0);
        return debts;
    }

    private Stream<Coin> in(Place place) {
        return coins.stream().filter(coin -> coin.place == place);
    }

    public long debt() {
        return owed.values().stream().mapToLong(Long::longValue).sum();
    }

    private void book(LedgerAccount account, UUID funder, long points) {
        programme.computeIfAbsent(account, ignored -> new HashMap<>()).merge(funder, points, Long::sum);
    }

    /** Releases and lapses what is due, in the order of the moments. */
    public void wait(Instant now) {
        while (true) {
            Optional<Coin> next = coins.stream()
                    .filter(coin -> coin.due().filter(due -> !due.isAfter(now)).isPresent())
                    .min(Comparator.comparing((Coin coin) -> coin.due().orElseThrow()).thenComparing(coin -> coin.lot));
            if (next.isEmpty()) {
                return;
            }
            Instant moment = next.get().due().orElseThrow();
            List<Coin> lot = coins.stream().filter(coin -> coin.lot == next.get().lot).toList();
            for (Coin coin : lot) {
                boolean open = coin.place == Place.PENDING || coin.place == Place.AVAILABLE;
                if (open && coin.lapsesBy(moment)) {
                    coin.place = Place.LAPSED;
                    book(LedgerAccount.EXPIRED, coin.funder, 1);
                } else if (coin.place == Place.PENDING) {
                    makeAvailable(coin);
                }
            }
        }
    }

    private void makeAvailable(Coin coin) {
        coin.place = Place.AVAILABLE;
        payDebt(coin);
    }

    private void payDebt(Coin coin) {
        Optional<UUID> creditor =
                owed.entrySet().stream().filter(debt -> debt.getValue() > 0).map(Map.Entry::getKey).findFirst();
        if (creditor.isPresent()) {
            coin.place = Place.GONE;
            owed.merge(creditor.get(), -1L, Long::sum);
            payFor(coin.funder, creditor.get());
        }
    }

    private void payFor(UUID payer, UUID indebted) {
        if (!payer.equals(indebted)) {
            book(LedgerAccount.REDEEMED, payer, 1);
            book(LedgerAccount.REDEEMED, indebted, -1);
        }
    }

    /** Gives points out of an account of the programme. */
    public void give(LedgerAccount from, UUID source, Instant earnedAt, Grant grant) {
        boolean waits = grant.underReview() || grant.releasesAt().isPresent();
        int lot = lots++;
        book(from, grant.funderId(), -grant.points());
        for (int each = 0; each < grant.points(); each++) {
            Coin coin = new Coin(
                    lot, source, grant.funderId(), earnedAt, grant.expiresAt(), grant.releasesAt(), false,
                    Place.PENDING);
            coin.watched = grant.underReview();
            coins.add(coin);
            if (!waits) {
                makeAvailable(coin);
            }
        }
    }

    List<Coin> spendable() {
        return in(Place.AVAILABLE).sorted(SPENDING_ORDER).toList();
    }

    void use(long points) {
        spendable().stream().limit(points).forEach(coin -> {
            coin.place = Place.USED;
            book(LedgerAccount.REDEEMED, coin.funder, 1);
        });
    }

    public List<Coin> hold(long points) {
        List<Coin> held = spendable().stream().limit(points).toList();
        held.forEach(coin -> coin.place = Place.HELD);
        return held;
    }

    /** Uses the first of the held coins, and lets the others go. */
    public List<Coin> confirm(List<Coin> held, int points, Instant now) {
        List<Coin> used = held.subList(0, points);
        used.forEach(coin -> {
            coin.place = Place.USED;
            book(LedgerAccount.REDEEMED, coin.funder, 1);
        });
        letGo(held.subList(points, held.size()), now);
        return used;
    }

    public void letGo(List<Coin> held, Instant now) {
        held.forEach(coin -> coin.place = Place.AVAILABLE);
        held.forEach(this::payDebt);
        wait(now);
    }

    /** Gives used coins back; what lapsed meanwhile may be used until the end of grace, once. */
    public void giveBack(List<Coin> used, Instant now, Instant graceUntil) {
        List<Coin> back = new ArrayList<>();
        Map<Integer, Integer> graceLots = new HashMap<>();
        for (Coin coin : used) {
            book(LedgerAccount.REDEEMED, coin.funder, -1);
            if (coin.lapsesBy(now) && !coin.grace) {
                int lot = graceLots.computeIfAbsent(coin.lot, ignored -> lots++);
                Coin successor = new Coin(
                        lot, coin.source, coin.funder, coin.earnedAt, Optional.of(graceUntil), Optional.empty(), true,
                        Place.AVAILABLE);
                coins.add(successor);
                back.add(successor);
            } else {
                coin.place = Place.AVAILABLE;
                back.add(coin);
            }
        }
        back.forEach(this::payDebt);
        wait(now);
    }

    /** Takes back what a source gave. */
    public void takeBack(UUID source, SortedMap<UUID, Long> pointsByFunder) {
        pointsByFunder.forEach((funder, points) -> {
            book(LedgerAccount.ISSUED, funder, points);
            long missing = points;
            Predicate<Coin> own = coin -> coin.source.equals(source) && coin.funder.equals(funder);
            for (Place place : List.of(Place.PENDING, Place.AVAILABLE, Place.LAPSED)) {
                for (Coin coin : in(place).filter(own).sorted(SPENDING_ORDER).limit(missing).toList()) {
                    coin.place = Place.GONE;
                    missing--;
                    if (place == Place.LAPSED) {
                        book(LedgerAccount.EXPIRED, funder, -1);
                    }
                }
            }
            for (Coin coin : spendable().stream().limit(missing).toList()) {
                coin.place = Place.GONE;
                missing--;
                payFor(coin.funder, funder);
            }
            for (Coin coin : in(Place.ADJUSTED).filter(own).sorted(SPENDING_ORDER).limit(missing).toList()) {
                coin.place = Place.GONE;
                missing--;
                book(LedgerAccount.ADJUSTED, funder, -1);
            }
            owed.merge(funder, missing, Long::sum);
        });
    }

    /** Takes points away by hand. */
    void take(long points, UUID creditor) {
        long missing = points;
        for (Coin coin : spendable().stream().limit(points).toList()) {
            coin.place = Place.ADJUSTED;
            book(LedgerAccount.ADJUSTED, coin.funder, 1);
            missing--;
        }
        book(LedgerAccount.ADJUSTED, creditor, missing);
        owed.merge(creditor, missing, Long::sum);
    }

    /** Lets go what of a source waits for a look, and for no date after it. */
    void releaseReviewed(UUID source, Instant now) {
        Map<Integer, Integer> waitingLots = new HashMap<>();
        List<Coin> looked = in(Place.PENDING)
                .filter(coin -> coin.source.equals(source) && (coin.watched || coin.releasesAt.isEmpty()))
                .sorted(SPENDING_ORDER)
                .toList();
        for (Coin coin : looked) {
            if (coin.releasesAt.filter(now::isBefore).isPresent()) {
                int lot = waitingLots.computeIfAbsent(coin.lot, ignored -> lots++);
                coin.place = Place.GONE;
                coins.add(new Coin(
                        lot, coin.source, coin.funder, coin.earnedAt, coin.expiresAt, coin.releasesAt, coin.grace,
                        Place.PENDING));
            } else {
                makeAvailable(coin);
            }
        }
    }

    /** Takes over all coins and debts of another box, and pays at once what can be paid. */
    public void takeOver(CoinBox other) {
        coins.addAll(other.coins);
        other.owed.forEach((funder, points) -> owed.merge(funder, points, Long::sum));
        other.coins.clear();
        other.owed.clear();
        spendable().forEach(this::payDebt);
    }

    /** Lets everything lapse that is available or pending. */
    void forfeit() {
        coins.stream()
                .filter(coin -> coin.place == Place.AVAILABLE || coin.place == Place.PENDING)
                .forEach(coin -> {
                    coin.place = Place.LAPSED;
                    book(LedgerAccount.EXPIRED, coin.funder, 1);
                });
    }
}
