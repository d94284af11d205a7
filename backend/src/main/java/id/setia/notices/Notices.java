package id.setia.notices;

import id.setia.kernel.BusinessClock;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberProfile;
import id.setia.members.MemberRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds a notice to the inbox, and to what waits to be sent. */
@Singleton
class Notices {

    private final NoticeRows rows;
    private final NoticeChoices choices;
    private final DeliveryRows deliveries;
    private final DeliveryTimes times;
    private final MemberRegistry members;
    private final BusinessClock clock;

    Notices(
            NoticeRows rows,
            NoticeChoices choices,
            DeliveryRows deliveries,
            DeliveryTimes times,
            MemberRegistry members,
            BusinessClock clock) {
        this.rows = rows;
        this.choices = choices;
        this.deliveries = deliveries;
        this.times = times;
        this.members = members;
        this.clock = clock;
    }

    /** Adds it in the running transaction; false when the member was told of its source before. */
    boolean add(Connection connection, Notice notice) throws SQLException {
        return add(connection, notice, false);
    }

    /** The same; what is to be told in the morning goes out at 09:00 where the member is. */
    boolean add(Connection connection, Notice notice, boolean inTheMorning) throws SQLException {
        if (!rows.insert(connection, notice)) {
            return false;
        }
        NoticeTopic topic = notice.kind().topic();
        Set<NoticeChannel> channels = choices.of(notice.memberId()).get(topic);
        if (topic == NoticeTopic.OFFERS) {
            channels = agreed(notice.memberId(), channels);
        }
        for (NoticeChannel channel : channels) {
            Instant dueAt = inTheMorning
                    ? times.inTheMorning(connection, notice.memberId(), clock.now())
                    : dueAt(connection, notice, channel, topic);
            deliveries.insert(connection, notice, channel, topic.urgent(), dueAt);
        }
        return true;
    }

    /** Offers go by a channel only to those who agree to it. */
    private Set<NoticeChannel> agreed(UUID memberId, Set<NoticeChannel> channels) {
        Optional<MemberProfile> member = members.profile(memberId);
        return channels.stream()
                .filter(channel -> member.filter(profile -> profile.consentsTo(purpose(channel))).isPresent())
                .collect(Collectors.toSet());
    }

    private static ConsentPurpose purpose(NoticeChannel channel) {
        return switch (channel) {
            case EMAIL -> ConsentPurpose.MARKETING_EMAIL;
            case PHONE -> ConsentPurpose.MARKETING_PHONE;
        };
    }

    /** Whatever else waits for the same channel goes out with the first of it. */
    private Instant dueAt(Connection connection, Notice notice, NoticeChannel channel, NoticeTopic topic)
            throws SQLException {
        Instant now = clock.now();
        if (topic.urgent()) {
            return now;
        }
        Instant alone = times.unurgent(connection, notice.memberId(), now);
        return deliveries
                .firstWaiting(connection, notice.memberId(), channel)
                .filter(alone::isAfter)
                .orElse(alone);
    }
}
