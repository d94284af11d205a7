package id.setia.offers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for telling members of offers: who has not been told of which, and that they were. */
@Singleton
public class OfferAnnouncements {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Offers offers;
    private final OfferPlans plans;
    private final OfferMembers members;
    private final OfferBudgets budgets;
    private final Settings settings;
    private final BusinessClock clock;

    OfferAnnouncements(
            Offers offers,
            OfferPlans plans,
            OfferMembers members,
            OfferBudgets budgets,
            Settings settings,
            BusinessClock clock) {
        this.offers = offers;
        this.plans = plans;
        this.members = members;
        this.budgets = budgets;
        this.settings = settings;
        this.clock = clock;
    }

    /** A member to be told of an offer. */
    public record Announcement(UUID offerId, UUID memberId, Instant endsAt) {}

    /**
     * Members to be told of a running offer that is announced and not used up: those noted and not held out who were told of fewer offers in
     * the last seven days than the setting allows. At most one for each member; at most so many.
     */
    public List<Announcement> due(int limit) {
        Instant now = clock.now();
        int perWeek = settings.read(OfferPolicy.SETTING, OfferPolicy.class, OfferPolicy.USUAL).value().announcedPerWeek();
        List<Announcement> due = new ArrayList<>();
        List<Offer> running = offers.active().stream()
                .filter(offer -> offer.announced() && offer.runsAt(now))
                .toList();
        Set<UUID> usedUp = budgets.usedUp(running);
        for (Offer offer : running) {
            if (!usedUp.contains(offer.id()) && due.size() < limit) {
                members.unannounced(offer.id(), now.minus(WEEK), perWeek, limit - due.size()).stream()
                        .filter(member -> due.stream().noneMatch(other -> other.memberId().equals(member)))
                        .map(member -> new Announcement(offer.id(), member, offer.endsAt()))
                        .forEach(due::add);
            }
        }
        return due;
    }

    /** Notes, in the running transaction, that members were told; false for one who was by somebody else. */
    public boolean announced(Announcement announcement) {
        return members.announce(announcement.offerId(), announcement.memberId(), clock.now());
    }

    /** The offer's name, also when it has ended. */
    public Optional<LocalText> name(UUID offerId) {
        return offers.find(offerId).map(Offer::name).or(() -> plans.find(offerId).map(OfferPlan::name));
    }
}
