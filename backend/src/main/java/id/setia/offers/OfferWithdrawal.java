package id.setia.offers;

import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.jobs.RunningJob;
import id.setia.limits.LimitDesk;
import id.setia.limits.Limits;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.rewards.RewardIssue;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Withdraws, when an offer is ended or stopped, the vouchers it gave: those nobody used at once, a used one with its use; an
 * imported code that was shown stays good. The job's counts are the last redemption looked at.
 */
@Singleton
class OfferWithdrawal implements JobWorker {

    private static final String KIND = "offer_vouchers";
    private static final int CHUNK = 100;

    private final OfferPlans plans;
    private final Activations activations;
    private final RewardIssue issue;
    private final Limits limits;
    private final PointsLedger points;
    private final Jobs jobs;

    OfferWithdrawal(
            OfferPlans plans,
            Activations activations,
            RewardIssue issue,
            Limits limits,
            PointsLedger points,
            Jobs jobs) {
        this.plans = plans;
        this.activations = activations;
        this.issue = issue;
        this.limits = limits;
        this.points = points;
        this.jobs = jobs;
    }

    /** Queues the job in the running transaction. */
    void queue(UUID offerId) {
        jobs.create(
                new NewJob(KIND, offerId.toString(), offerId.toString(), Optional.empty()), InputStream::nullInputStream);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) {
        UUID offerId = UUID.fromString(running.job().parameters());
        Optional<UUID> after = Optional.of(running.job().counts())
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString);
        long done = running.job().checkpoint();
        List<Activation> found = activations.given(offerId, after, CHUNK);
        while (!found.isEmpty()) {
            done += found.size();
            withdraw(running, offerId, found, done);
            after = found.getLast().redemptionId();
            found = activations.given(offerId, after, CHUNK);
        }
    }

    private void withdraw(RunningJob running, UUID offerId, List<Activation> found, long done) {
        UUID rewardId = plans.find(offerId).flatMap(OfferPlan::rewardId).orElseThrow();
        running.advance(() -> {
            points.post(session -> {
                session.lock(found.stream().map(Activation::memberId).toList());
                withdraw(session, offerId, rewardId, found);
                return null;
            });
            return new JobStep(done, found.getLast().redemptionId().orElseThrow().toString(), List.of());
        });
    }

    private void withdraw(LedgerSession session, UUID offerId, UUID rewardId, List<Activation> found)
            throws SQLException {
        LimitDesk desk = limits.lock(session.connection(), Set.of(offerId, rewardId));
        for (Activation activation : found) {
            UUID redemption = activation.redemptionId().orElseThrow();
            if (issue.withdraw(session.connection(), session.batch(), desk, redemption, session.now())) {
                desk.giveBack(offerId, 1);
            }
        }
        desk.write(session.batch());
    }
}
