package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.audiences.AudienceFacts;
import id.setia.audiences.Audiences;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to a member's offers: what they have, and activating. */
@Singleton
public class MemberOffers {

    private final Offers offers;
    private final Activations activations;
    private final Audiences audiences;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    MemberOffers(
            Offers offers,
            Activations activations,
            Audiences audiences,
            Outbox outbox,
            IdMaker ids,
            Json json,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.offers = offers;
        this.activations = activations;
        this.audiences = audiences;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The offers the member has now, used ones last. With consent to profiling the most personal come first, else those
     * that end first.
     */
    public List<OfferResponse> of(OfferMember member) {
        Instant now = clock.now();
        Map<UUID, Activation> known = activations.of(Set.of(member.memberId())).stream()
                .collect(Collectors.toMap(Activation::offerId, activation -> activation));
        List<Offer> running = offers.active().stream().filter(offer -> offer.runsAt(now)).toList();
        AudienceFacts facts = facts(member, running, now);
        return running.stream()
                .filter(offer -> offer.audience().matches(facts))
                .sorted(Comparator.comparingInt(offer -> member.profiling() ? generality(offer.audience()) : 0))
                .map(offer -> response(
                        member, offer, known.getOrDefault(offer.id(), Activation.none(member.memberId(), offer.id()))))
                .sorted(Comparator.comparing(offer -> offer.state() == OfferState.USED))
                .toList();
    }

    /** The same without those that have served as often as they may. */
    public List<OfferResponse> usableOf(OfferMember member) {
        return of(member).stream().filter(offer -> offer.state() != OfferState.USED).toList();
    }

    /**
     * Activates an offer; one that is active stays so, and one that needs no activation applies anyway.
     *
     * @throws Problem {@code offer_not_found}, {@code offer_not_available} when it is not in force or not for the member,
     *     {@code offer_already_used} when it has served as often as it may
     */
    public OfferResponse activate(OfferMember member, UUID offerId) {
        return change(member, offerId, true);
    }

    /** Takes an activation back; refused as {@link #activate} is. */
    public OfferResponse deactivate(OfferMember member, UUID offerId) {
        return change(member, offerId, false);
    }

    private OfferResponse change(OfferMember member, UUID offerId, boolean wanted) {
        Instant now = clock.now();
        Offer offer = offers.find(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
        if (!offer.runsAt(now) || !offer.audience().matches(facts(member, List.of(offer), now))) {
            throw Problem.of(ProblemCode.OFFER_NOT_AVAILABLE);
        }
        return transactions.write(connection -> {
            Activation before = activation(member.memberId(), offerId);
            if (offer.isUsedUpBy(before.uses())) {
                throw Problem.of(ProblemCode.OFFER_ALREADY_USED);
            }
            if (offer.needsActivation() && before.activatedAt().isPresent() != wanted) {
                write(member.memberId(), offerId, wanted, now);
            }
            return response(member, offer, activation(member.memberId(), offerId));
        });
    }

    private Activation activation(UUID memberId, UUID offerId) {
        return activations.of(Set.of(memberId)).stream()
                .filter(activation -> activation.offerId().equals(offerId))
                .findFirst()
                .orElse(Activation.none(memberId, offerId));
    }

    private void write(UUID memberId, UUID offerId, boolean wanted, Instant now) {
        if (wanted) {
            activations.activate(memberId, offerId, now);
        } else {
            activations.deactivate(memberId, offerId);
        }
        String payload = json.write(new OfferActivation(PublicId.MEMBER.format(memberId), PublicId.OFFER.format(offerId)));
        outbox.write(new Event(
                ids.next(),
                Optional.of(memberId),
                0,
                wanted ? "offer.activated" : "offer.deactivated",
                1,
                payload,
                now,
                now));
    }

    private AudienceFacts facts(OfferMember member, List<Offer> running, Instant now) {
        return member.facts(
                settings.current().dateOf(now).getMonth(),
                audiences
                        .of(List.of(member.memberId()), Offers.savedAudiences(running))
                        .getOrDefault(member.memberId(), Set.of()));
    }

    private OfferResponse response(OfferMember member, Offer offer, Activation activation) {
        return OfferResponse.of(
                offer, activation, OfferReasons.of(offer.audience(), member.tier(), member.profiling()));
    }

    private static int generality(Audience audience) {
        return switch (audience) {
            case Audience.BirthdayThisMonth birthday -> 0;
            case Audience.Saved saved -> 1;
            case Audience.InTiers inTiers -> 2;
            case Audience.Everyone everyone -> 3;
        };
    }
}
