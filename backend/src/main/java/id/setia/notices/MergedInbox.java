package id.setia.notices;

import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MembersMerged;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Keeps what a merged member was told readable for the one they live on as, in the transaction of the merge. */
@Singleton
class MergedInbox {

    private final Transactions transactions;

    MergedInbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @EventListener
    void on(MembersMerged merged) {
        transactions.write(connection -> {
            forgetWhatBothWereTold(connection, merged);
            move(connection, merged);
            drop(connection, "DELETE FROM notice_delivery WHERE member_id = ?", merged.memberId());
            drop(connection, "DELETE FROM notice_choice WHERE member_id = ?", merged.memberId());
            drop(connection, "DELETE FROM notice_zone WHERE member_id = ?", merged.memberId());
            return null;
        });
    }

    private static void forgetWhatBothWereTold(Connection connection, MembersMerged merged) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM notice
                WHERE member_id = ? AND source IN (
                  SELECT source
                  FROM (
                    SELECT source
                    FROM notice
                    WHERE member_id = ?
                  ) AS told)""")) {
            delete.setBytes(1, UuidBytes.of(merged.memberId()));
            delete.setBytes(2, UuidBytes.of(merged.survivorId()));
            delete.executeUpdate();
        }
    }

    private static void move(Connection connection, MembersMerged merged) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE notice SET member_id = ? WHERE member_id = ?")) {
            update.setBytes(1, UuidBytes.of(merged.survivorId()));
            update.setBytes(2, UuidBytes.of(merged.memberId()));
            update.executeUpdate();
        }
    }

    private static void drop(Connection connection, String sql, UUID memberId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }
}
