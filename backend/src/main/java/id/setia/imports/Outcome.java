package id.setia.imports;

import id.setia.jobs.JobRefusal;
import id.setia.jobs.JobStep;
import id.setia.kernel.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What becomes of the rows of one chunk, on top of what the chunks before came to. */
final class Outcome {

    private final List<RefusedRow> report = new ArrayList<>();
    private long purchases;
    private long anonymous;
    private long refunds;
    private long replayed;
    private long membersEnrolled;
    private long points;
    private Part posted;
    private Part unattached;
    private Part refunded;
    private Part before;
    private Part refused;
    private final long reportedBefore;

    Outcome(Tally so) {
        purchases = so.purchases();
        anonymous = so.anonymous();
        refunds = so.refunds();
        replayed = so.replayed();
        reportedBefore = so.reported();
        membersEnrolled = so.membersEnrolled();
        points = so.points();
        posted = so.posted();
        unattached = so.unattached();
        refunded = so.refunded();
        before = so.before();
        refused = so.refused();
    }

    void enrolled(long members) {
        membersEnrolled += members;
    }

    void posted(Collection<HistoryRow> rows, long given) {
        purchases++;
        points += given;
        posted = posted.plus(rows.size(), sum(rows));
    }

    void unattached(Collection<HistoryRow> rows) {
        anonymous++;
        unattached = unattached.plus(rows.size(), sum(rows));
    }

    void replayed(Collection<HistoryRow> rows, long given) {
        replayed++;
        points += given;
        before = before.plus(rows.size(), sum(rows));
    }

    void refundPosted(long takenBack) {
        refunds++;
        points -= takenBack;
    }

    /** A row of a refund of which some, in smallest units, found no purchase. */
    void refunded(HistoryRow row, long rest) {
        refunded = refunded.plus(1, row.signed() + rest);
        refused = refused.plus(0, -rest);
    }

    void report(RefusedRow row) {
        report.add(row);
    }

    void refused(RefusedRow row) {
        report(row);
        refused = refused.plus(1, row.amount().orElse(0));
    }

    void refused(Collection<HistoryRow> rows, RowRefusal refusal) {
        rows.forEach(row -> refused(row.refused(refusal)));
    }

    private static long sum(Collection<HistoryRow> rows) {
        return rows.stream().mapToLong(HistoryRow::signed).sum();
    }

    Tally tally() {
        return new Tally(
                purchases,
                anonymous,
                refunds,
                replayed,
                reportedBefore + report.size(),
                membersEnrolled,
                points,
                posted,
                unattached,
                refunded,
                before,
                refused);
    }

    JobStep step(long checkpoint, String language, Json json) {
        List<JobRefusal> refusals =
                report.stream().map(row -> row.inLanguage(language)).toList();
        return new JobStep(checkpoint, json.write(tally()), refusals);
    }
}
