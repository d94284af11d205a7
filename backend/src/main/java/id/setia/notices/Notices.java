package id.setia.notices;

import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberProfile;
import id.setia.members.MemberRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds notices to the inbox, and to what waits to be sent. */
@Singleton
class Notices {

    private final NewNotices rows;
    private final NoticeChoices choices;
    private final DeliveryRows deliveries;
    private final DeliveryTimes times;
    private final MemberRegistry members;
    private final BusinessClock clock;

    Notices(
            NewNotices rows,
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

    /** Adds the notices in the running transaction, in their order, but none of whose source the member was told before. */
    void add(Connection connection, List<Telling> tellings) throws SQLException {
        if (tellings.isEmpty()) {
            return;
        }
        MemberZones zones =
                times.zones(connection, members(tellings.stream().map(Telling::notice).toList()));
        Map<UUID, Set<NoticeChannel>> ways =
                ways(connection, rows.add(connection, tellings.stream().map(Telling::notice).toList()));
        NewDeliveries waiting = new NewDeliveries(
                clock.now(), deliveries.firstWaiting(connection, canWait(tellings, ways)), zones);
        for (Telling telling : tellings) {
            telling.zone().ifPresent(zone -> zones.moveTo(telling.notice().memberId(), zone));
            ways.getOrDefault(telling.notice().id(), Set.of()).forEach(channel -> waiting.add(telling, channel));
        }
        Batch batch = new Batch();
        DeliveryTimes.keep(batch, zones);
        waiting.keep(batch);
        batch.flush(connection);
    }

    private static List<UUID> members(List<Notice> notices) {
        return notices.stream().map(Notice::memberId).toList();
    }

    /** The channels on which each notice goes out. */
    private Map<UUID, Set<NoticeChannel>> ways(Connection connection, List<Notice> added) throws SQLException {
        Map<UUID, Map<NoticeTopic, Set<NoticeChannel>>> chosen = choices.of(connection, members(added));
        Map<UUID, Set<NoticeChannel>> ways = new HashMap<>();
        for (Notice notice : added) {
            ways.put(notice.id(), ways(notice, chosen.getOrDefault(notice.memberId(), Map.of())));
        }
        return ways;
    }

    private Set<NoticeChannel> ways(Notice notice, Map<NoticeTopic, Set<NoticeChannel>> chosen) {
        NoticeTopic topic = notice.kind().topic();
        Set<NoticeChannel> channels = chosen.getOrDefault(topic, topic.channels());
        return topic == NoticeTopic.OFFERS ? agreed(notice.memberId(), channels) : channels;
    }

    /** Members to whom something goes out that can wait for more. */
    private static List<UUID> canWait(List<Telling> tellings, Map<UUID, Set<NoticeChannel>> ways) {
        return members(tellings.stream()
                .map(Telling::notice)
                .filter(notice -> !notice.kind().topic().urgent())
                .filter(notice -> !ways.getOrDefault(notice.id(), Set.of()).isEmpty())
                .toList());
    }

    /** Offers go by a channel only to those who agree to it. */
    private Set<NoticeChannel> agreed(UUID memberId, Set<NoticeChannel> channels) {
        Optional<MemberProfile> member = channels.isEmpty() ? Optional.empty() : members.profile(memberId);
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
}
