package id.setia.imports;

import id.setia.jobs.JobStep;
import id.setia.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What becomes of the rows of one chunk of members, on top of what the chunks before came to. */
final class ArrivalOutcome {

    private final ArrivalTally so;
    private final List<Newcomer> newcomers = new ArrayList<>();
    private final List<RefusedRow> report = new ArrayList<>();
    private long before;
    private long refused;
    private long pointsBefore;
    private long pointsRefused;

    ArrivalOutcome(ArrivalTally so) {
        this.so = so;
    }

    void imported(Newcomer newcomer) {
        newcomers.add(newcomer);
        report.addAll(newcomer.notices());
    }

    void before(MemberRow row) {
        before++;
        pointsBefore += row.points();
    }

    void refused(RefusedRow row) {
        refused++;
        pointsRefused += row.amount().orElse(0);
        report.add(row);
    }

    List<Newcomer> newcomers() {
        return newcomers;
    }

    ArrivalTally tally() {
        return new ArrivalTally(
                so.imported() + newcomers.size(),
                so.before() + before,
                so.refused() + refused,
                so.numbers() + sum(newcomer -> newcomer.row().numbers().size()),
                so.cards() + sum(newcomer -> newcomer.row().cards().size()),
                so.phones() + sum(newcomer -> newcomer.phone().isPresent() ? 1 : 0),
                so.emails() + sum(newcomer -> newcomer.email().isPresent() ? 1 : 0),
                so.tiers() + sum(newcomer -> newcomer.tier().isPresent() ? 1 : 0),
                so.consents() + sum(newcomer -> newcomer.row().consents().size()),
                so.lots() + sum(newcomer -> newcomer.lots().size()),
                so.points() + sum(Newcomer::points),
                so.pointsExpired() + sum(newcomer -> newcomer.row().points() - newcomer.points()),
                so.pointsBefore() + pointsBefore,
                so.pointsRefused() + pointsRefused,
                so.phonesShared() + count(MemberNotice.PHONE_SHARED),
                so.phonesTaken() + count(MemberNotice.PHONE_TAKEN),
                so.emailsShared() + count(MemberNotice.EMAIL_SHARED),
                so.emailsTaken() + count(MemberNotice.EMAIL_TAKEN),
                so.tiersEnded() + count(MemberNotice.TIER_ENDED),
                so.reported() + report.size());
    }

    private long sum(ToLongFunction<Newcomer> figure) {
        return newcomers.stream().mapToLong(figure).sum();
    }

    private long count(MemberNotice notice) {
        return report.stream().filter(row -> row.refusal() == notice).count();
    }

    JobStep step(long rowsDone, String language, Json json) {
        return new JobStep(
                rowsDone,
                json.write(tally()),
                report.stream().map(row -> row.inLanguage(language)).toList());
    }
}
