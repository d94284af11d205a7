package id.setia.rewards;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to pools of imported codes. A pool is locked after the counter of its reward; giving a code out reads one row by
 * its key, however many there are.
 */
@Singleton
public class CodePools {

    private static final String CODES = "pool_code";

    private final VoucherCodes codes;
    private final Limits limits;
    private final Transactions transactions;

    CodePools(VoucherCodes codes, Limits limits, Transactions transactions) {
        this.codes = codes;
        this.limits = limits;
        this.transactions = transactions;
    }

    /** A code and where it stands in its pool. */
    record PoolCode(long position, String code) {}

    /** What became of a code that was to be added. */
    public enum Adding {
        ADDED,
        /** An earlier import brought it. */
        THERE_ALREADY,
        /** The same import brought it before. */
        REPEATED,
        /** It stands in the pool of another reward. */
        OF_ANOTHER_REWARD
    }

    /**
     * @param head codes up to here are given out
     * @param tail the last code
     * @param imported how many were ever added
     */
    private record Pool(long head, long tail, long imported) {}

    private record Known(UUID rewardId, UUID jobId) {}

    /** How many codes were ever imported for the reward. */
    public long imported(UUID rewardId) {
        return transactions.read(connection -> pool(connection, rewardId, "").map(Pool::imported).orElse(0L));
    }

    /** Makes the codes imported so far the stock of the reward, in the running transaction. */
    void restock(Connection connection, UUID rewardId) throws SQLException {
        limits.lock(connection, Set.of(rewardId));
        limits.define(rewardId, Rewards.STOCK, lock(connection, rewardId).imported());
    }

    /** The next code, which is given out with the running transaction; the reward's counter was locked and had one left. */
    PoolCode next(Connection connection, UUID rewardId) throws SQLException {
        Pool pool = lock(connection, rewardId);
        long position = pool.head() + 1;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT code_hash, code FROM pool_code WHERE reward_id = ? AND position = ?")) {
            select.setBytes(1, UuidBytes.of(rewardId));
            select.setLong(2, position);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the pool of " + rewardId + " has no code at " + position);
                }
                write(connection, rewardId, new Pool(position, pool.tail(), pool.imported()));
                return new PoolCode(position, codes.open(row.getBytes("code"), CODES, place(row.getBytes("code_hash"))));
            }
        }
    }

    /** Puts a code nobody has seen at the end of its pool again; the reward's counter is locked. */
    void putBack(Connection connection, UUID rewardId, long position) throws SQLException {
        Pool pool = lock(connection, rewardId);
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE pool_code SET position = ? WHERE reward_id = ? AND position = ?")) {
            update.setLong(1, pool.tail() + 1);
            update.setBytes(2, UuidBytes.of(rewardId));
            update.setLong(3, position);
            update.executeUpdate();
        }
        write(connection, rewardId, new Pool(pool.head(), pool.tail() + 1, pool.imported()));
    }

    /**
     * Adds codes to a pool, in the running transaction; those that are known already change nothing.
     *
     * @param jobId the import that brings them
     * @param wanted at most a few hundred, each once
     */
    public Map<String, Adding> add(UUID rewardId, UUID jobId, Collection<String> wanted) {
        return transactions.write(connection -> {
            limits.lock(connection, Set.of(rewardId));
            Pool pool = lock(connection, rewardId);
            Map<String, byte[]> hashes = new LinkedHashMap<>();
            wanted.forEach(code -> hashes.put(code, codes.hash(code)));
            Map<String, Known> known = known(connection, hashes.values());
            Map<String, Adding> became = new LinkedHashMap<>();
            List<String> added = new ArrayList<>();
            hashes.forEach((code, hash) -> {
                Adding adding = adding(Optional.ofNullable(known.get(place(hash))), rewardId, jobId);
                became.put(code, adding);
                if (adding == Adding.ADDED) {
                    added.add(code);
                }
            });
            insert(connection, rewardId, jobId, pool.tail(), added, hashes);
            Pool grown = new Pool(pool.head(), pool.tail() + added.size(), pool.imported() + added.size());
            write(connection, rewardId, grown);
            limits.define(rewardId, Rewards.STOCK, grown.imported());
            return became;
        });
    }

    private static Adding adding(Optional<Known> known, UUID rewardId, UUID jobId) {
        if (known.isEmpty()) {
            return Adding.ADDED;
        }
        if (!known.get().rewardId().equals(rewardId)) {
            return Adding.OF_ANOTHER_REWARD;
        }
        return known.get().jobId().equals(jobId) ? Adding.REPEATED : Adding.THERE_ALREADY;
    }

    private static Map<String, Known> known(Connection connection, Collection<byte[]> hashes) throws SQLException {
        Map<String, Known> known = new HashMap<>();
        if (hashes.isEmpty()) {
            return known;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT code_hash, reward_id, job_id FROM pool_code WHERE code_hash IN " + Sql.places(hashes))) {
            int place = 1;
            for (byte[] hash : hashes) {
                select.setBytes(place++, hash);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(
                            place(row.getBytes("code_hash")),
                            new Known(Sql.id(row, "reward_id"), Sql.id(row, "job_id")));
                }
            }
        }
        return known;
    }

    private void insert(
            Connection connection, UUID rewardId, UUID jobId, long tail, List<String> added, Map<String, byte[]> hashes)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO pool_code (reward_id, position, code_hash, code, job_id) VALUES (?, ?, ?, ?, ?)")) {
            long position = tail;
            for (String code : added) {
                byte[] hash = hashes.get(code);
                insert.setBytes(1, UuidBytes.of(rewardId));
                insert.setLong(2, ++position);
                insert.setBytes(3, hash);
                insert.setBytes(4, codes.seal(code, CODES, place(hash)));
                insert.setBytes(5, UuidBytes.of(jobId));
                insert.addBatch();
            }
            if (!added.isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    private static String place(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static Pool lock(Connection connection, UUID rewardId) throws SQLException {
        Optional<Pool> pool = pool(connection, rewardId, " FOR UPDATE");
        if (pool.isPresent()) {
            return pool.get();
        }
        write(connection, rewardId, new Pool(0, 0, 0));
        return pool(connection, rewardId, " FOR UPDATE").orElseThrow();
    }

    private static Optional<Pool> pool(Connection connection, UUID rewardId, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT head, tail, imported FROM code_pool WHERE reward_id = ?" + lock)) {
            select.setBytes(1, UuidBytes.of(rewardId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Pool(row.getLong("head"), row.getLong("tail"), row.getLong("imported")))
                        : Optional.empty();
            }
        }
    }

    private static void write(Connection connection, UUID rewardId, Pool pool) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO code_pool (reward_id, head, tail, imported)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE head = VALUES(head), tail = VALUES(tail), imported = VALUES(imported)""")) {
            upsert.setBytes(1, UuidBytes.of(rewardId));
            upsert.setLong(2, pool.head());
            upsert.setLong(3, pool.tail());
            upsert.setLong(4, pool.imported());
            upsert.executeUpdate();
        }
    }
}
