package id.setia.notices;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How each member is told of each topic, beside the inbox. */
@Singleton
class NoticeChoices {

    private final Transactions transactions;

    NoticeChoices(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The member's channels of every topic, the topic's own where nothing was chosen. */
    Map<NoticeTopic, Set<NoticeChannel>> of(UUID memberId) {
        Map<NoticeTopic, Set<NoticeChannel>> choices = new EnumMap<>(NoticeTopic.class);
        for (NoticeTopic topic : NoticeTopic.values()) {
            choices.put(topic, topic.channels());
        }
        choices.putAll(transactions.read(connection -> of(connection, List.of(memberId)))
                .getOrDefault(memberId, Map.of()));
        return choices;
    }

    /** What the members chose, of those who chose anything. */
    Map<UUID, Map<NoticeTopic, Set<NoticeChannel>>> of(Connection connection, Collection<UUID> memberIds)
            throws SQLException {
        Map<UUID, Map<NoticeTopic, Set<NoticeChannel>>> choices = new HashMap<>();
        for (List<UUID> some : MemberKeys.inParts(memberIds)) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT member_id, topic, email, phone FROM notice_choice WHERE member_id IN " + Sql.places(some))) {
                Sql.bindIds(select, 1, some);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        choices.computeIfAbsent(Sql.id(row, "member_id"), member -> new EnumMap<>(NoticeTopic.class))
                                .put(NoticeTopic.of(row.getString("topic")).orElseThrow(), chosen(row));
                    }
                }
            }
        }
        return choices;
    }

    private static Set<NoticeChannel> chosen(ResultSet row) throws SQLException {
        Set<NoticeChannel> channels = EnumSet.noneOf(NoticeChannel.class);
        if (row.getBoolean("email")) {
            channels.add(NoticeChannel.EMAIL);
        }
        if (row.getBoolean("phone")) {
            channels.add(NoticeChannel.PHONE);
        }
        return channels;
    }

    /** Keeps what the member chose. */
    void choose(UUID memberId, Map<NoticeTopic, Set<NoticeChannel>> choices) {
        transactions.write(connection -> {
            for (Map.Entry<NoticeTopic, Set<NoticeChannel>> choice : choices.entrySet()) {
                put(connection, memberId, choice.getKey(), choice.getValue());
            }
            return null;
        });
    }

    private static void put(Connection connection, UUID memberId, NoticeTopic topic, Set<NoticeChannel> channels)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO notice_choice (member_id, topic, email, phone)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE email = VALUES(email), phone = VALUES(phone)""")) {
            upsert.setBytes(1, UuidBytes.of(memberId));
            upsert.setString(2, topic.value());
            upsert.setBoolean(3, channels.contains(NoticeChannel.EMAIL));
            upsert.setBoolean(4, channels.contains(NoticeChannel.PHONE));
            upsert.executeUpdate();
        }
    }
}
