package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads every sealed row again, in the order of keys and in constant memory, and compares: the chain of seals with the codes
 * and with the files of the days, each member's rows with the sums, all members together with the last seal. A changed,
 * removed or inserted row is found, and in which table and whose it is.
 */
@Singleton
class SealCheck {

    private static final int MEMBERS_AT_ONCE = 500;
    private static final int SEALS_AT_ONCE = 1_000;

    private final SealKey key;
    private final SealRows rows;
    private final SealedRules rules;
    private final Transactions transactions;
    private final SystemClock clock;

    SealCheck(SealKey key, SealRows rows, SealedRules rules, Transactions transactions, SystemClock clock) {
        this.key = key;
        this.rows = rows;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    private static final class Found {
        long members;
        long broken;
        SealState.Break first;

        void add(String table, Optional<UUID> member, long sealNumber) {
            broken++;
            if (first == null) {
                first = new SealState.Break(table, member, sealNumber);
            }
        }
    }

    /** How old the last seal is and how far it reaches, without reading what it covers. */
    SealState age() {
        return transactions.read(connection -> state(rows.last(connection), new Found()));
    }

    /**
     * The whole, as it stands at one moment; takes minutes where there is much.
     *
     * @param told what the files of the days said before that moment: by now they may tell of a seal that came after it
     */
    SealState check(Map<Long, String> told) {
        return transactions.snapshot(connection -> {
            Found found = new Found();
            Seal last = chain(connection, told, found);
            SealSum members = members(connection, found);
            if (last.number() > 0 && !members.equals(last.memberSum())) {
                found.add("seal_member", Optional.empty(), last.number());
            }
            rules(connection, last, found);
            return state(last, found);
        });
    }

    private SealState state(Seal last, Found found) {
        boolean any = last.number() > 0;
        Instant now = clock.now();
        return new SealState(
                last.number(),
                any ? Optional.of(last.sealedAt()) : Optional.empty(),
                any ? Optional.of(Duration.between(last.sealedAt(), now).isNegative()
                        ? Duration.ZERO
                        : Duration.between(last.sealedAt(), now)) : Optional.empty(),
                last.feedPosition(),
                found.members,
                found.broken,
                Optional.ofNullable(found.first));
    }

    /** Follows the chain; answers its end. */
    private Seal chain(Connection connection, Map<Long, String> told, Found found) throws SQLException {
        Map<Long, String> kept = new HashMap<>(told);
        Seal last = Seal.NONE;
        Map<Long, Seal> chunk;
        do {
            chunk = rows.after(connection, last.number(), SEALS_AT_ONCE);
            for (Seal seal : chunk.values()) {
                boolean follows = seal.number() == last.number() + 1
                        && Arrays.equals(seal.code(), seal.codeAfter(last.code(), key));
                String written = kept.remove(seal.number());
                if (!follows || written != null && !written.equals(SealFiles.text(seal))) {
                    found.add("seal", Optional.empty(), seal.number());
                }
                last = seal;
            }
        } while (chunk.size() == SEALS_AT_ONCE);
        for (Long missing : kept.keySet()) {
            found.add("seal", Optional.empty(), missing);
        }
        return last;
    }

    private SealSum members(Connection connection, Found found) throws SQLException {
        SealSum all = SealSum.ZERO;
        UUID after = new UUID(0, 0);
        Map<UUID, MemberSeal> chunk;
        do {
            chunk = rows.after(connection, after, MEMBERS_AT_ONCE);
            if (!chunk.isEmpty()) {
                UUID last = List.copyOf(chunk.keySet()).getLast();
                compare(connection, chunk, after, last, found);
                for (MemberSeal seal : chunk.values()) {
                    all = all.plus(seal.code(key));
                }
                found.members += chunk.size();
                after = last;
            }
        } while (chunk.size() == MEMBERS_AT_ONCE);
        return all;
    }

    private void compare(Connection connection, Map<UUID, MemberSeal> seals, UUID after, UUID last, Found found)
            throws SQLException {
        Map<UUID, Map<SealedTable, SealSum>> sums = new HashMap<>();
        seals.keySet().forEach(member -> sums.put(member, new EnumMap<>(SealedTable.class)));
        Set<SealStep.Part> unsealed = new HashSet<>();
        for (SealedTable table : SealedTable.values()) {
            add(connection, table, seals, after, last, unsealed, sums);
        }
        for (MemberSeal seal : seals.values()) {
            for (SealedTable table : SealedTable.values()) {
                SealSum now = sums.get(seal.memberId()).getOrDefault(table, SealSum.ZERO);
                if (!now.equals(seal.sums().get(table))) {
                    found.add(table.table(), Optional.of(seal.memberId()), seal.sealNumber());
                }
            }
        }
    }

    /** Adds up a table's rows of some members; those of transactions that are newer than the seal are passed over. */
    private void add(
            Connection connection,
            SealedTable table,
            Map<UUID, MemberSeal> seals,
            UUID after,
            UUID last,
            Set<SealStep.Part> unsealed,
            Map<UUID, Map<SealedTable, SealSum>> sums)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                table.select("member_id > ? AND member_id <= ?"),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            select.setFetchSize(Integer.MIN_VALUE);
            select.setBytes(1, UuidBytes.of(after));
            select.setBytes(2, UuidBytes.of(last));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    MemberSeal seal = seals.get(Sql.id(row, "member_id"));
                    if (seal == null) {
                        continue;
                    }
                    SealStep.Part part = new SealStep.Part(seal.memberId(), Sql.id(row, table.transactionColumn()));
                    if (table == SealedTable.TRANSACTIONS
                            && Sql.instant(row, "recorded_at").isAfter(seal.sealedUntil())) {
                        unsealed.add(part);
                    } else if (!unsealed.contains(part)) {
                        sums.get(seal.memberId()).merge(table, table.code(key, row), SealSum::plus);
                    }
                }
            }
        }
    }

    private void rules(Connection connection, Seal last, Found found) throws SQLException {
        SealSum[] sum = {SealSum.ZERO};
        rules.forEach(connection, Instant.EPOCH, last.rulesUntil(), version ->
                sum[0] = sum[0].plus(key.rule(rules.table(), version)));
        if (!sum[0].equals(last.ruleSum())) {
            found.add(rules.table(), Optional.empty(), last.number());
        }
    }
}
