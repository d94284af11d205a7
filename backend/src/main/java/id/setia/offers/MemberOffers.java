package id.setia.offers;

import id.setia.audiences.AudienceFacts;
import id.setia.audiences.Audiences;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleBookReading;
import id.setia.earning.RuleDefinition;
import id.setia.insights.Habits;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import id.setia.rewards.RedemptionAnswers;
import id.setia.rewards.Reward;
import id.setia.rewards.Rewards;
import id.setia.rewards.VoucherResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    private final EarningRules rules;
    private final Habits habits;
    private final Activations activations;
    private final Audiences audiences;
    private final OffersElsewhere elsewhere;
    private final OfferBudgets budgets;
    private final OfferGifts gifts;
    private final Rewards rewards;
    private final RedemptionAnswers redemptions;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    MemberOffers(
            Offers offers,
            EarningRules rules,
            Habits habits,
            Activations activations,
            Audiences audiences,
            OffersElsewhere elsewhere,
            OfferBudgets budgets,
            OfferGifts gifts,
            Rewards rewards,
            RedemptionAnswers redemptions,
            Outbox outbox,
            IdMaker ids,
            Json json,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.offers = offers;
        this.rules = rules;
        this.habits = habits;
        this.activations = activations;
        this.audiences = audiences;
        this.elsewhere = elsewhere;
        this.budgets = budgets;
        this.gifts = gifts;
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The offers the member has now, used ones last. With consent to profiling those come first that fit what the member
     * buys, and the reason says so; else those that end first, without a personal reason. Partners that do not own the
     * programme see only what may serve at theirs and says nothing of the member.
     */
    public List<OfferResponse> of(OfferMember member) {
        return of(member, read(member.memberId()));
    }

    private OfferReading read(UUID memberId) {
        Sheaf sheaf = new Sheaf();
        OfferReading reading = read(memberId, sheaf);
        transactions.read(sheaf);
        return reading;
    }

    /** Adds what decides a member's offers to the sheaf; known once that is read. */
    public OfferReading read(UUID memberId, Sheaf sheaf) {
        Instant now = clock.now();
        List<Offer> running = offers.active().stream().filter(offer -> offer.runsAt(now)).toList();
        RuleBookReading book = rules.read(sheaf);
        OfferReading reading = OfferReading.of(
                running,
                book,
                audiences.read(memberId, Offers.savedAudiences(running), sheaf),
                budgets.read(running, sheaf),
                areForAnything(benefits(running, book.before()).values())
                        ? Optional.empty()
                        : Optional.of(habits.read(memberId, sheaf)));
        Activations.read(List.of(memberId), sheaf, activation -> reading.known().put(activation.offerId(), activation));
        return reading;
    }

    private List<OfferResponse> of(OfferMember member, OfferReading reading) {
        Instant now = clock.now();
        Map<UUID, Activation> known = reading.known();
        List<Offer> running = reading.running();
        AudienceFacts facts = member.facts(settings.current().dateOf(now).getMonth(), reading.audiences());
        Map<UUID, Reward> offered = offeredRewards(running, now);
        List<Offer> meant = running.stream()
                .filter(offer -> offer.audience().matches(facts) && !offer.holdsOut(member.memberId()))
                .filter(offer -> gives(offer, offered, member, Optional.ofNullable(known.get(offer.id()))))
                .filter(offer -> member.otherPartner()
                        .map(partner -> elsewhere.shows(offer, member, rules.book(), offered, partner))
                        .orElse(true))
                .toList();
        List<OfferFit> ranked = member.profiling()
                ? ranked(member, meant, offered, reading)
                : meant.stream().map(offer -> OfferFit.of(offer, Set.of(), Map.of(), 0)).toList();
        Set<UUID> usedUp = OfferBudgets.usedUp(meant, reading.counters());
        Map<UUID, VoucherResponse> vouchers = vouchers(member, known.values());
        return ranked.stream()
                .map(fit -> response(
                        member,
                        fit,
                        usedUp,
                        known.getOrDefault(
                                fit.offer().id(), Activation.none(member.memberId(), fit.offer().id())),
                        vouchers))
                .sorted(Comparator.comparing(offer -> offer.state() == OfferState.USED))
                .toList();
    }

    /** The rewards whose vouchers offers give, as far as anybody can have them now; read only where an offer gives one. */
    private Map<UUID, Reward> offeredRewards(List<Offer> running, Instant now) {
        return running.stream().allMatch(offer -> offer.rewardId().isEmpty())
                ? Map.of()
                : rewards.published().stream()
                        .filter(reward -> reward.isOffered(now))
                        .collect(Collectors.toMap(Reward::id, reward -> reward));
    }

    /** An offer whose voucher cannot be had now, or not by the member's tier, is only for those who have it. */
    private static boolean gives(
            Offer offer, Map<UUID, Reward> offered, OfferMember member, Optional<Activation> activation) {
        return offer.rewardId().isEmpty()
                || Optional.ofNullable(offered.get(offer.rewardId().get()))
                        .filter(reward -> reward.isFor(member.tier().code()))
                        .isPresent()
                || activation.flatMap(Activation::redemptionId).isPresent();
    }

    /** The vouchers that offers gave the member, by redemption; read only where one did. */
    private Map<UUID, VoucherResponse> vouchers(OfferMember member, Collection<Activation> known) {
        List<UUID> given = known.stream().flatMap(activation -> activation.redemptionId().stream()).toList();
        return given.isEmpty() ? Map.of() : redemptions.vouchers(given, member.own());
    }

    /** What the member bought is read only where an offer is for some categories. */
    private List<OfferFit> ranked(
            OfferMember member, List<Offer> meant, Map<UUID, Reward> offered, OfferReading reading) {
        Map<UUID, RuleDefinition> benefits = benefits(meant, reading.rules().book());
        Map<String, Long> bought = areForAnything(benefits.values())
                ? Map.of()
                : bought(member.memberId(), reading);
        return meant.stream()
                .map(offer -> {
                    Optional<RuleDefinition> benefit = Optional.ofNullable(benefits.get(offer.id()));
                    return OfferFit.of(
                            offer,
                            benefit.map(of -> of.conditions().categories()).orElse(Set.of()),
                            bought,
                            benefit.map(MemberOffers::worth)
                                    .or(() -> offer.rewardId().map(offered::get).map(Reward::points))
                                    .orElse(0L));
                })
                .sorted(OfferFit.BEST_FIRST)
                .toList();
    }

    /** Read by itself only where rules were published in the last moment. */
    private Map<String, Long> bought(UUID memberId, OfferReading reading) {
        return reading.bought().orElseGet(() -> habits.of(memberId));
    }

    private static Map<UUID, RuleDefinition> benefits(List<Offer> offers, RuleBook book) {
        Map<UUID, RuleDefinition> benefits = new HashMap<>();
        offers.forEach(offer -> offer.ruleId().flatMap(book::latest).ifPresent(benefit -> benefits.put(offer.id(), benefit)));
        return benefits;
    }

    private static boolean areForAnything(Collection<RuleDefinition> benefits) {
        return benefits.stream().allMatch(benefit -> benefit.conditions().categories().isEmpty());
    }

    /** Only a fixed number of points can be told beforehand; a voucher is worth its price. */
    private static long worth(RuleDefinition benefit) {
        return benefit.effect() instanceof Effect.Bonus bonus ? bonus.points() : 0;
    }

    /** The same without those that have served as often as they may. */
    public List<OfferResponse> usableOf(OfferMember member) {
        return usableOf(member, read(member.memberId()));
    }

    /** The same of what was read before. */
    public List<OfferResponse> usableOf(OfferMember member, OfferReading reading) {
        return of(member, reading).stream().filter(offer -> offer.state() != OfferState.USED).toList();
    }

    /**
     * Activates an offer; one that is active stays so, and one that needs no activation applies anyway. An offer of a voucher
     * gives it at once, and once.
     *
     * @throws Problem {@code offer_not_found}, {@code offer_not_available} when it is not in force or not for the member,
     *     {@code offer_already_used} when it has served as often as it may, {@code offer_used_up} when all together have
     *     used up its budget, or the stock of the reward whose voucher it gives; {@code tier_required} and
     *     {@code member_limit_reached} as that reward says; as {@link Reward#refuseUnlessOffered}
     */
    public OfferResponse activate(OfferMember member, UUID offerId) {
        return change(member, offerId, true);
    }

    /**
     * Takes an activation back, with the voucher it gave; refused as {@link #activate} is.
     *
     * @throws Problem {@code redemption_final} when the voucher has expired or its imported code was shown
     */
    public OfferResponse deactivate(OfferMember member, UUID offerId) {
        return change(member, offerId, false);
    }

    private OfferResponse change(OfferMember member, UUID offerId, boolean wanted) {
        Instant now = clock.now();
        Offer offer = offers.find(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
        if (!offer.runsAt(now)
                || offer.holdsOut(member.memberId())
                || !offer.audience().matches(facts(member, List.of(offer), now))) {
            throw Problem.of(ProblemCode.OFFER_NOT_AVAILABLE);
        }
        if (offer.rewardId().isPresent()) {
            return changeVoucher(member, offer, wanted);
        }
        return transactions.write(connection -> {
            Activation before = activation(member.memberId(), offerId);
            if (offer.isUsedUpBy(before.uses())) {
                throw Problem.of(ProblemCode.OFFER_ALREADY_USED);
            }
            Set<UUID> usedUp = budgets.usedUp(List.of(offer));
            if (wanted && usedUp.contains(offerId)) {
                throw Problem.of(ProblemCode.OFFER_USED_UP);
            }
            if (offer.needsActivation() && before.activatedAt().isPresent() != wanted) {
                write(member.memberId(), offerId, wanted, now);
            }
            return response(
                    member,
                    OfferFit.of(offer, Set.of(), Map.of(), 0),
                    usedUp,
                    activation(member.memberId(), offerId),
                    Map.of());
        });
    }

    private OfferResponse changeVoucher(OfferMember member, Offer offer, boolean wanted) {
        return transactions.write(connection -> {
            if (wanted) {
                gifts.give(offer, member.memberId());
            } else {
                gifts.takeBack(offer, member.memberId());
            }
            Activation after = activation(member.memberId(), offer.id());
            return response(
                    member,
                    OfferFit.of(offer, Set.of(), Map.of(), 0),
                    budgets.usedUp(List.of(offer)),
                    after,
                    vouchers(member, List.of(after)));
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

    private static OfferResponse response(
            OfferMember member,
            OfferFit fit,
            Set<UUID> usedUp,
            Activation activation,
            Map<UUID, VoucherResponse> vouchers) {
        return OfferResponse.of(
                fit.offer(),
                activation,
                usedUp.contains(fit.offer().id()),
                fit.often()
                        .map(OfferReasons::habit)
                        .orElseGet(() -> OfferReasons.of(fit.offer().audience(), member.tier(), member.profiling())),
                activation.redemptionId().map(vouchers::get));
    }
}
