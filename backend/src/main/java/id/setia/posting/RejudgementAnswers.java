package id.setia.posting;

import id.setia.access.StaffNames;
import id.setia.approvals.ApprovalState;
import id.setia.approvals.Approvals;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleDefinition;
import id.setia.jobs.Job;
import id.setia.jobs.Jobs;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Judging again as staff read it. */
@Singleton
class RejudgementAnswers {

    private final Jobs jobs;
    private final Approvals approvals;
    private final EarningRules rules;
    private final RejudgementRun run;
    private final StaffNames names;

    RejudgementAnswers(Jobs jobs, Approvals approvals, EarningRules rules, RejudgementRun run, StaffNames names) {
        this.jobs = jobs;
        this.approvals = approvals;
        this.rules = rules;
        this.run = run;
        this.names = names;
    }

    RejudgementResponse of(Rejudgement rejudgement) {
        Optional<Job> trial = jobs.find(rejudgement.trialJobId());
        Optional<Job> correction = rejudgement.correctionJobId().flatMap(jobs::find);
        return new RejudgementResponse(
                PublicId.REJUDGEMENT.format(rejudgement.id()),
                PublicId.RULE.format(rejudgement.ruleId()),
                name(rejudgement),
                rejudgement.version(),
                rejudgement.boughtFrom().orElse(null),
                rejudgement.replacement().orElse(null),
                rejudgement.keepsGains(),
                rejudgement.reason(),
                state(rejudgement, trial, correction),
                correction.or(() -> trial).map(job -> job.total().orElse(0)).orElse(0L),
                RejudgementCountsResponse.of(counts(trial)),
                correction.map(job -> RejudgementCountsResponse.of(run.counts(job.counts()))).orElse(null),
                rejudgement.approvalId().map(PublicId.APPROVAL::format).orElse(null),
                names.of(Set.of(rejudgement.requestedBy())).get(rejudgement.requestedBy()),
                rejudgement.requestedAt());
    }

    LocalText name(Rejudgement rejudgement) {
        return rules.book()
                .version(rejudgement.ruleId(), rejudgement.version())
                .map(version -> version.definition())
                .map(RuleDefinition::name)
                .orElse(LocalText.of("-", "-"));
    }

    RejudgementCounts counts(Optional<Job> job) {
        return job.map(found -> run.counts(found.counts())).orElse(RejudgementCounts.NONE);
    }

    RejudgementState state(Rejudgement rejudgement) {
        return state(
                rejudgement,
                jobs.find(rejudgement.trialJobId()),
                rejudgement.correctionJobId().flatMap(jobs::find));
    }

    private RejudgementState state(Rejudgement rejudgement, Optional<Job> trial, Optional<Job> correction) {
        if (correction.isPresent()) {
            return switch (correction.get().state()) {
                case QUEUED, RUNNING -> RejudgementState.CORRECTING;
                case DONE -> RejudgementState.DONE;
                case FAILED, STOPPED -> RejudgementState.FAILED;
            };
        }
        if (rejudgement.approvalId().filter(this::waits).isPresent()) {
            return RejudgementState.WAITING;
        }
        return switch (trial.orElseThrow().state()) {
            case QUEUED, RUNNING -> RejudgementState.TRYING;
            case DONE -> RejudgementState.TRIED;
            case FAILED, STOPPED -> RejudgementState.FAILED;
        };
    }

    private boolean waits(UUID approvalId) {
        return approvals.find(approvalId)
                .filter(approval -> approval.state() == ApprovalState.WAITING)
                .isPresent();
    }
}
