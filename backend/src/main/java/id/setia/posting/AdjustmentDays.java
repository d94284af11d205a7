package id.setia.posting;

import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.UUID;

/** How many points each member of staff added and took by hand on a day; the row is locked until the act ends. */
@Singleton
class AdjustmentDays {

    private final Transactions transactions;

    AdjustmentDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Counts points, and says how many it makes in the day. */
    long add(UUID staffId, LocalDate day, long points) {
        return transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO adjustment_day (staff_id, program_date, points)
                    VALUES (?, ?, ?)
                    ON DUPLICATE KEY UPDATE points = points + VALUES(points)""")) {
                upsert.setBytes(1, UuidBytes.of(staffId));
                upsert.setObject(2, day);
                upsert.setLong(3, points);
                upsert.executeUpdate();
            }
            return of(staffId, day);
        });
    }

    long of(UUID staffId, LocalDate day) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT points
                    FROM adjustment_day
                    WHERE staff_id = ? AND program_date = ?""")) {
                select.setBytes(1, UuidBytes.of(staffId));
                select.setObject(2, day);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong("points") : 0L;
                }
            }
        });
    }
}
