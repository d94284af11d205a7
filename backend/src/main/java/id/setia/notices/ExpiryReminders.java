package id.setia.notices;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.points.Balance;
import id.setia.points.Expiries;
import id.setia.points.PointsLedger;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Once a day, tells members which points lapse within 30 days, and again within seven. A member is told once of each day
 * and stage, so a sweep that was interrupted simply begins anew.
 */
@Singleton
class ExpiryReminders {

    private static final int FAR = 30;
    private static final int NEAR = 7;
    private static final int CHUNK = 100;
    private static final String AVAILABLE = "available";

    private final Expiries expiries;
    private final PointsLedger ledger;
    private final MemberRegistry members;
    private final Notices notices;
    private final Progress progress;
    private final NoticeLease lease;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;
    private final IdMaker ids;

    ExpiryReminders(
            Expiries expiries,
            PointsLedger ledger,
            MemberRegistry members,
            Notices notices,
            Progress progress,
            NoticeLease lease,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions,
            IdMaker ids) {
        this.expiries = expiries;
        this.ledger = ledger;
        this.members = members;
        this.notices = notices;
        this.progress = progress;
        this.lease = lease;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Reminds unless that was done today, as long as this node holds the lease. */
    void remind() {
        if (settings.find().isEmpty()) {
            return;
        }
        LocalDate today = settings.current().dateOf(clock.now());
        boolean done = transactions.read(connection ->
                progress.remindedOn(connection).filter(day -> !day.isBefore(today)).isPresent());
        if (done || !lease.held()) {
            return;
        }
        try {
            sweep(today);
        } catch (LeaseLost lost) {
            // Another node sweeps anew.
        }
    }

    private void sweep(LocalDate today) {
        Instant until = settings.current().startOf(today.plusDays(FAR + 1));
        Expiries.Due behind = Expiries.Due.FIRST;
        List<Expiries.Due> due;
        do {
            due = expiries.dueBy(until, behind, CHUNK);
            List<Expiries.Due> chunk = due;
            transactions.write(connection -> {
                lease.renew(connection);
                remind(connection, chunk.stream().map(Expiries.Due::memberId).toList(), today);
                return null;
            });
            behind = due.isEmpty() ? behind : due.getLast();
        } while (due.size() == CHUNK);
        transactions.write(connection -> {
            lease.renew(connection);
            progress.reminded(connection, today);
            return null;
        });
    }

    private void remind(Connection connection, List<UUID> due, LocalDate today) throws SQLException {
        Map<UUID, FoundMember> found = members.members(due);
        List<Telling> tellings = new ArrayList<>();
        for (UUID memberId : due) {
            FoundMember member = found.get(memberId);
            if (member != null && member.id().equals(memberId) && Told.isToBeTold(member)) {
                tellings.addAll(tellings(memberId, today));
            }
        }
        notices.add(connection, tellings);
    }

    private List<Telling> tellings(UUID memberId, LocalDate today) {
        Program program = settings.current();
        List<Telling> tellings = new ArrayList<>();
        lapsing(ledger.balance(memberId)).forEach((at, points) -> {
            long days = ChronoUnit.DAYS.between(today, program.dateOf(at.minus(1, ChronoUnit.MICROS)));
            if (days <= FAR) {
                String source = "expiring:" + (days <= NEAR ? NEAR : FAR) + ":" + at;
                Figures figures = new Figures(points, null, null, null, at);
                tellings.add(Telling.of(Notice.unseen(
                        memberId, ids.next(), source, NoticeKind.POINTS_EXPIRING, figures, clock.now())));
            }
        });
        return tellings;
    }

    private static Map<Instant, Long> lapsing(Balance balance) {
        return balance.lots().stream()
                .filter(lot -> lot.state().equals(AVAILABLE) && lot.expiresAt().isPresent())
                .collect(Collectors.groupingBy(
                        lot -> lot.expiresAt().orElseThrow(),
                        TreeMap::new,
                        Collectors.summingLong(Balance.LotLeft::points)));
    }
}
