package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
import id.setia.approvals.Approvals;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.jobs.Job;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for judging purchases again: a trial says what would happen, and only then are points put right, beyond the
 * limits of points by hand with a second person's yes.
 */
@Singleton
class Rejudgements implements ApprovableAct {

    static final String KIND = "rejudgement";

    private final RejudgementRows rows;
    private final RejudgementAnswers answers;
    private final Jobs jobs;
    private final Approvals approvals;
    private final ManualPoints manual;
    private final AdjustmentDays days;
    private final EarningRules rules;
    private final IdempotencyKeys requests;
    private final Transactions transactions;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final IdMaker ids;

    Rejudgements(
            RejudgementRows rows,
            RejudgementAnswers answers,
            Jobs jobs,
            Approvals approvals,
            ManualPoints manual,
            AdjustmentDays days,
            EarningRules rules,
            IdempotencyKeys requests,
            Transactions transactions,
            ProgramSettings settings,
            BusinessClock clock,
            AuditTrail audit,
            IdMaker ids) {
        this.rows = rows;
        this.answers = answers;
        this.jobs = jobs;
        this.approvals = approvals;
        this.manual = manual;
        this.days = days;
        this.rules = rules;
        this.requests = requests;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.ids = ids;
    }

    Rejudgement find(UUID id) {
        return rows.find(id).orElseThrow(() -> Problem.of(ProblemCode.REJUDGEMENT_NOT_FOUND));
    }

    /**
     * Queues the trial.
     *
     * @throws Problem {@code rule_not_found}, {@code rule_version_not_found}, {@code rule_in_force}
     */
    Rejudgement begin(Caller.SignedInStaff by, Optional<String> key, UUID ruleId, JudgeAgainRequest asked) {
        RuleBook book = rules.book();
        RuleVersion wrong = wrong(book, ruleId, asked.version());
        refuseInForce(book, wrong);
        Optional<Integer> replacement = replacement(book, wrong, asked.replacement());
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(
                by, key, "judge_again", PublicId.RULE.format(ruleId) + asked);
        UUID id = requests.once(request, ids.next(), made -> {
            Job trial = jobs.create(new NewJob(
                    RejudgementTrialWorker.KIND, wrong.code(), made.toString(), Optional.of(by.staffId())));
            rows.insert(new Rejudgement(
                    made, ruleId, wrong.version(), Optional.ofNullable(asked.from()), replacement,
                    Boolean.TRUE.equals(asked.keepGains()), asked.reason().strip(), trial.id(), Optional.empty(),
                    Optional.empty(), by.staffId(), clock.now(), Optional.empty(), Optional.empty()));
            audit.record(
                    by, "rejudgement.tried", "rule", ruleId,
                    "rejudgement", PublicId.REJUDGEMENT.format(made), "version", String.valueOf(wrong.version()),
                    "reason", asked.reason().strip());
        }).resourceId();
        return find(id);
    }

