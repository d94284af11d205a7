package id.setia.tiers;

import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code tier_change}: every ladder there was, only added to. */
@Singleton
class LadderChanges {

    private final Transactions transactions;
    private final SystemClock clock;
    private final Json json;

    LadderChanges(Transactions transactions, SystemClock clock, Json json) {
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /** A tier as it is kept. */
    @Serdeable
    record Kept(String code, int rank, LocalText name, long threshold) {}

    /** Number of the ladder in force; 0 for one from before there was a history. */
    long version() {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT MAX(version) AS last_version FROM tier_change");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("last_version") : 0;
            }
        });
    }

    /** The policy of the ladder in force; the classic one where none was kept yet. */
    TierPolicy policy() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT policy
                            FROM tier_change
                            ORDER BY version DESC
                            LIMIT 1""");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? policy(row) : TierPolicy.CLASSIC;
            }
        });
    }

    private TierPolicy policy(ResultSet row) throws SQLException {
        String kept = row.getString("policy");
        return kept == null ? TierPolicy.CLASSIC : json.read(kept, TierPolicy.class);
    }

    /** At most so many changes, the latest first. */
    List<LadderChange> latest(int most) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT version, ladder, policy, changed_by, changed_at
                    FROM tier_change
                    ORDER BY version DESC
                    LIMIT ?""")) {
                select.setInt(1, most);
                List<LadderChange> changes = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        changes.add(new LadderChange(
                                row.getLong("version"),
                                json.read(row.getString("ladder"), Argument.listOf(Kept.class)).stream()
                                        .map(kept -> new Tier(kept.code(), kept.rank(), kept.name(), kept.threshold()))
                                        .toList(),
                                policy(row),
                                Optional.ofNullable(Sql.id(row, "changed_by")),
                                Sql.instant(row, "changed_at")));
                    }
                }
                return changes;
            }
        });
    }

    void add(long version, Ladder changed, Optional<UUID> by) {
        String ladder = json.write(changed.tiers().stream()
                .map(tier -> new Kept(tier.code(), tier.rank(), tier.name(), tier.threshold()))
                .toList());
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO tier_change (version, ladder, policy, changed_by, changed_at)
                    VALUES (?, ?, ?, ?, ?)""")) {
                insert.setLong(1, version);
                insert.setString(2, ladder);
                insert.setString(3, json.write(changed.policy()));
                insert.setBytes(4, UuidBytes.of(by.orElse(null)));
                insert.setObject(5, Sql.time(clock.now()));
                return insert.executeUpdate();
            }
        });
    }
}
