package id.setia.notices;

import id.setia.kernel.UuidBytes;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** When a message that can wait goes out: after an hour in which more may join it, and not at night where the member shops. */
@Singleton
class DeliveryTimes {

    static final Duration TO_JOIN = Duration.ofHours(1);

    private final ProgramSettings settings;

    DeliveryTimes(ProgramSettings settings) {
        this.settings = settings;
    }

    Instant unurgent(Connection connection, UUID memberId, Instant now) throws SQLException {
        return notAtNight(connection, memberId, now.plus(TO_JOIN));
    }

    /** The next 09:00 where the member is; the moment itself at 09:00. */
    Instant inTheMorning(Connection connection, UUID memberId, Instant now) throws SQLException {
        return QuietHours.nextNine(now, zone(connection, memberId));
    }

    Instant notAtNight(Connection connection, UUID memberId, Instant moment) throws SQLException {
        return QuietHours.after(moment, zone(connection, memberId));
    }

    /** That of the store where the member was last, else the programme's. */
    private ZoneId zone(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT time_zone FROM notice_zone WHERE member_id = ?")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? ZoneId.of(row.getString("time_zone"))
                        : settings.current().timeZone();
            }
        }
    }

    void remember(Connection connection, UUID memberId, ZoneId zone) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO notice_zone (member_id, time_zone)
                VALUES (?, ?)
                ON DUPLICATE KEY UPDATE time_zone = VALUES(time_zone)""")) {
            upsert.setBytes(1, UuidBytes.of(memberId));
            upsert.setString(2, zone.getId());
            upsert.executeUpdate();
        }
    }
}
