package id.setia.members;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The door to friends who bring friends: each member has a code, which a friend names at joining, once and never their own. */
@Singleton
public class Referrals {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static final int LENGTH = 8;

    private final Transactions transactions;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    Referrals(Transactions transactions, BusinessClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the friends of a member stand. */
    record Count(long invited, long rewarded) {}

    /** The member's code, made at the first time of asking. */
    String codeOf(UUID memberId) {
        return find("SELECT code AS found FROM referral_code WHERE member_id = ?", UuidBytes.of(memberId))
                .orElseGet(() -> make(memberId));
    }

    private Optional<String> find(String sql, byte[] id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setBytes(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString("found")) : Optional.empty();
                }
            }
        });
    }

    private String make(UUID memberId) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO referral_code (member_id, code, made_at)
                    VALUES (?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(memberId));
                insert.setString(2, random());
                insert.setObject(3, Sql.time(clock.now()));
                return insert.executeUpdate();
            } catch (SQLException error) {
                if (Sql.isDuplicateKey(error)) {
                    return 0;
                }
                throw error;
            }
        });
        return codeOf(memberId);
    }

    private String random() {
        StringBuilder code = new StringBuilder();
        for (int index = 0; index < LENGTH; index++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The code as it is kept: capital letters without spaces. */
    static String normal(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whose code it is; of one who was merged, the member they live on as. */
    Optional<UUID> holder(String code) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT COALESCE(member.merged_into, member.id) AS holder
                    FROM referral_code
                      JOIN member ON member.id = referral_code.member_id
                    WHERE code = ?""")) {
                select.setString(1, normal(code));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Sql.id(row, "holder")) : Optional.empty();
                }
            }
        });
    }

    /** Keeps who brought a new member, in the transaction of joining. */
    void joined(Connection connection, UUID friendId, String code, Instant at) throws SQLException {
        Optional<UUID> referrer = holder(code).filter(member -> !member.equals(friendId));
        if (referrer.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO referral (friend_id, referrer_id, state, joined_at)
                VALUES (?, ?, 'waiting', ?)""")) {
            insert.setBytes(1, UuidBytes.of(friendId));
            insert.setBytes(2, UuidBytes.of(referrer.get()));
            insert.setObject(3, Sql.time(at));
            insert.executeUpdate();
        }
    }

    Count count(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT COUNT(*) AS invited, SUM(CASE WHEN state = 'rewarded' THEN 1 ELSE 0 END) AS rewarded
                    FROM referral
                    WHERE referrer_id = ?""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Count(row.getLong("invited"), row.getLong("rewarded"));
                }
            }
        });
    }

    /** Friends who joined after a moment and wait for their first purchase, in the order of joining, after one of them. */
    public List<Referral> waiting(Instant since, Optional<Referral> last, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT friend_id, referrer_id, joined_at
                    FROM referral
                    WHERE state = 'waiting' AND joined_at >= ? AND (joined_at > ? OR joined_at = ? AND friend_id > ?)
                    ORDER BY joined_at, friend_id
                    LIMIT ?""")) {
                Instant after = last.map(Referral::joinedAt).orElse(since);
                select.setObject(1, Sql.time(since));
                select.setObject(2, Sql.time(after));
                select.setObject(3, Sql.time(after));
                select.setBytes(4, UuidBytes.of(last.map(Referral::friendId).orElse(new UUID(0, 0))));
                select.setInt(5, limit);
                List<Referral> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Referral(
                                Sql.id(row, "friend_id"), Sql.id(row, "referrer_id"), Sql.instant(row, "joined_at")));
                    }
                }
                return found;
            }
        });
    }

    /** How many friends brought the member something since a moment. */
    public long rewardedSince(UUID referrerId, Instant since) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT COUNT(*) AS rewarded
                    FROM referral
                    WHERE referrer_id = ? AND settled_at >= ? AND state = 'rewarded'""")) {
                select.setBytes(1, UuidBytes.of(referrerId));
                select.setObject(2, Sql.time(since));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong("rewarded");
                }
            }
        });
    }

    /** Ends the wait, in the running transaction; false when another did already. */
    public boolean settle(UUID friendId, boolean rewarded, Instant at) {
        return transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE referral
                    SET state = ?, settled_at = ?
                    WHERE friend_id = ? AND state = 'waiting'""")) {
                update.setString(1, rewarded ? "rewarded" : "limited");
                update.setObject(2, Sql.time(at));
                update.setBytes(3, UuidBytes.of(friendId));
                return update.executeUpdate() == 1;
            }
        });
    }
}
