package id.setia.posting;

import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.earning.RuleSentences;
import id.setia.jobs.Job;
import id.setia.jobs.JobState;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door for trying a rule on past purchases. */
@Singleton
class BackTests {

    private static final int SHOWN = 50;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final RuleChanges changes;
    private final RuleSentences sentences;
    private final PartnerDirectory partners;
    private final Jobs jobs;
    private final IdempotencyKeys requests;
    private final ProgramSettings settings;
    private final IdMaker ids;
    private final Json json;

    BackTests(
            RuleChanges changes,
            RuleSentences sentences,
            PartnerDirectory partners,
            Jobs jobs,
            IdempotencyKeys requests,
            ProgramSettings settings,
            IdMaker ids,
            Json json) {
        this.changes = changes;
        this.sentences = sentences;
        this.partners = partners;
        this.jobs = jobs;
        this.requests = requests;
        this.settings = settings;
        this.ids = ids;
        this.json = json;
    }

    /** Queues it. */
    BackTestResponse queue(Caller.SignedInStaff by, Optional<String> key, BackTestRequest request) {
        String order = json.write(order(request));
        UUID jobId = requests.once(
                        new IdempotencyKeys.Request(by, key, "back_test", order),
                        ids.next(),
                        id -> jobs.create(id, new NewJob(BackTestWorker.KIND, "back-test", order, Optional.of(by.staffId()))))
                .resourceId();
        return find(jobId);
    }

    private BackTestOrder order(BackTestRequest request) {
        for (boolean first : List.of(true, false)) {
            int year = (first ? request.from() : request.until()).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw Problem.invalid(first ? "/from" : "/until", "time_out_of_range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
            }
        }
        if (request.until().isBefore(request.from())) {
            throw Problem.invalid("/until", "end_before_start");
        }
        RuleChange change = changes.of(request.terms(), request.draftId(), request.ruleId(), request.version());
        Program program = settings.current();
        return new BackTestOrder(
                change.ofRule().orElse(null),
                Optional.ofNullable(request.draftId()).flatMap(PublicId.RULE_DRAFT::parse).orElse(null),
                request.version(),
                change.version().definition(),
                stores(request),
                program.startOf(request.from()),
                program.startOf(request.until().plusDays(1)),
                Optional.ofNullable(request.expectedUsePercent()).orElse(100));
    }

    private Set<UUID> stores(BackTestRequest request) {
        Set<UUID> stores = new TreeSet<>();
        for (String text : Optional.ofNullable(request.storeIds()).orElse(List.of())) {
            UUID id = PublicId.STORE.parseOr(text, ProblemCode.STORE_NOT_FOUND);
            stores.add(partners.store(id).orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND)).id());
        }
        return stores;
    }

    /** @throws Problem {@code job_not_found} */
    BackTestResponse find(UUID jobId) {
        return jobs.find(jobId)
                .filter(job -> job.kind().equals(BackTestWorker.KIND))
                .map(this::answer)
                .orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }

    List<BackTestResponse> latest() {
        return jobs.latest(List.of(BackTestWorker.KIND), SHOWN).stream().map(this::answer).toList();
    }

    private BackTestResponse answer(Job job) {
        BackTestOrder order = json.read(job.parameters(), BackTestOrder.class);
        Program program = settings.current();
        return new BackTestResponse(
                PublicId.JOB.format(job.id()),
                BackTestState.of(job.state()),
                job.checkpoint(),
                job.total().orElse(0),
                sentences.of(order.definition()),
                order.changes().map(PublicId.RULE::format).orElse(null),
                Optional.ofNullable(order.draftId()).map(PublicId.RULE_DRAFT::format).orElse(null),
                order.version(),
                order.storeIds().stream().map(PublicId.STORE::format).sorted().toList(),
                program.dateOf(order.from()),
                program.dateOf(order.until()).minusDays(1),
                job.createdAt(),
                job.finishedAt().orElse(null),
                job.state() == JobState.DONE ? json.read(job.counts(), BackTestResult.class) : null);
    }
}
