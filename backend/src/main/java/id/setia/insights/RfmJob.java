package id.setia.insights;

import id.setia.insights.RfmProgress.Stage;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Json;
import id.setia.members.FoundMember;
import id.setia.members.MemberPages;
import id.setia.members.MemberRegistry;
import id.setia.purchases.MemberFigures;
import id.setia.purchases.PurchaseFigures;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Computes everybody's scores: gathers the figures of some thousand members at a time, cuts each figure into quintiles, and
 * lets the result be seen when it is whole. Nothing is kept in memory but one chunk. A job cut short goes on where it stood.
 */
@Singleton
class RfmJob implements JobWorker {

    static final String KIND = "rfm";

    private static final int CHUNK = 1_000;

    private final RfmRunRows runs;
    private final RfmMemberRows rows;
    private final Rfm rfm;
    private final MemberPages pages;
    private final MemberRegistry members;
    private final PurchaseFigures purchases;
    private final BusinessClock clock;
    private final Json json;

    RfmJob(
            RfmRunRows runs,
            RfmMemberRows rows,
            Rfm rfm,
            MemberPages pages,
            MemberRegistry members,
            PurchaseFigures purchases,
            BusinessClock clock,
            Json json) {
        this.runs = runs;
        this.rows = rows;
        this.rfm = rfm;
        this.pages = pages;
        this.members = members;
        this.purchases = purchases;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) {
        Job job = running.job();
        UUID runId = UUID.fromString(job.parameters());
        RfmProgress progress =
                job.counts().isEmpty() ? RfmProgress.BEGINNING : json.read(job.counts(), RfmProgress.class);
        while (progress.stage() != Stage.DONE) {
            RfmRun run = runs.find(runId).orElseThrow(() -> new JobFailure("run_unknown"));
            progress = next(running, run, progress);
        }
    }

    private RfmProgress next(RunningJob running, RfmRun run, RfmProgress progress) {
        return switch (progress.stage()) {
            case GATHERING -> advance(running, () -> gather(run, progress));
            case CUTTING -> {
                running.hold();
                long count = rows.count(run.id());
                RfmCuts cuts = rows.cuts(run.id(), count);
                yield advance(running, () -> {
                    runs.cut(run.id(), count, cuts);
                    return progress.at(Stage.PUBLISHING);
                });
            }
            case PUBLISHING -> {
                running.hold();
                List<RfmCell> cells = rows.cells(run);
                RfmProgress published = advance(running, () -> {
                    runs.finish(run.id(), cells, clock.now());
                    rfm.advance();
                    return progress.at(Stage.CLEARING);
                });
                rfm.forget();
                yield published;
            }
            case CLEARING -> advance(running, () -> clear(run, progress));
            case DONE -> progress;
        };
    }

    /** The next members' figures; of those merged they count for whom the member lives on as. */
    private RfmProgress gather(RfmRun run, RfmProgress progress) {
        List<UUID> page = pages.after(Optional.ofNullable(progress.after()), CHUNK);
        if (page.isEmpty()) {
            return progress.at(Stage.CUTTING);
        }
        List<MemberFigures> figures = purchases.between(page.getFirst(), page.getLast(), run.from(), run.asOf());
        Map<UUID, FoundMember> found =
                members.members(figures.stream().map(MemberFigures::memberId).toList());
        List<MemberFigures> living = figures.stream()
                .filter(of -> Optional.ofNullable(found.get(of.memberId())).filter(RfmJob::takesPart).isPresent())
                .map(of -> new MemberFigures(
                        found.get(of.memberId()).id(), of.lastPurchase(), of.purchases(), of.spend()))
                .toList();
        if (!living.isEmpty()) {
            rows.add(run.id(), living);
        }
        return new RfmProgress(Stage.GATHERING, page.getLast(), progress.done() + living.size());
    }

    private static boolean takesPart(FoundMember member) {
        return switch (member.state()) {
            case UNCLAIMED, ACTIVE, FROZEN -> true;
            case CLOSED, MERGED, ERASED -> false;
        };
    }

    /** The run before stays for readers that do not know of the new one yet. */
    private RfmProgress clear(RfmRun run, RfmProgress progress) {
        boolean more = runs.before(run.id()).filter(before -> rows.clear(before, CHUNK) == CHUNK).isPresent();
        return progress.at(more ? Stage.CLEARING : Stage.DONE);
    }

    private RfmProgress advance(RunningJob running, Supplier<RfmProgress> chunk) {
        RfmProgress[] after = new RfmProgress[1];
        running.advance(() -> {
            after[0] = chunk.get();
            return new JobStep(after[0].done(), json.write(after[0]), List.of());
        });
        return Objects.requireNonNull(after[0]);
    }
}
