package id.setia.posting;

import static id.setia.testing.TestTills.number;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestRewards;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member who is signed in proves once more to be themselves before they use many points, and waits after a change. */
@SetiaTest
class OwnSpendingTest {

    private static final String ME = "/api/v1/members/me";
    private static final String PASSWORD = "{\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}";

    @Inject
    TestShop shop;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestRewards rewards;

    @Inject
    Mailbox mailbox;

    @Inject
    Transactions transactions;

    private TestMembers.TestMember member;
    private Browser budi;
    private String little;
    private String much;

    @BeforeEach
    void budi_signed_in_an_hour_ago() {
        shop.open();
        member = members.join();
        rewards.give(member.id(), 9_000);
        budi = browsers.member(member.email());
        little = reward(999);
        much = reward(1_000);
        signedInBefore(Duration.ofHours(1));
    }

    @Test
    void few_points_need_the_session_alone_and_many_need_more() {
        assertThat(redeem(little, "").status()).isEqualTo(201);

        Browser.Answer refused = redeem(much, "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("redemption_proof_required");
        assertThat(refused.text("detail")).contains("password, one_time_code, pin");
        assertThat(redeem(much, ",\"proof\":{\"kind\":\"card_code\",\"code\":\"S1.604212345678.493817\"}").text("code"))
                .isEqualTo("redemption_proof_required");
        assertThat(available()).isEqualTo(8_001);
    }

    @Test
    void who_has_just_signed_in_needs_nothing_more() {
        budi = browsers.member(member.email());

        assertThat(redeem(much, "").status()).isEqualTo(201);
    }

    @Test
    void the_password_or_a_code_steps_the_session_up_for_a_while_and_renews_it() {
        Browser.Answer stepped = budi.post(ME + "/step-up", PASSWORD);
        assertThat(stepped.status()).as(stepped.body()).isEqualTo(200);
        budi.loadPage();
        assertThat(redeem(much, "").status()).isEqualTo(201);

        signedInBefore(Duration.ofMinutes(16));
        assertThat(redeem(much, "").status()).isEqualTo(403);
        Browser.Answer sent = budi.post(ME + "/proof-codes", "{\"kind\":\"email\"}");
        String code = mailbox.code(member.email());
        assertThat(budi.post(ME + "/step-up", "{\"proof\":{\"codeId\":\"" + sent.text("codeId") + "\",\"code\":\"" + code + "\"}}")
                        .status())
                .isEqualTo(200);
        budi.loadPage();
        assertThat(redeem(much, "").status()).isEqualTo(201);

        assertThat(budi.post(ME + "/step-up", "{\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "x\"}}").fieldCodes())
                .containsEntry("/proof/password", "password_wrong");
        assertThat(budi.post(ME + "/step-up", "{}").fieldCodes()).containsEntry("/pin", "exactly_one_of");
    }

    @Test
    void the_pin_counts_with_the_request_or_steps_up_and_wrong_ones_lock() {
        pin("493817");
        signedInBefore(Duration.ofHours(1));

        assertThat(redeem(much, proof("493817")).status()).isEqualTo(201);
        Browser.Answer wrong = redeem(much, proof("493816"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("code")).isEqualTo("redemption_proof_wrong");
        assertThat(wrong.text("detail")).contains("locked: 4.");
        assertThat(budi.post(ME + "/step-up", "{\"pin\":\"493815\"}").text("detail")).contains("locked: 3.");
        assertThat(budi.post(ME + "/step-up", "{\"pin\":\"493817\"}").status()).isEqualTo(200);
        budi.loadPage();
        assertThat(redeem(much, "").status()).isEqualTo(201);

        for (int guess = 0; guess < 3; guess++) {
            assertThat(budi.post(ME + "/step-up", "{\"pin\":\"493815\"}").status()).isEqualTo(403);
        }
        assertThat(budi.post(ME + "/step-up", "{\"pin\":\"493817\"}").text("code")).isEqualTo("spending_locked");
        assertThat(redeem(little, "").text("code")).isEqualTo("spending_locked");
    }

    @Test
    void after_a_changed_password_or_pin_nobody_uses_the_points_until_the_cooling_off_is_over() {
        pin("493817");
        assertThat(redeem(little, "").status()).as("a first PIN replaces nothing").isEqualTo(201);
        pin("738291");

        assertCooling();
        changedBefore(Duration.ofHours(25));
        assertThat(redeem(little, "").status()).isEqualTo(201);

        budi.send(
                "PUT", ME + "/password", "application/json",
                "{\"newPassword\":\"susu kopi gula batu\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}");
        budi.loadPage();
        assertCooling();
    }

    @Test
    void after_a_changed_or_corrected_address_nobody_uses_the_points_either() {
        String other = "baru-" + member.email();
        budi.post(ME + "/contacts", "{\"contact\":\"" + other + "\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}");
        String codeId = budi.get(ME + "/contacts").json().get("waiting").get(0).get("codeId").getStringValue();
        Browser.Answer confirmed = budi.post(
                ME + "/contacts/" + codeId + "/confirmation", "{\"code\":\"" + mailbox.code(other) + "\"}");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);

        assertCooling();
        changedBefore(Duration.ofHours(25));
        assertThat(redeem(little, "").status()).isEqualTo(201);
    }

    @Test
    void administrators_decide_from_how_many_points_and_for_how_long() {
        String path = "/api/v1/settings/member-spending";
        Browser admin = browsers.staff(Role.ADMINISTRATOR);

        assertThat(admin.get(path).body()).contains("\"proofFromPoints\":1000", "\"coolingHours\":24");
        Browser.Answer wrong = admin.send(
                "PUT", path, "application/json", "{\"proofFromPoints\":0,\"proofMinutes\":15,\"coolingHours\":24}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(admin.send(
                                "PUT", path, "application/json",
                                "{\"proofFromPoints\":500,\"proofMinutes\":15,\"coolingHours\":24}")
                        .text("code"))
                .isEqualTo("version_required");
        assertThat(browsers.staff(Role.MARKETER).get(path).status()).isEqualTo(403);
    }

