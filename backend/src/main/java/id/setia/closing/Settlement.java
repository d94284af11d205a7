package id.setia.closing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What partners owe each other for a month: whoever pays for points owes it to whoever gave something for them, the owner of
 * the programme like any other. What a partner redeems of its own points it owes to nobody.
 */
record Settlement(List<Debt> debts, List<Net> nets) {

    /** Points of one partner for which another gave something, by the month's entries; may be negative after reversals. */
    record Debt(UUID debtorId, UUID creditorId, long points) {}

    /**
     * Both ways between two partners set off against each other.
     *
     * @param points what the debtor pays, more than 0
     */
    record Net(UUID debtorId, UUID creditorId, long points) {}

    private record Pair(UUID first, UUID second) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::first).thenComparing(Pair::second).compare(this, other);
        }
    }

    static Settlement of(List<FunderClosing> funders) {
        List<Debt> debts = new ArrayList<>();
        Map<Pair, Long> sums = new TreeMap<>();
        for (FunderClosing funder : funders) {
            funder.redeemedAt().forEach((partner, points) -> {
                if (!partner.equals(funder.funderId()) && points != 0) {
                    debts.add(new Debt(funder.funderId(), partner, points));
                    add(sums, funder.funderId(), partner, points);
                }
            });
        }
        List<Net> nets = new ArrayList<>();
        sums.forEach((pair, points) -> {
            if (points > 0) {
                nets.add(new Net(pair.first(), pair.second(), points));
            } else if (points < 0) {
                nets.add(new Net(pair.second(), pair.first(), -points));
            }
        });
        return new Settlement(debts, nets);
    }

    private static void add(Map<Pair, Long> sums, UUID debtor, UUID creditor, long points) {
        boolean inOrder = debtor.compareTo(creditor) < 0;
        Pair pair = inOrder ? new Pair(debtor, creditor) : new Pair(creditor, debtor);
        sums.merge(pair, inOrder ? points : -points, Long::sum);
    }

    /** What concerns one partner. */
    Settlement of(UUID partnerId) {
        return new Settlement(
                debts.stream()
                        .filter(debt -> debt.debtorId().equals(partnerId) || debt.creditorId().equals(partnerId))
                        .toList(),
                nets.stream()
                        .filter(net -> net.debtorId().equals(partnerId) || net.creditorId().equals(partnerId))
                        .toList());
    }
}
