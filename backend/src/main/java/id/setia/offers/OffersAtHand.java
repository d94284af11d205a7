package id.setia.offers;

import id.setia.audiences.AudienceFacts;
import id.setia.audiences.Audiences;
import id.setia.kernel.Batch;
import id.setia.kernel.Sheaf;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The door for judging purchases: which offers of a member may serve one, and that one did. */
@Singleton
public class OffersAtHand {

    private final Offers offers;
    private final Activations activations;
    private final Audiences audiences;
    private final ProgramSettings settings;

    OffersAtHand(Offers offers, Activations activations, Audiences audiences, ProgramSettings settings) {
        this.offers = offers;
        this.activations = activations;
        this.audiences = audiences;
        this.settings = settings;
    }

    /** Adds to the batch that the offer served a purchase; under the member's lock. */
    public void markUsed(Batch batch, UUID memberId, UUID offerId, Instant now) {
        activations.use(batch, memberId, offerId, now);
    }

    /** Adds to the batch that what a merged member activated and used counts for the survivor; under both locks. */
    public void merge(Batch batch, UUID memberId, UUID survivorId) {
        activations.merge(batch, memberId, survivorId);
    }

    /** Adds what decides a member's offers to the sheaf; known once that is read. */
    public DeskReading read(UUID memberId, Sheaf sheaf) {
        List<Offer> active = offers.withRules();
        List<Activation> known = new ArrayList<>();
        Activations.read(List.of(memberId), sheaf, known::add);
        return new DeskReading(
                active, known, Map.of(memberId, audiences.read(memberId, Offers.savedAudiences(active), sheaf)));
    }

    /**
     * The same for many, under their locks. Saved audiences are read at once, where an offer is for one, by a statement of
     * their own: in these a member is as of the arrival.
     */
    public DeskReading read(Collection<UUID> members, Sheaf sheaf) {
        List<Offer> active = offers.withRules();
        List<Activation> known = new ArrayList<>();
        Activations.read(members, sheaf, known::add);
        return new DeskReading(active, known, audiences.of(members, Offers.savedAudiences(active)));
    }

    /** Opens a desk of what was read before. */
    public Desk desk(DeskReading read) {
        Desk desk = new Desk(read);
        read.known().forEach(desk::put);
        return desk;
    }

    /** What the members of one transaction have activated and used, its own purchases counted. */
    public final class Desk {

        private final Map<UUID, Map<UUID, Activation>> known = new HashMap<>();
        private final DeskReading read;

        private Desk(DeskReading read) {
            this.read = read;
        }

        private void put(Activation activation) {
            known.computeIfAbsent(activation.memberId(), ignored -> new HashMap<>())
                    .put(activation.offerId(), activation);
        }

        /**
         * Which offers may serve a purchase of the moment; whether their budgets leave anything, shows when they are
         * judged.
         */
        public List<UsableOffer> usable(MemberAtHand member, Instant purchaseTime) {
            AudienceFacts facts = new AudienceFacts(
                    member.tier().code(),
                    member.birthDate(),
                    settings.current().dateOf(purchaseTime).getMonth(),
                    read.audiences().getOrDefault(member.memberId(), Set.of()));
            return read.active().stream()
                    .filter(offer -> offer.runsAt(purchaseTime) && offer.audience().matches(facts))
                    .filter(offer -> !offer.holdsOut(member.memberId()))
                    .filter(offer -> isUsable(offer, activation(member.memberId(), offer)))
                    .map(offer -> new UsableOffer(offer.id(), offer.ruleId().orElseThrow()))
                    .toList();
        }

        /** Adds to the batch that the offer served a purchase. */
        public void markUsed(Batch batch, UUID memberId, UUID offerId, Instant now) {
            activations.use(batch, memberId, offerId, now);
            Activation before = known.getOrDefault(memberId, Map.of())
                    .getOrDefault(offerId, Activation.none(memberId, offerId));
            put(before.usedOnceMore());
        }

        private Activation activation(UUID memberId, Offer offer) {
            return known.getOrDefault(memberId, Map.of())
                    .getOrDefault(offer.id(), Activation.none(memberId, offer.id()));
        }

        private static boolean isUsable(Offer offer, Activation activation) {
            return !offer.isUsedUpBy(activation.uses())
                    && (!offer.needsActivation() || activation.activatedAt().isPresent());
        }
    }
}
