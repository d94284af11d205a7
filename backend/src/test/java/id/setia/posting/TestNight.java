package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.SystemClock;
import id.setia.partners.PartnerDirectory;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What posting does by itself at night, for tests of other rooms. */
@Singleton
public class TestNight {

    private final BirthdayRuns birthdays;
    private final Holds holds;
    private final Rejudgements rejudgements;
    private final JobRunner jobs;
    private final PartnerDirectory partners;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final IdMaker ids;

    TestNight(
            BirthdayRuns birthdays,
            Holds holds,
            Rejudgements rejudgements,
            JobRunner jobs,
            PartnerDirectory partners,
            ProgramSettings settings,
            BusinessClock clock,
            SystemClock systemClock,
            IdMaker ids) {
        this.birthdays = birthdays;
        this.holds = holds;
        this.rejudgements = rejudgements;
        this.jobs = jobs;
        this.partners = partners;
        this.settings = settings;
        this.clock = clock;
        this.systemClock = systemClock;
        this.ids = ids;
    }

    /** Gives points for today's birthdays. */
    public void birthdays() {
        birthdays.run(settings.current().dateOf(clock.now()));
    }

    /** Lets overdue holds go. */
    public void timeOutHolds(int chunk) {
        while (holds.timeOut(clock.now(), chunk) == chunk) {
            // goes on
        }
    }

    /** Sets points of a member aside for a quarter of an hour. */
    public void hold(UUID memberId, long points) {
        HoldOrder order = new HoldOrder(
                memberId, points, HoldPurpose.OTHER, Optional.empty(), partners.owner().id(), Optional.empty(), ids.next(), 900);
        holds.create(new Caller.SignedInMember(memberId), Optional.of(ids.next().toString()), order, Optional.empty());
    }

    /** Queues that what a stopped rule gave is taken back, after the trial. */
    public void takeBack(UUID ruleId) {
        Caller.SignedInStaff staff = new Caller.SignedInStaff(ids.next(), Set.of(Role.ADMINISTRATOR));
        Rejudgement run = rejudgements.begin(
                staff, Optional.of(ids.next().toString()), ruleId, new JudgeAgainRequest(null, null, null, null, "Salah"));
        jobs.runDue(systemClock.now());
        assertThat(rejudgements.start(staff, run.id())).isNotNull();
    }
}
