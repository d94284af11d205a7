package id.setia.offers;

import id.setia.audiences.Audiences;
import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes, when an offer begins and then once a day, whom it is meant for, and gives them its voucher where they need not
 * ask for it: only so can those who got it be compared with those
 * held out, whatever either group did since. The job's counts are the last member looked at.
 */
@Singleton
class OfferNoting implements JobWorker {

    private static final String KIND = "offer_members";
    private static final int CHUNK = 1_000;
    private static final int GIFTS = 100;

    private final Offers offers;
    private final OfferMembers rows;
    private final OfferGifts gifts;
    private final Audiences audiences;
    private final MemberRegistry members;
    private final Jobs jobs;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    OfferNoting(
            Offers offers,
            OfferMembers rows,
            OfferGifts gifts,
            Audiences audiences,
            MemberRegistry members,
            Jobs jobs,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.offers = offers;
        this.rows = rows;
        this.gifts = gifts;
        this.audiences = audiences;
        this.members = members;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Queues a job for each running offer whose members nobody noted today. */
    void queueDue() {
        Instant now = clock.now();
        Instant today = settings.current().startOf(settings.current().dateOf(now));
        offers.active().stream().filter(offer -> offer.runsAt(now)).forEach(offer -> transactions.write(connection -> {
            if (rows.begin(offer.id(), now, today)) {
                jobs.create(
                        new NewJob(KIND, offer.code(), offer.id().toString(), Optional.empty()),
                        InputStream::nullInputStream);
            }
            return null;
        }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) {
        Optional<Offer> offer = offers.find(UUID.fromString(running.job().parameters()));
        Optional<UUID> after = Optional.of(running.job().counts())
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString);
        long done = running.job().checkpoint();
        while (offer.isPresent()) {
            List<UUID> found = audiences.after(offer.get().audience(), after, CHUNK);
            if (found.isEmpty()) {
                return;
            }
            done += found.size();
            note(running, offer.get(), found, done);
            after = Optional.of(found.getLast());
        }
    }

    private void note(RunningJob running, Offer offer, List<UUID> found, long done) {
        Map<UUID, FoundMember> known = members.members(found);
        List<UUID> claimed = found.stream()
                .filter(id -> Optional.ofNullable(known.get(id))
                        .filter(member -> member.state() != MemberState.UNCLAIMED)
                        .isPresent())
                .toList();
        if (offer.rewardId().isPresent() && !offer.needsActivation()) {
            give(running, offer, claimed.stream().filter(member -> !offer.holdsOut(member)).toList());
        }
        running.advance(() -> {
            if (!claimed.isEmpty()) {
                rows.note(offer, claimed, clock.now());
            }
            return new JobStep(done, found.getLast().toString(), List.of());
        });
    }

    /** An offer that was ended meanwhile, or a reward nobody can have now, gives nothing. */
    private void give(RunningJob running, Offer offer, List<UUID> meant) {
        for (int first = 0; first < meant.size(); first += GIFTS) {
            running.hold();
            try {
                gifts.giveAll(offer, meant.subList(first, Math.min(meant.size(), first + GIFTS)));
            } catch (Problem over) {
                if (over.code() != ProblemCode.OFFER_NOT_AVAILABLE) {
                    throw over;
                }
                return;
            }
        }
    }
}
