package id.setia.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Totp;
import id.setia.kernel.Batch;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a membership goes along when it is merged into another, and what does not. */
@SetiaTest
class MergedMembershipTest {

    @Inject
    TestShop shop;

    @Inject
    TestMembers people;

    @Inject
    TestBrowsers browsers;

    @Inject
    MemberMerges merges;

    @Inject
    MemberRegistry members;

    @Inject
    Consents consents;

    @Inject
    Referrals referrals;

    @Inject
    SpendingLocks locks;

    @Inject
    MemberPins pins;

    @Inject
    MemberCards cards;

    @Inject
    CardSeeds seeds;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    private UUID old;
    private UUID kept;

    @BeforeEach
    void two_memberships() {
        shop.open();
        old = people.join().id();
        kept = people.join().id();
    }

    @Test
    void of_two_words_on_a_consent_the_no_holds_and_a_yes_of_the_merged_one_gives_nothing() {
        say(old, ConsentPurpose.MARKETING_EMAIL, false);
        say(kept, ConsentPurpose.MARKETING_EMAIL, true);
        say(old, ConsentPurpose.PROFILING, true);
        say(kept, ConsentPurpose.PROFILING, false);
        say(old, ConsentPurpose.MARKETING_PHONE, true);
        say(kept, ConsentPurpose.PARTNER_SHARING, true);

        merge();

        MemberProfile survivor = members.profile(kept).orElseThrow();
        assertThat(survivor.consentsTo(ConsentPurpose.MARKETING_EMAIL)).isFalse();
        assertThat(survivor.consentsTo(ConsentPurpose.PROFILING)).isFalse();
        assertThat(survivor.consentsTo(ConsentPurpose.MARKETING_PHONE)).isFalse();
        assertThat(survivor.consentsTo(ConsentPurpose.PARTNER_SHARING)).isTrue();
    }

    @Test
    void the_later_lock_of_spending_holds_whichever_of_the_two_had_it() {
        fail(old);
        Instant until = locks.lockedUntil(old).orElseThrow();

        merge();

        assertThat(locks.lockedUntil(kept)).contains(until);
        UUID third = people.join().id();
        merges.merge(new Caller.Stranger(), third, kept, clock.now());
        assertThat(locks.lockedUntil(kept)).contains(until);
    }

    @Test
    void the_survivors_pin_stays_and_the_merged_ones_is_gone() {
        pins.put(old, pins.hashOf("482915"));
        pins.put(kept, pins.hashOf("730264"));

        merge();

        assertThat(verifies(kept, "730264")).isTrue();
        assertThat(verifies(kept, "482915")).isFalse();
        assertThat(pins.isSet(old)).isFalse();
    }

    @Test
    void a_phone_that_shows_the_merged_ones_card_goes_on_making_codes_that_count() {
        MemberReference card = cards.of(old).getFirst().reference();
        byte[] seed = seeds.of(old, card);

        merge();

        assertThat(seeds.of(kept, card)).isEqualTo(seed);
        String qr = "S1." + card.value() + "." + Totp.code(seed, systemClock.now());
        assertThat(transactions.<Boolean>write(connection -> seeds.desk(connection, List.of(qr)).take(new Batch(), kept, qr))).isTrue();
    }

    @Test
    void the_merged_ones_referral_code_leads_to_the_survivor_and_friends_count_for_them() {
        String code = referrals.codeOf(old);
        UUID friend = people.join().id();
        brought(friend, old);

        merge();

        assertThat(referrals.holder(code)).contains(kept);
        assertThat(referrals.count(kept).invited()).isEqualTo(1);
        assertThat(referrals.codeOf(kept)).isNotEqualTo(code);
    }

    @Test
    void a_friend_who_was_a_member_before_is_no_friend() {
        UUID referrer = people.join().id();
        joined(kept, clock.now().minus(Duration.ofDays(300)));
        brought(old, referrer);

        merge();

        assertThat(stateOf(old)).contains("limited");
        assertThat(stateOf(kept)).isEmpty();
    }

    @Test
    void a_friend_whose_first_membership_ends_waits_on_as_the_survivor() {
        UUID referrer = people.join().id();
        joined(old, clock.now().minus(Duration.ofDays(3)));
        brought(old, referrer);

        merge();

        assertThat(stateOf(kept)).contains("waiting");
        assertThat(referrals.count(referrer).invited()).isEqualTo(1);
    }

    @Test
    void who_brought_themselves_brought_nobody() {
        brought(kept, old);

        merge();

        assertThat(stateOf(kept)).contains("limited");
    }

    @Test
    void whoever_is_signed_in_as_the_merged_one_signs_in_again() {
        TestMembers.TestMember leaving = people.join();
        Browser browser = browsers.member(leaving.email());
        assertThat(browser.get("/api/v1/members/me").status()).isEqualTo(200);

        merges.merge(new Caller.Stranger(), leaving.id(), kept, clock.now());

        assertThat(browser.get("/api/v1/members/me").status()).isEqualTo(401);
    }

    private void merge() {
        merges.merge(new Caller.Stranger(), old, kept, clock.now());
    }

    private void say(UUID member, ConsentPurpose purpose, boolean given) {
        consents.change(new Caller.SignedInMember(member), member, purpose, new ChangeConsentRequest(given, null, null));
    }

    private void fail(UUID member) {
        for (int attempt = 0; attempt < 5; attempt++) {
            locks.countFailure(member);
        }
    }

    private boolean verifies(UUID member, String pin) {
        return pins.verify(member, pin);
    }

    private void brought(UUID friend, UUID referrer) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO referral (friend_id, referrer_id, state, joined_at)
                    VALUES (?, ?, 'waiting', ?)""")) {
                insert.setBytes(1, UuidBytes.of(friend));
                insert.setBytes(2, UuidBytes.of(referrer));
                insert.setObject(3, Sql.time(clock.now()));
                return insert.executeUpdate();
            }
        });
    }

    private void joined(UUID member, Instant at) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE member SET joined_at = ? WHERE id = ?")) {
                update.setObject(1, Sql.time(at));
                update.setBytes(2, UuidBytes.of(member));
                return update.executeUpdate();
            }
        });
    }

    private Optional<String> stateOf(UUID friend) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT state FROM referral WHERE friend_id = ?")) {
                select.setBytes(1, UuidBytes.of(friend));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString("state")) : Optional.<String>empty();
                }
            }
        });
    }
}
