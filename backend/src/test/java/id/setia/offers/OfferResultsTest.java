package id.setia.offers;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.audiences.Audience;
import id.setia.jobs.JobRunner;
import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sheaf;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer for a list of eighty, half of whom are held out. */
@SetiaTest
class OfferResultsTest {

    @Inject
    TestShop shop;

    @Inject
    TestStaff testStaff;

    @Inject
    Offers offers;

    @Inject
    MemberOffers memberOffers;

    @Inject
    OffersAtHand atHand;

    @Inject
    OfferNoting noting;

    @Inject
    OfferAnnouncements announcements;

    @Inject
    OfferMembers rows;

    @Inject
    JobRunner jobs;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private Browser marketer;

    @BeforeEach
    void openShop() {
        shop.open();
        marketer = testStaff.signedIn(Role.MARKETER);
    }

    @Test
    void those_held_out_neither_see_nor_get_it_and_both_groups_are_told_apart() {
        List<UUID> members = Stream.generate(shop::member).limit(80).toList();
        Offer offer = publish(new Audience.Saved(list(members)), 50);
        Set<UUID> held = members.stream().filter(offer::holdsOut).collect(Collectors.toSet());
        assertThat(held.size()).isBetween(20, 60);

        members.forEach(member -> {
            assertThat(sees(member, offer)).isEqualTo(!held.contains(member));
            assertThat(gets(member, offer)).isEqualTo(!held.contains(member));
        });
        noting.queueDue();
        noting.queueDue();
        jobs.runDue(systemClock.now());

        Map<Boolean, OfferGroup> groups = rows.groups(offer.id(), clock.now());
        assertThat(groups.get(true).members()).isEqualTo(held.size());
        assertThat(groups.get(false).members()).isEqualTo(members.size() - held.size());
        use(members.stream().filter(member -> !held.contains(member)).findFirst().orElseThrow(), offer);
        Browser.Answer results = marketer.get("/api/v1/offers/" + PublicId.OFFER.format(offer.id()) + "/results");
        assertThat(results.status()).as(results.body()).isEqualTo(200);
        assertThat(results.json().get("reached").getLongValue()).isEqualTo(members.size() - held.size());
        assertThat(results.json().get("used").getLongValue()).isEqualTo(1);
        assertThat(results.json().get("heldOut").get("members").getLongValue()).isEqualTo(held.size());
        assertThat(marketer.get("/api/v1/offers/" + PublicId.OFFER.format(offer.id()) + "/results/csv").body().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("held_out," + held.size() + ","));
    }

    @Test
    void members_are_to_be_told_once_of_an_announced_offer_and_those_held_out_never() {
        List<UUID> members = Stream.generate(shop::member).limit(40).toList();
        Offer offer = offers.publish(announced(new Audience.Saved(list(members)), 30));
        noting.queueDue();
        jobs.runDue(systemClock.now());

        Set<UUID> due = announcements.due(10_000).stream()
                .filter(announcement -> announcement.offerId().equals(offer.id()))
                .peek(announcement -> assertThat(announcements.announced(announcement)).isTrue())
                .map(OfferAnnouncements.Announcement::memberId)
                .collect(Collectors.toSet());

        assertThat(due).isEqualTo(members.stream().filter(member -> !offer.holdsOut(member)).collect(Collectors.toSet()));
        assertThat(announcements.due(10_000)).noneMatch(announcement -> members.contains(announcement.memberId()));
    }

    @Test
    void a_member_is_told_of_no_more_than_two_offers_a_week() {
        List<UUID> members = List.of(shop.member());
        Audience audience = new Audience.Saved(list(members));
        Set<UUID> published = Stream.generate(() -> offers.publish(announced(audience, 0)).id())
                .limit(6)
                .collect(Collectors.toSet());
        noting.queueDue();
        jobs.runDue(systemClock.now());

        int told = 0;
        for (int round = 0; round < 6; round++) {
            told += (int) announcements.due(10_000).stream()
                    .filter(announcement -> published.contains(announcement.offerId()))
                    .filter(announcements::announced)
                    .count();
        }

        assertThat(told).isEqualTo(2);
    }

    @Test
    void small_groups_keep_their_figures() {
        Offer offer = publish(new Audience.Saved(list(List.of(shop.member(), shop.member()))), 0);
        noting.queueDue();
        jobs.runDue(systemClock.now());

        Browser.Answer results = marketer.get("/api/v1/offers/" + PublicId.OFFER.format(offer.id()) + "/results");

        assertThat(results.json().get("reached").getLongValue()).isEqualTo(2);
        assertThat(results.json().get("treated").get("spend")).isNull();
        assertThat(results.json().get("lift")).isNull();
    }

    @Test
    void an_audience_an_offer_is_for_cannot_be_deleted() {
        UUID list = list(List.of(shop.member()));
        publish(new Audience.Saved(list), 0);

        Browser.Answer answer = marketer.with("If-Match", "\"2\"").delete("/api/v1/audiences/" + PublicId.AUDIENCE.format(list));
        marketer.with("If-Match", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("audience_in_use");
    }

    private UUID list(List<UUID> members) {
        String list = marketer.post("/api/v1/audiences", "{\"name\": \"Uji penawaran\"}").text("audienceId");
        String csv = members.stream().map(PublicId.MEMBER::format).collect(Collectors.joining("\n", "member_id\n", "\n"));
        marketer.upload(
                "/api/v1/audiences/" + list + "/imports", "u.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of());
        jobs.runDue(systemClock.now());
        return PublicId.AUDIENCE.parse(list).orElseThrow();
    }

    private Offer publish(Audience audience, int holdout) {
        return offers.publish(planned(audience, holdout, false));
    }

    private NewOffer announced(Audience audience, int holdout) {
        return planned(audience, holdout, true);
    }

    private NewOffer planned(Audience audience, int holdout, boolean announced) {
        Instant now = clock.now();
        return new NewOffer(
                "offer-" + ids.next(),
                LocalText.of("Poin 2×", "Double points"),
                LocalText.of("Untuk satu pembelian.", "For one purchase."),
                "2×",
                audience,
                ids.next(),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofHours(1)),
                false,
                1,
                holdout,
                announced);
    }

    private boolean sees(UUID member, Offer offer) {
        return memberOffers
                .of(new OfferMember(member, TestProgram.LADDER.lowest(), Optional.empty(), true))
                .stream()
                .anyMatch(response -> response.offerId().equals(PublicId.OFFER.format(offer.id())));
    }

    private boolean gets(UUID member, Offer offer) {
        MemberAtHand hand = new MemberAtHand(member, TestProgram.LADDER.lowest(), Optional.empty());
        return desk(member).usable(hand, clock.now()).stream()
                .anyMatch(usable -> usable.offerId().equals(offer.id()));
    }

    private OffersAtHand.Desk desk(UUID member) {
        Sheaf sheaf = new Sheaf();
        DeskReading read = atHand.read(List.of(member), sheaf);
        transactions.read(sheaf);
        return atHand.desk(read);
    }

    private void use(UUID member, Offer offer) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            atHand.markUsed(batch, member, offer.id(), clock.now());
            batch.flush(connection);
            return null;
        });
    }
}
