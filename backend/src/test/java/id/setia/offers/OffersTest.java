package id.setia.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.audiences.Audience;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.Place;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.partners.PartnerDirectory;
import id.setia.program.ProgramSettings;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import id.setia.tiers.Tier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class OffersTest {

    private static final Tier RED = TestProgram.LADDER.lowest();
    private static final Tier GOLD = TestProgram.LADDER.find("gold").orElseThrow();

    @Inject
    TestProgram testProgram;

    @Inject
    Offers offers;

    @Inject
    MemberOffers memberOffers;

    @Inject
    OffersAtHand atHand;

    @Inject
    EarningRules rules;

    @Inject
    PartnerDirectory partners;

    @Inject
    ProgramSettings settings;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @BeforeEach
    void foundProgram() {
        testProgram.found();
    }

    @Test
    void an_offer_is_activated_taken_back_and_activated_again() {
        Offer offer = publish(new Audience.Everyone(), true, 1);
        OfferMember member = member(RED);

        OfferResponse activated = memberOffers.activate(member, offer.id());
        OfferResponse again = memberOffers.activate(member, offer.id());
        OfferResponse takenBack = memberOffers.deactivate(member, offer.id());
        OfferResponse takenBackAgain = memberOffers.deactivate(member, offer.id());

        assertThat(activated.state()).isEqualTo(OfferState.ACTIVATED);
        assertThat(again).isEqualTo(activated);
        assertThat(takenBack.state()).isEqualTo(OfferState.AVAILABLE);
        assertThat(takenBack.activatedAt()).isNull();
        assertThat(takenBackAgain).isEqualTo(takenBack);
        assertThat(memberOffers.activate(member, offer.id()).state()).isEqualTo(OfferState.ACTIVATED);
    }

    @Test
    void an_offer_that_needs_activation_serves_a_purchase_only_when_active_and_only_once() {
        Offer offer = publish(new Audience.Everyone(), true, 1);
        OfferMember member = member(RED);

        assertThat(usable(member, clock.now())).doesNotContain(usable(offer));
        memberOffers.activate(member, offer.id());
        assertThat(usable(member, clock.now())).contains(usable(offer));
        use(member, offer);
        assertThat(usable(member, clock.now())).doesNotContain(usable(offer));
        assertThat(stateOf(member, offer)).isEqualTo(OfferState.USED);
        assertThat(memberOffers.usableOf(member)).noneMatch(response -> isOf(response, offer));
    }

    @Test
    void a_used_offer_can_neither_be_activated_nor_taken_back() {
        Offer offer = publish(new Audience.Everyone(), true, 1);
        OfferMember member = member(RED);
        memberOffers.activate(member, offer.id());
        use(member, offer);

        assertRefused(() -> memberOffers.activate(member, offer.id()), ProblemCode.OFFER_ALREADY_USED);
        assertRefused(() -> memberOffers.deactivate(member, offer.id()), ProblemCode.OFFER_ALREADY_USED);
    }

    @Test
    void an_offer_without_activation_applies_at_once_as_often_as_it_may() {
        Offer twice = publish(new Audience.Everyone(), false, 2);
        Offer always = publish(new Audience.Everyone(), false, 0);
        OfferMember member = member(RED);

        use(member, twice);
        use(member, always);
        assertThat(usable(member, clock.now())).contains(usable(twice), usable(always));
        use(member, twice);
        use(member, always);
        assertThat(usable(member, clock.now())).contains(usable(always)).doesNotContain(usable(twice));
    }

    @Test
    void two_purchases_of_one_transaction_share_the_uses() {
        Offer offer = publish(new Audience.Everyone(), false, 1);
        OfferMember member = member(RED);
        MemberAtHand hand = new MemberAtHand(member.memberId(), member.tier(), member.birthDate());

        transactions.write(connection -> {
            Batch batch = new Batch();
            OffersAtHand.Desk desk = desk(member.memberId());
            assertThat(desk.usable(hand, clock.now())).contains(usable(offer));
            desk.markUsed(batch, member.memberId(), offer.id(), clock.now());
            assertThat(desk.usable(hand, clock.now())).doesNotContain(usable(offer));
            batch.flush(connection);
            return null;
        });

        assertThat(stateOf(member, offer)).isEqualTo(OfferState.USED);
    }

    @Test
    void only_those_it_is_meant_for_have_it() {
        Offer offer = publish(new Audience.InTiers(List.of("gold")), true, 1);

        assertThat(memberOffers.of(member(GOLD))).anyMatch(response -> isOf(response, offer));
        assertThat(memberOffers.of(member(RED))).noneMatch(response -> isOf(response, offer));
        assertRefused(() -> memberOffers.activate(member(RED), offer.id()), ProblemCode.OFFER_NOT_AVAILABLE);
    }

    @Test
    void a_birthday_offer_serves_purchases_of_the_birthday_month_also_for_those_born_on_29_february() {
        Offer offer = publish(new Audience.BirthdayThisMonth(), false, 1, Instant.parse("2023-01-01T00:00:00Z"));
        OfferMember leapling = born(LocalDate.of(1992, 2, 29));

        assertThat(usable(leapling, Instant.parse("2023-02-28T05:00:00Z"))).contains(usable(offer));
        assertThat(usable(leapling, Instant.parse("2023-02-28T17:30:00Z"))).doesNotContain(usable(offer));
        assertThat(usable(leapling, Instant.parse("2024-02-29T05:00:00Z"))).contains(usable(offer));
    }

    @Test
    void an_offer_counts_from_its_first_moment_until_it_ends() {
        Instant start = Instant.parse("2024-05-01T00:00:00Z");
        Offer offer = offers.publish(newOffer(
                new Audience.Everyone(), false, 0, start, Instant.parse("2024-06-01T00:00:00Z")));

        assertThat(usable(member(RED), start.minusNanos(1_000))).doesNotContain(usable(offer));
        assertThat(usable(member(RED), start)).contains(usable(offer));
        assertThat(usable(member(RED), offer.endsAt().minusNanos(1_000))).contains(usable(offer));
        assertThat(usable(member(RED), offer.endsAt())).doesNotContain(usable(offer));
        assertRefused(() -> memberOffers.activate(member(RED), offer.id()), ProblemCode.OFFER_NOT_AVAILABLE);
    }

    @Test
    void a_stopped_offer_is_gone() {
        Offer offer = publish(new Audience.Everyone(), false, 1);

        offers.stop(offer.id());

        assertThat(usable(member(RED), clock.now())).doesNotContain(usable(offer));
        assertRefused(() -> memberOffers.activate(member(RED), offer.id()), ProblemCode.OFFER_NOT_FOUND);
    }

    @Test
    void reasons_are_personal_only_with_consent_to_profiling() {
        Offer offer = publish(new Audience.InTiers(List.of("gold")), true, 1);
        OfferMember with = member(GOLD);
        OfferMember without = new OfferMember(with.memberId(), GOLD, Optional.empty(), false);

        assertThat(of(with, offer).reason()).isEqualTo(
                LocalText.of("Karena Anda anggota Emas", "Because you are a Gold member"));
        assertThat(of(without, offer).reason().id()).doesNotContain("Emas").doesNotContain("Karena");
    }

    @Test
    void tills_of_another_partner_see_only_what_may_serve_there_and_says_nothing_of_the_member() {
        UUID here = partners.createPartner(new Caller.Stranger(), "mitra-" + ids.next().toString().substring(24), "Mitra", false)
                .id();
        UUID anywhere = rule(Place.ANY);
        UUID elsewhere = rule(new Place(Set.of(ids.next()), Set.of(), Set.of()));
        Offer forAll = publish(new Audience.Everyone(), anywhere);
        Offer forBirthdays = publish(new Audience.BirthdayThisMonth(), anywhere);
        Offer forSome = publish(new Audience.Everyone(), elsewhere);
        LocalDate birthday = settings.current().dateOf(clock.now()).withDayOfMonth(1).minusYears(30);
        OfferMember member = new OfferMember(ids.next(), RED, Optional.of(birthday), false);
        OfferMember sharing = new OfferMember(member.memberId(), RED, Optional.of(birthday), true);

        assertThat(memberOffers.of(member)).filteredOn(response -> isAny(response, forAll, forBirthdays, forSome)).hasSize(3);
        assertThat(memberOffers.of(member.shownTo(here)))
                .filteredOn(response -> isAny(response, forAll, forBirthdays, forSome))
                .allMatch(response -> isOf(response, forAll))
                .hasSize(1);
        assertThat(memberOffers.of(sharing.shownTo(here))).anyMatch(response -> isOf(response, forBirthdays));
    }

    private static boolean isAny(OfferResponse response, Offer... some) {
        return Stream.of(some).anyMatch(offer -> isOf(response, offer));
    }

    private UUID rule(Place place) {
        String code = "offer-" + ids.next();
        LocalText name = LocalText.of(code, code);
        return rules.publish(
                code,
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories(code).onlyThroughOffer().in(place),
                        new Effect.Bonus(5), 12, ids.next()),
                clock.now(),
                Optional.empty());
    }

    private Offer publish(Audience audience, UUID rule) {
        Instant start = clock.now().minus(Duration.ofDays(1));
        return offers.publish(new NewOffer(
                "offer-" + ids.next(), LocalText.of("Uji", "Trial"), LocalText.of("Uji.", "Trial."), "+5", audience, rule, start,
                start.plus(Duration.ofDays(2)), true, 1));
    }

    private Offer publish(Audience audience, boolean needsActivation, int uses) {
        return publish(audience, needsActivation, uses, clock.now().minus(Duration.ofDays(1)));
    }

    private Offer publish(Audience audience, boolean needsActivation, int uses, Instant startsAt) {
        return offers.publish(
                newOffer(audience, needsActivation, uses, startsAt, clock.now().plus(Duration.ofDays(1))));
    }

    private NewOffer newOffer(Audience audience, boolean needsActivation, int uses, Instant startsAt, Instant endsAt) {
        return new NewOffer(
                "offer-" + ids.next(),
                LocalText.of("Poin 2×", "Double points"),
                LocalText.of("Untuk satu pembelian.", "For one purchase."),
                "2×",
                audience,
                ids.next(),
                startsAt,
                endsAt,
                needsActivation,
                uses);
    }

    private OfferMember member(Tier tier) {
        return new OfferMember(ids.next(), tier, Optional.empty(), true);
    }

    private OfferMember born(LocalDate birthDate) {
        return new OfferMember(ids.next(), RED, Optional.of(birthDate), true);
    }

    private List<UsableOffer> usable(OfferMember member, Instant purchaseTime) {
        MemberAtHand hand = new MemberAtHand(member.memberId(), member.tier(), member.birthDate());
        return desk(member.memberId()).usable(hand, purchaseTime);
    }

    private OffersAtHand.Desk desk(UUID member) {
        Sheaf sheaf = new Sheaf();
        DeskReading read = atHand.read(List.of(member), sheaf);
        transactions.read(sheaf);
        return atHand.desk(read);
    }

    private void use(OfferMember member, Offer offer) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            atHand.markUsed(batch, member.memberId(), offer.id(), clock.now());
            batch.flush(connection);
            return null;
        });
    }

    private OfferState stateOf(OfferMember member, Offer offer) {
        return of(member, offer).state();
    }

    private OfferResponse of(OfferMember member, Offer offer) {
        return memberOffers.of(member).stream()
                .filter(response -> isOf(response, offer))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(OfferResponse response, Offer offer) {
        return response.offerId().equals(PublicId.OFFER.format(offer.id()));
    }

    private static UsableOffer usable(Offer offer) {
        return new UsableOffer(offer.id(), offer.ruleId().orElseThrow());
    }

    private static void assertRefused(ThrowingCallable act, ProblemCode code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }
}
