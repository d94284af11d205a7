package id.setia.notices;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.audiences.Audience;
import id.setia.jobs.JobRunner;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.offers.NewOffer;
import id.setia.offers.Offers;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestLeases;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class OfferTidingsTest {

    @Inject
    TestShop shop;

    @Inject
    TestLeases leases;

    @Inject
    TestStaff testStaff;

    @Inject
    Offers offers;

    @Inject
    OfferTidings tidings;

    @Inject
    Inbox inbox;

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    @BeforeEach
    void openShop() {
        shop.open();
        leases.free("notices");
    }

    @Test
    void a_member_finds_an_announced_offer_in_the_inbox_by_its_name_once() {
        UUID member = shop.member();
        Instant now = clock.now();
        UUID offer = offers.publish(new NewOffer(
                        "kopi-" + ids.next(),
                        LocalText.of("Kopi 3×", "Coffee 3×"),
                        LocalText.of("Untuk satu pembelian.", "For one purchase."),
                        "3×",
                        new Audience.Saved(list(member)),
                        ids.next(),
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofHours(1)),
                        false,
                        1,
                        0,
                        true))
                .id();
        jobs.create(new NewJob("offer_members", "kopi", offer.toString(), Optional.empty()), InputStream::nullInputStream);
        runner.runDue(systemClock.now());

        tidings.tell();
        tidings.tell();
        offers.stop(offer);

        List<NoticeResponse> told = inbox.page(member, Optional.empty(), 20).items();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().kind()).isEqualTo("offer_announced");
        assertThat(told.getFirst().topic()).isEqualTo("offers");
        assertThat(told.getFirst().title()).isEqualTo(LocalText.of(
                "Penawaran untuk Anda: Kopi 3×", "An offer for you: Coffee 3×"));
        assertThat(told.getFirst().sent()).isEmpty();
    }

    private UUID list(UUID member) {
        Browser marketer = testStaff.signedIn(Role.MARKETER);
        String list = marketer.post("/api/v1/audiences", "{\"name\": \"Uji kabar\"}").text("audienceId");
        byte[] file = ("member_id\n" + PublicId.MEMBER.format(member) + "\n").getBytes(StandardCharsets.UTF_8);
        marketer.upload("/api/v1/audiences/" + list + "/imports", "u.csv", file, Map.of());
        runner.runDue(systemClock.now());
        return PublicId.AUDIENCE.parse(list).orElseThrow();
    }
}