    private RuleVersion wrong(RuleBook book, UUID ruleId, Integer version) {
        List<RuleVersion> versions = book.versions(ruleId);
        if (versions.isEmpty()) {
            throw Problem.of(ProblemCode.RULE_NOT_FOUND);
        }
        Instant now = clock.now();
        return versions.stream()
                .filter(found -> !found.isEnd() && !found.from().isAfter(now))
                .filter(found -> found.definition().trigger() == Trigger.PURCHASE)
                .filter(found -> version == null || found.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.RULE_VERSION_NOT_FOUND));
    }

    private void refuseInForce(RuleBook book, RuleVersion wrong) {
        if (book.inForce(Trigger.PURCHASE, clock.now()).contains(wrong)) {
            throw Problem.of(ProblemCode.RULE_IN_FORCE);
        }
    }

    private static Optional<Integer> replacement(RuleBook book, RuleVersion wrong, Integer asked) {
        if (asked == null) {
            return Optional.empty();
        }
        boolean judges = book.version(wrong.ruleId(), asked)
                .filter(version -> !version.isEnd() && version.version() != wrong.version())
                .isPresent();
        if (!judges) {
            throw Problem.invalid("/replacement", "value_unknown", asked);
        }
        return Optional.of(asked);
    }

    /**
     * Has the points put right, or asks for a second person's yes. Repeating it changes nothing.
     *
     * @throws Problem {@code rejudgement_not_found}, {@code rejudgement_not_tried}
     */
    Rejudgement start(Caller.SignedInStaff by, UUID id) {
        return transactions.write(connection -> {
            Rejudgement run = rows.lock(id).orElseThrow(() -> Problem.of(ProblemCode.REJUDGEMENT_NOT_FOUND));
            return switch (answers.state(run)) {
                case WAITING, CORRECTING, DONE -> run;
                case TRYING, FAILED -> throw Problem.of(ProblemCode.REJUDGEMENT_NOT_TRIED);
                case TRIED -> startTried(by, run);
            };
        });
    }

    private Rejudgement startTried(Caller.SignedInStaff by, Rejudgement run) {
        long moved = moved(run);
        RoleLimit limit = manual.limits().of(by.roles());
        LocalDate today = settings.current().dateOf(clock.now());
        if (moved <= limit.perAct() && days.add(by.staffId(), today, 0) + moved <= limit.perDay()) {
            days.add(by.staffId(), today, moved);
            return queue(by, run);
        }
        Rejudgement waiting = run.awaiting(ids.next());
        approvals.request(
                waiting.approvalId().orElseThrow(), by, KIND, Optional.empty(), PublicId.REJUDGEMENT.format(run.id()));
        rows.advance(waiting);
        return waiting;
    }

    private long moved(Rejudgement run) {
        RejudgementCounts tried = answers.counts(jobs.find(run.trialJobId()));
        return tried.taken() + tried.given();
    }

    private Rejudgement queue(Caller.SignedInStaff by, Rejudgement run) {
        Job job = jobs.create(new NewJob(
                RejudgementWorker.KIND, jobs.find(run.trialJobId()).map(Job::title).orElse(""), run.id().toString(),
                Optional.of(by.staffId())));
        Rejudgement started = run.started(job.id(), by.staffId(), clock.now());
        rows.advance(started);
        audit.record(
                by, "rejudgement.started", "rule", run.ruleId(),
                "rejudgement", PublicId.REJUDGEMENT.format(run.id()), "reason", run.reason());
        return started;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        Rejudgement run = asked(approval);
        RejudgementCounts tried = answers.counts(jobs.find(run.trialJobId()));
        LocalText taken = MoneyText.number(tried.taken());
        LocalText given = MoneyText.number(tried.given());
        LocalText members = MoneyText.number(tried.members());
        return new Summary(
                LocalText.of(
                        "Hitung ulang: " + members.id() + " anggota, tarik " + taken.id() + MoneyText.TIE + "poin, beri "
                                + given.id() + MoneyText.TIE + "poin",
                        "Judge again: " + members.en() + " members, take " + taken.en() + MoneyText.TIE + "points, give "
                                + given.en() + MoneyText.TIE + "points"),
                "",
                answers.name(run),
                run.reason());
    }

    @Override
    public Optional<String> subject(Approval approval) {
        return Optional.of(approval.content());
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        if (!manual.limits().mayApprove(by.roles())) {
            throw Problem.of(ProblemCode.ROLE_MAY_NOT_APPROVE);
        }
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        Rejudgement run = rows.lock(asked(approval).id()).orElseThrow();
        if (run.correctionJobId().isEmpty()) {
            queue(approver, run);
        }
    }

    private Rejudgement asked(Approval approval) {
        return find(PublicId.REJUDGEMENT.parseOr(approval.content(), ProblemCode.REJUDGEMENT_NOT_FOUND));
    }
}
