package id.setia.posting;

import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.members.Birthdays;
import id.setia.members.MemberMerges;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The daily run that gives points for birthdays, to each member once a calendar year,
 * those counted who live on as them. It goes over the day's members in
 * chunks of at most a hundred; each chunk is one transaction together with the note of how far the run has come, so that a
 * run cut short goes on where it stood. Days on which no server ran are made up for, for a week.
 */
@Singleton
class BirthdayRuns {

    private static final int CHUNK = 100;
    private static final int DAYS_MADE_UP_FOR = 7;

    private final BirthdayRunRows runs;
    private final Birthdays birthdays;
    private final MemberMerges merges;
    private final EventPoints events;
    private final PointsLedger points;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    BirthdayRuns(
            BirthdayRunRows runs,
            Birthdays birthdays,
            MemberMerges merges,
            EventPoints events,
            PointsLedger points,
            ProgramSettings settings,
            BusinessClock clock) {
        this.runs = runs;
        this.birthdays = birthdays;
        this.merges = merges;
        this.events = events;
        this.points = points;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs every day that is due. */
    void runDue() {
        LocalDate today = settings.current().dateOf(clock.now());
        LocalDate earliest = today.minusDays(DAYS_MADE_UP_FOR);
        LocalDate day = runs.lastDone()
                .map(last -> last.plusDays(1))
                .filter(next -> !next.isBefore(earliest))
                .orElse(today);
        for (; !day.isAfter(today); day = day.plusDays(1)) {
            run(day);
        }
    }

    /** Runs a day, or what is left of its run; one that is done stays so. */
    void run(LocalDate day) {
        begin(day);
        boolean more = true;
        while (more) {
            more = chunk(day, CHUNK);
        }
    }

    private void begin(LocalDate day) {
        if (runs.find(day).isEmpty()) {
            try {
                runs.begin(day, clock.now());
            } catch (RuntimeException error) {
                if (!Sql.isDuplicateKey(error)) {
                    throw error;
                }
            }
        }
    }

    /** Gives the next members their points; says whether there may be more. */
    boolean chunk(LocalDate day, int size) {
        return points.post(session -> {
            BirthdayRunRows.Run run = runs.lock(day).orElseThrow();
            if (run.done()) {
                return false;
            }
            List<RuleVersion> versions = events.inForce(Trigger.BIRTHDAY, moment(day, session.now()));
            List<UUID> members = versions.isEmpty() ? List.of() : birthdays.after(run.afterMember(), day, size);
            if (members.isEmpty()) {
                runs.finish(day, session.now());
                return false;
            }
            long given = give(session, day, members, versions);
            runs.advance(day, members.getLast(), given);
            return true;
        });
    }

    private Instant moment(LocalDate day, Instant now) {
        Program program = settings.current();
        return program.dateOf(now).equals(day) ? now : program.startOf(day.plusDays(1)).minusMillis(1);
    }

    private long give(LedgerSession session, LocalDate day, List<UUID> members, List<RuleVersion> versions)
            throws SQLException {
        session.lock(members);
        Map<UUID, List<UUID>> families =
                merges.families(members.stream().map(session::survivor).collect(Collectors.toCollection(TreeSet::new)));
        Set<String> before = points.posted(families.values().stream()
                .flatMap(List::stream)
                .map(member -> key(member, day))
                .toList());
        long given = 0;
        for (UUID member : new TreeSet<>(families.keySet())) {
            if (families.get(member).stream().noneMatch(one -> before.contains(key(one, day)))) {
                given += events.give(
                                session,
                                new EventPoints.Occurrence(
                                        member, TransactionKind.BIRTHDAY_BONUS, key(member, day),
                                        new Source("member", member), "birthday", moment(day, session.now())),
                                versions)
                        .stream()
                        .count();
            }
        }
        return given;
    }

    private static String key(UUID member, LocalDate day) {
        return "birthday:" + member + ":" + day.getYear();
    }
}