    private void assertCooling() {
        Browser.Answer own = redeem(little, "");
        assertThat(own.status()).as(own.body()).isEqualTo(403);
        assertThat(own.text("code")).isEqualTo("spending_cooling_off");
        Browser till = browsers.till().with("Idempotency-Key", number());
        Browser.Answer hold = till.post(
                "/api/v1/holds",
                "{\"member\":{\"memberId\":\"" + PublicId.MEMBER.format(member.id()) + "\"},\"points\":10,"
                        + "\"proof\":{\"kind\":\"pin\",\"code\":\"738291\"}}");
        assertThat(hold.text("code")).isEqualTo("spending_cooling_off");
        assertThat(budi.get(ME + "/spending-proofs").text("coolingUntil")).isNotEmpty();
    }

    private String reward(long points) {
        return PublicId.REWARD.format(rewards.publish(TestRewards.reward(RewardKind.DONATION).points(points)));
    }

    private Browser.Answer redeem(String reward, String proof) {
        budi.with("Idempotency-Key", number());
        return budi.post(ME + "/redemptions", "{\"rewardId\":\"" + reward + "\"" + proof + "}");
    }

    private static String proof(String pin) {
        return ",\"proof\":{\"kind\":\"pin\",\"code\":\"" + pin + "\"}";
    }

    private void pin(String pin) {
        Browser.Answer set = budi.send(
                "PUT", ME + "/pin", "application/json",
                "{\"pin\":\"" + pin + "\",\"proof\":{\"password\":\"" + TestMembers.PASSWORD + "\"}}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    private long available() {
        return budi.get(ME + "/points").json().get("summary").get("available").getLongValue();
    }

    private void signedInBefore(Duration past) {
        backdate("UPDATE session SET created_at = ? WHERE subject_id = ?", past);
    }

    private void changedBefore(Duration past) {
        backdate("UPDATE credential_change SET changed_at = ? WHERE member_id = ?", past);
    }

    private void backdate(String sql, Duration past) {
        UUID id = member.id();
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, Sql.time(Instant.now().minus(past)));
                update.setBytes(2, UuidBytes.of(id));
                return update.executeUpdate();
            }
        });
    }
}
