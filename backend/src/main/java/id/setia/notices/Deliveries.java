package id.setia.notices;

import id.setia.access.Deployment;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Transactions;
import id.setia.members.MemberProfile;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.messages.MessageQueue;
import id.setia.messages.MessageTexts;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands what is due to the messages room: what waits for one member on one way goes out as one message. */
@Singleton
class Deliveries {

    private static final int CHUNK = 100;

    private final DeliveryRows rows;
    private final DeliveryTimes times;
    private final NoticeRows notices;
    private final NoticeTexts noticeTexts;
    private final MemberRegistry members;
    private final MessageQueue queue;
    private final MessageTexts texts;
    private final ProgramSettings settings;
    private final Deployment deployment;
    private final NoticeLease lease;
    private final BusinessClock clock;
    private final Transactions transactions;

    Deliveries(
            DeliveryRows rows,
            DeliveryTimes times,
            NoticeRows notices,
            NoticeTexts noticeTexts,
            MemberRegistry members,
            MessageQueue queue,
            MessageTexts texts,
            ProgramSettings settings,
            Deployment deployment,
            NoticeLease lease,
            BusinessClock clock,
            Transactions transactions) {
        this.rows = rows;
        this.times = times;
        this.notices = notices;
        this.noticeTexts = noticeTexts;
        this.members = members;
        this.queue = queue;
        this.texts = texts;
        this.settings = settings;
        this.deployment = deployment;
        this.lease = lease;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Sends what is due, as long as this node holds the lease. */
    void send() {
        Instant now = clock.now();
        Set<DeliveryRows.Address> due;
        do {
            due = transactions.read(connection -> rows.due(connection, now, CHUNK));
            if (due.isEmpty() || !lease.held()) {
                return;
            }
            try {
                due.forEach(address -> transactions.write(connection -> send(connection, address, now)));
            } catch (LeaseLost lost) {
                return;
            }
        } while (true);
    }

    private Void send(Connection connection, DeliveryRows.Address address, Instant now) throws SQLException {
        lease.renew(connection);
        List<DeliveryRows.Waiting> waiting = rows.waiting(connection, address, now);
        Instant allowed = times.notAtNight(connection, address.memberId(), now);
        if (allowed.isAfter(now)) {
            List<UUID> unurgent = ids(waiting, false);
            if (!unurgent.isEmpty()) {
                rows.putOff(connection, address, unurgent, allowed);
            }
            waiting = waiting.stream().filter(DeliveryRows.Waiting::urgent).toList();
        }
        if (!waiting.isEmpty()) {
            List<UUID> ids = waiting.stream().map(DeliveryRows.Waiting::noticeId).toList();
            deliver(connection, address, notices.of(connection, address.memberId(), ids));
            rows.delete(connection, address, ids);
        }
        return null;
    }

    private static List<UUID> ids(List<DeliveryRows.Waiting> waiting, boolean urgent) {
        return waiting.stream()
                .filter(row -> row.urgent() == urgent)
                .map(DeliveryRows.Waiting::noticeId)
                .toList();
    }

    private void deliver(Connection connection, DeliveryRows.Address address, List<Notice> told) throws SQLException {
        Optional<MemberProfile> member = members.profile(address.memberId())
                .filter(profile -> profile.state() == MemberState.ACTIVE || profile.state() == MemberState.FROZEN);
        Optional<NoticeChannel> way = member.flatMap(profile -> way(profile, address.channel(), told));
        if (way.isEmpty()) {
            return;
        }
        switch (way.get()) {
            case EMAIL -> mail(member.get(), told);
            case PHONE -> phone(member.get(), told);
        }
        for (Notice notice : told) {
            notices.sent(connection, notice, way.get());
        }
    }

    /** A warning reaches a member without an e-mail address on their phone. */
    private static Optional<NoticeChannel> way(MemberProfile member, NoticeChannel channel, List<Notice> told) {
        boolean urgent = told.stream().anyMatch(notice -> notice.kind().topic().urgent());
        return switch (channel) {
            case EMAIL -> member.email().isPresent()
                    ? Optional.of(NoticeChannel.EMAIL)
                    : member.phone().filter(number -> urgent).map(number -> NoticeChannel.PHONE);
            case PHONE -> member.phone().map(number -> NoticeChannel.PHONE);
        };
    }

    private void mail(MemberProfile member, List<Notice> told) {
        String language = member.language();
        String program = settings.current().name();
        String subject = told.size() == 1
                ? noticeTexts.in(language, told.getFirst(), "title")
                : texts.text(language, "notice.mail.subject", told.size(), program);
        String lines = told.stream()
                .map(notice -> "• " + sentence(language, notice))
                .collect(Collectors.joining("\n"));
        String body = texts.text(
                language,
                "notice.mail.body",
                member.name(),
                told.size() == 1 ? sentence(language, told.getFirst()) : lines,
                deployment.publicUrl() + "/inbox",
                program,
                deployment.publicUrl() + "/inbox/settings");
        queue.mail(Optional.of(member.id()), member.email().orElseThrow(), subject, body);
    }

    private void phone(MemberProfile member, List<Notice> told) {
        String text = told.stream()
                .map(notice -> sentence(member.language(), notice))
                .collect(Collectors.joining(" "));
        queue.phone(
                Optional.of(member.id()),
                member.phone().orElseThrow(),
                settings.current().name() + ": " + text);
    }

    private String sentence(String language, Notice notice) {
        return noticeTexts.in(language, notice, "title") + ". " + noticeTexts.in(language, notice, "text");
    }
}
