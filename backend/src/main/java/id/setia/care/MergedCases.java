package id.setia.care;

import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MembersMerged;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;

/**
 * Makes the cases of a merged member those of the one they live on as, in the transaction of the merge. A receipt both have
 * reported stays with whom reported it: staff find both cases.
 */
@Singleton
class MergedCases {

    private final Transactions transactions;

    MergedCases(Transactions transactions) {
        this.transactions = transactions;
    }

    @EventListener
    void on(MembersMerged merged) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE care_case
                    SET member_id = ?
                    WHERE member_id = ? AND receipt_hash NOT IN (
                      SELECT receipt_hash
                      FROM (
                        SELECT receipt_hash
                        FROM care_case
                        WHERE member_id = ?
                      ) AS reported)""")) {
                update.setBytes(1, UuidBytes.of(merged.survivorId()));
                update.setBytes(2, UuidBytes.of(merged.memberId()));
                update.setBytes(3, UuidBytes.of(merged.survivorId()));
                return update.executeUpdate();
            }
        });
    }
}
