package id.setia.posting;

import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.jobs.JobFailure;
import id.setia.jobs.JobStep;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Json;
import id.setia.points.PointsLedger;
import id.setia.purchases.PurchaseWalk;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Goes over the purchases of a version's time in chunks of at most a hundred members. Each chunk is one transaction together
 * with the note of how far the job is, so that a job cut short goes on where it stood; a purchase that was put right is no
 * longer judged by the version and is passed over.
 */
@Singleton
class RejudgementRun {

    private static final int MOST_PURCHASES = 200;
    private static final int MOST_MEMBERS = 100;

    private final RejudgementRows rows;
    private final Rejudging rejudging;
    private final PurchaseWalk walk;
    private final EarningRules rules;
    private final PointsLedger points;
    private final BusinessClock clock;
    private final Json json;

    RejudgementRun(
            RejudgementRows rows,
            Rejudging rejudging,
            PurchaseWalk walk,
            EarningRules rules,
            PointsLedger points,
            BusinessClock clock,
            Json json) {
        this.rows = rows;
        this.rejudging = rejudging;
        this.walk = walk;
        this.rules = rules;
        this.points = points;
        this.clock = clock;
        this.json = json;
    }

    /** Which purchases may have been judged by the version: from its beginning, or a later moment, until now. */
    private record Span(Instant from, Instant until) {}

    /** Reckons what would happen. */
    void tryOut(RunningJob running) {
        run(running, false);
    }

    /** Puts the points right. */
    void correct(RunningJob running) {
        run(running, true);
    }

    private void run(RunningJob running, boolean forGood) {
        Rejudgement run = rows.find(UUID.fromString(running.job().parameters()))
                .orElseThrow(() -> new JobFailure("rejudgement_unknown"));
        RuleBook book = rules.book();
        Span span = span(run, book);
        running.total(walk.count(span.from(), span.until()));
        RejudgementCounts counts = counts(running.job().counts());
        List<PurchaseWalk.Step> page = page(counts, span);
        while (!page.isEmpty()) {
            counts = chunk(running, run, book, page, counts, forGood);
            page = page(counts, span);
        }
    }

    RejudgementCounts counts(String text) {
        return text.isEmpty() ? RejudgementCounts.NONE : json.read(text, RejudgementCounts.class);
    }

    private Span span(Rejudgement run, RuleBook book) {
        Instant begins = book.version(run.ruleId(), run.version()).map(RuleVersion::from).orElseThrow();
        return new Span(
                run.boughtFrom().filter(begins::isBefore).orElse(begins), clock.now().plus(PurchaseBooking.AHEAD));
    }

    private List<PurchaseWalk.Step> page(RejudgementCounts counts, Span span) {
        List<PurchaseWalk.Step> page = PurchaseWalk.wholeMembers(
                walk.after(counts.after(), span.from(), span.until(), MOST_PURCHASES), MOST_PURCHASES);
        List<UUID> members =
                page.stream().map(PurchaseWalk.Step::memberId).distinct().limit(MOST_MEMBERS).toList();
        return page.stream().filter(step -> members.contains(step.memberId())).toList();
    }

    private RejudgementCounts chunk(
            RunningJob running,
            Rejudgement run,
            RuleBook book,
            List<PurchaseWalk.Step> page,
            RejudgementCounts before,
            boolean forGood) {
        List<UUID> concerned = rejudging.concerned(run, book, page);
        AtomicReference<RejudgementCounts> reached = new AtomicReference<>(before);
        running.advance(() -> {
            RejudgementCounts changed = concerned.isEmpty() ? before : act(run, concerned, before, forGood);
            reached.set(changed.goneOver(page.size(), page.getLast()));
            return new JobStep(reached.get().seen(), json.write(reached.get()), List.of());
        });
        return reached.get();
    }

    private RejudgementCounts act(Rejudgement run, List<UUID> purchases, RejudgementCounts before, boolean forGood) {
        PointsLedger.Act<RejudgementCounts> act = session -> rejudging.in(session, run, purchases, before);
        return forGood ? points.post(act) : points.tryOut(act);
    }
}
