package id.setia.notices;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When a message that can wait goes out: after an hour in which more may join it, and not at night where the member shops. */
@Singleton
class DeliveryTimes {

    static final Duration TO_JOIN = Duration.ofHours(1);

    private static final RowWriter<Map.Entry<UUID, ZoneId>> ZONES = new RowWriter<>(
            2,
            """
            INSERT INTO notice_zone (member_id, time_zone)
            VALUES (?, ?)
            ON DUPLICATE KEY UPDATE time_zone = VALUES(time_zone)""",
            Map.Entry.comparingByKey(),
            (statement, zone) -> {
                statement.setBytes(1, UuidBytes.of(zone.getKey()));
                statement.setString(2, zone.getValue().getId());
            });

    private final ProgramSettings settings;

    DeliveryTimes(ProgramSettings settings) {
        this.settings = settings;
    }

    static Instant unurgent(ZoneId zone, Instant now) {
        return QuietHours.after(now.plus(TO_JOIN), zone);
    }

    /** The next 09:00 where the member is; the moment itself at 09:00. */
    static Instant inTheMorning(ZoneId zone, Instant now) {
        return QuietHours.nextNine(now, zone);
    }

    Instant notAtNight(Connection connection, UUID memberId, Instant moment) throws SQLException {
        return QuietHours.after(moment, zones(connection, List.of(memberId)).of(memberId));
    }

    /** Where the members are. */
    MemberZones zones(Connection connection, Collection<UUID> memberIds) throws SQLException {
        Map<UUID, ZoneId> stored = new HashMap<>();
        for (List<UUID> some : MemberKeys.inParts(memberIds)) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT member_id, time_zone FROM notice_zone WHERE member_id IN " + Sql.places(some))) {
                Sql.bindIds(select, 1, some);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        stored.put(Sql.id(row, "member_id"), ZoneId.of(row.getString("time_zone")));
                    }
                }
            }
        }
        return new MemberZones(stored, () -> settings.current().timeZone());
    }

    /** Keeps where members have gone. */
    static void keep(Batch batch, MemberZones zones) {
        zones.changed().entrySet().forEach(zone -> batch.add(ZONES, zone));
    }
}
