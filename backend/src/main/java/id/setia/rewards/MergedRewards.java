package id.setia.rewards;

import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MembersMerged;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Makes what a merged member took the survivor's: vouchers, orders, and what counts towards limits; in the transaction of the merge. */
@Singleton
class MergedRewards {

    private final Transactions transactions;

    MergedRewards(Transactions transactions) {
        this.transactions = transactions;
    }

    @EventListener
    void on(MembersMerged merged) {
        transactions.write(connection -> {
            follow(connection, "UPDATE voucher SET member_id = ? WHERE redemption_id IN (SELECT id FROM redemption WHERE member_id = ?)", merged);
            follow(connection, "UPDATE reward_order SET member_id = ? WHERE redemption_id IN (SELECT id FROM redemption WHERE member_id = ?)", merged);
            follow(connection, "UPDATE redemption SET member_id = ? WHERE member_id = ?", merged);
            return null;
        });
    }

    private static void follow(Connection connection, String sql, MembersMerged merged) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, UuidBytes.of(merged.survivorId()));
            update.setBytes(2, UuidBytes.of(merged.memberId()));
            update.executeUpdate();
        }
    }
}
