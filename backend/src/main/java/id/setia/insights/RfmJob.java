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
import id.setia.members.MemberState;
import id.setia.purchases.MemberFigures;
import id.setia.purchases.PurchaseFigures;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes everybody's scores: gathers the figures of some thousand members at a time, cuts each figure into quintiles, and
 * lets the result be seen when it is whole; then counts what they often buy. Nothing is kept in memory but one chunk. A job cut
 * short goes on where it stood.
 */
@Singleton
class RfmJob implements JobWorker {

    static final String KIND = "rfm";

    private static final int CHUNK = 1_000;
    private static final int COUNTED_AT_ONCE = 10_000;

    private final RfmRunRows runs;
    private final RfmMemberRows rows;
    private final Rfm rfm;
    private final MemberPages pages;
    private final MemberRegistry members;
    private final PurchaseFigures purchases;
    private final Habits habits;
    private final BusinessClock clock;
    private final Json json;

    RfmJob(
            RfmRunRows runs,
            RfmMemberRows rows,
            Rfm rfm,
            MemberPages pages,
            MemberRegistry members,
            PurchaseFigures purchases,
            Habits habits,
            BusinessClock clock,
            Json json) {
        this.runs = runs;
        this.rows = rows;
        this.rfm = rfm;
        this.pages = pages;
        this.members = members;
        this.purchases = purchases;
        this.habits = habits;
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
                RfmQuintiles quintiles = count(running, run);
                RfmCuts cuts = rows.cuts(run, quintiles);
                yield advance(running, () -> {
                    runs.cut(run.id(), quintiles.members(), cuts);
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
            case HABITS -> advance(running, () -> habits(run, progress));
            case DONE -> progress;
        };
    }

    /** The next members' figures; of those merged they count for whom the member lives on as. */
    private RfmProgress gather(RfmRun run, RfmProgress progress) {
        List<MemberPages.Listed> page = pages.after(Optional.ofNullable(progress.after()), CHUNK);
        if (page.isEmpty()) {
            return progress.at(Stage.CUTTING);
        }
        UUID last = page.getLast().id();
        List<MemberFigures> figures = purchases.between(page.getFirst().id(), last, run.from(), run.asOf());
        List<MemberFigures> living = living(page, figures);
        rows.add(run.id(), living);
        return new RfmProgress(Stage.GATHERING, last, progress.done() + living.size());
    }

    private List<MemberFigures> living(List<MemberPages.Listed> page, List<MemberFigures> figures) {
        Map<UUID, MemberState> states =
                page.stream().collect(Collectors.toMap(MemberPages.Listed::id, MemberPages.Listed::state));
        Map<UUID, FoundMember> others = members.members(figures.stream()
                .map(MemberFigures::memberId)
                .filter(member -> states.getOrDefault(member, MemberState.MERGED) == MemberState.MERGED)
                .toList());
        return figures.stream()
                .flatMap(of -> {
                    FoundMember other = others.get(of.memberId());
                    MemberState state = other == null ? states.get(of.memberId()) : other.state();
                    return state == null || !takesPart(state)
                            ? Stream.empty()
                            : Stream.of(other == null ? of : of.countingFor(other.id()));
                })
                .toList();
    }

    private static boolean takesPart(MemberState state) {
        return switch (state) {
            case UNCLAIMED, ACTIVE, FROZEN -> true;
            case CLOSED, MERGED, ERASED -> false;
        };
    }

    /** Goes once over everybody's figures, which nobody changes any more. */
    private RfmQuintiles count(RunningJob running, RfmRun run) {
        RfmQuintiles quintiles = new RfmQuintiles();
        Optional<UUID> last = Optional.empty();
        do {
            running.hold();
            last = rows.count(run, last, COUNTED_AT_ONCE, quintiles);
        } while (last.isPresent());
        return quintiles;
    }

    /** The run before stays for readers that do not know of the new one yet. */
    private RfmProgress clear(RfmRun run, RfmProgress progress) {
        boolean more = runs.before(run.id()).filter(before -> rows.clear(before, CHUNK) == CHUNK).isPresent();
        return more ? progress : progress.fromTheFirst(Stage.HABITS);
    }

    private RfmProgress habits(RfmRun run, RfmProgress progress) {
        return habits.count(Optional.ofNullable(progress.after()), run.asOf())
                .map(last -> new RfmProgress(Stage.HABITS, last, progress.done()))
                .orElse(progress.at(Stage.DONE));
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
