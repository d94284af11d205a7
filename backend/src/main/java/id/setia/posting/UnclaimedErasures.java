package id.setia.posting;

import id.setia.access.Deployment;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.DateText;
import id.setia.kernel.MoneyText;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.members.UnclaimedMembers;
import id.setia.members.UnclaimedMembers.Unclaimed;
import id.setia.members.UnclaimedPolicy;
import id.setia.messages.MessageTexts;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ends memberships that began at a till and were never claimed, after so many months without a purchase: a warning thirty
 * days before, then the personal data go and the points lapse through the ledger, each membership in a transaction of its
 * own. Started again at any moment, it goes on with what is left.
 */
@Singleton
public class UnclaimedErasures {

    private static final Duration NOTICE = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final UnclaimedMembers unclaimed;
    private final MemberRegistry members;
    private final PointsLedger points;
    private final Settings settings;
    private final ProgramSettings program;
    private final MessageTexts texts;
    private final Deployment deployment;
    private final BusinessClock clock;

    UnclaimedErasures(
            UnclaimedMembers unclaimed,
            MemberRegistry members,
            PointsLedger points,
            Settings settings,
            ProgramSettings program,
            MessageTexts texts,
            Deployment deployment,
            BusinessClock clock) {
        this.unclaimed = unclaimed;
        this.members = members;
        this.points = points;
        this.settings = settings;
        this.program = program;
        this.texts = texts;
        this.deployment = deployment;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param warned whose end is thirty days away
     * @param erased memberships that ended
     */
    public record Run(int warned, int erased) {}

    /** Warns and erases everybody whose time has come. */
    public Run run() {
        Instant now = clock.now();
        int warned = 0;
        int erased = 0;
        Optional<Unclaimed> after = Optional.empty();
        List<Unclaimed> found;
        do {
            found = unclaimed.quietSince(start(now.plus(NOTICE)), after, AT_ONCE);
            Map<UUID, Instant> activities =
                    points.lastActivities(found.stream().map(Unclaimed::memberId).toList());
            for (Unclaimed membership : found) {
                Instant activity = activities.getOrDefault(membership.memberId(), membership.countedFrom());
                switch (due(membership, activity, now)) {
                    case LATER -> {}
                    case COUNTED_ANEW -> unclaimed.countFrom(membership.memberId(), activity);
                    case WARN -> warned += warn(membership, now);
                    case ERASE -> erased += erase(membership.memberId());
                }
                after = Optional.of(membership);
            }
        } while (found.size() == AT_ONCE);
        return new Run(warned, erased);
    }

    private enum Due {
        LATER,
        COUNTED_ANEW,
        WARN,
        ERASE
    }

    private Due due(Unclaimed membership, Instant activity, Instant now) {
        if (activity.isAfter(membership.countedFrom())) {
            return Due.COUNTED_ANEW;
        }
        if (membership.warnedAt().isEmpty()) {
            return Due.WARN;
        }
        return now.isBefore(end(membership)) ? Due.LATER : Due.ERASE;
    }

    /** The end: when the months are over, and never sooner than thirty days after the warning. */
    private Instant end(Unclaimed membership) {
        Instant over = membership.countedFrom().atZone(zone()).plusMonths(months()).toInstant();
        Instant noticed = membership.warnedAt().orElse(clock.now()).plus(NOTICE);
        return over.isAfter(noticed) ? over : noticed;
    }

    /** What was last seen then has had its months by the moment. */
    private Instant start(Instant moment) {
        return moment.atZone(zone()).minusMonths(months()).toInstant();
    }

    private int months() {
        return settings.read(UnclaimedPolicy.NAME, UnclaimedPolicy.class, UnclaimedPolicy.DEFAULT).value().months();
    }

    private ZoneId zone() {
        return program.current().timeZone();
    }

    private int warn(Unclaimed membership, Instant now) {
        Program current = program.current();
        FoundMember member = members.members(Set.of(membership.memberId())).get(membership.memberId());
        String language = member.language();
        String text = texts.text(
                language,
                "till.ending",
                current.name(),
                DateText.day(current.dateOf(end(membership))).in(language),
                MoneyText.number(points.balance(membership.memberId()).available()).in(language),
                deployment.publicUrl() + "/claim");
        unclaimed.warn(membership.memberId(), text, now);
        return 1;
    }

    private int erase(UUID memberId) {
        return points.post(session -> eraseIn(session, memberId)) ? 1 : 0;
    }

    private boolean eraseIn(LedgerSession session, UUID memberId) throws SQLException {
        unclaimed.lock(session.connection(), memberId);
        session.lock(Set.of(memberId), Set.of(memberId), List.of());
        if (!unclaimed.erase(session.connection(), memberId, session.now())) {
            return false;
        }
        session.member(memberId)
                .forfeit(new Posting(
                        "erasure:" + memberId,
                        TransactionKind.ERASURE,
                        new Source("member", memberId),
                        session.now(),
                        "{}"));
        return true;
    }

    /** Ends a membership at once, since the person behind the phone wants it gone. */
    public boolean eraseNow(UUID memberId) {
        return erase(memberId) == 1;
    }
}
