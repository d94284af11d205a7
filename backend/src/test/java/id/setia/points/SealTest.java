package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Feed;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Leases;
import id.setia.kernel.SystemClock;
import id.setia.kernel.TestFeed;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is sealed stays as it was, and whatever does not is found. */
@SetiaTest
class SealTest {

    @Inject
    TestShop shop;

    @Inject
    TestFeed feed;

    @Inject
    PointsLedger points;

    @Inject
    Seals seals;

    @Inject
    Sealer sealer;

    @Inject
    SealKey key;

    @Inject
    SealedRules rules;

    @Inject
    Feed events;

    @Inject
    Leases leases;

    @Inject
    SealRows rows;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    private UUID member;
    private long notedBefore;

    @BeforeEach
    void openShop() {
        shop.open();
        member = shop.member();
        notedBefore = violationsNoted();
    }

    private long violationsNoted() {
        return transactions.read(connection -> SealRows.violationsAfter(connection, 0));
    }

    /** Ends a transaction so that nothing of it stays. */
    private static final class Undone extends RuntimeException {}

    @Test
    void a_minutes_rows_are_sealed_once_whether_or_not_an_event_told_of_them() {
        give(100, Optional.empty());
        give(20, Optional.of(Instant.now().minusSeconds(5)));
        seal();
        MemberSeal first = sealed();

        assertThat(first.lastSeq()).isEqualTo(lastSeq());
        assertThat(first.available()).isEqualTo(100 + 20);
        points.settle(List.of(member));
        points.spend(member, 30, shop.store().partnerId(), ids.next().toString(), ids.next());
        seal();
        assertThat(sealed().lastSeq()).as("the expiry and the use had no event").isEqualTo(lastSeq());
        MemberSeal second = sealed();
        seal();
        assertThat(sealed()).as("nothing new").isEqualTo(second);
        assertThat(seals.check().holds()).isTrue();
    }

    @Test
    void both_halves_of_a_merge_are_sealed_whichever_member_is_older() {
        UUID older = member;
        UUID younger = shop.member();
        UUID third = shop.member();
        give(100, Optional.empty());
        hold(40);
        member = younger;
        give(70, Optional.empty());
        hold(20);
        member = third;
        give(10, Optional.empty());
        seal();

        merge(older, younger);
        assertThat(seals.check().holds()).as("merged since the seal").isTrue();
        seal();
        merge(younger, third);
        seal();

        SealState state = seals.check();
        assertThat(state.holds()).as(state.toString()).isTrue();
        assertThat(violationsNoted()).as("nothing is broken among the new rows").isEqualTo(notedBefore);
    }

    private void hold(long many) {
        points.post(session -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            return session.member(member)
                    .hold(
                            new Posting(
                                    "uji:" + ids.next(), TransactionKind.HOLD, new Source("uji", ids.next()), session.now(),
                                    "{}"),
                            many);
        });
    }

    private void merge(UUID merged, UUID into) {
        points.post(session -> {
            session.lock(Set.of(merged, into), Set.of(merged, into), List.of());
            return session.merge(merged, into);
        });
    }

    @Test
    void what_is_not_sealed_yet_is_not_missed() {
        give(100, Optional.empty());
        seal();
        give(50, Optional.empty());

        SealState state = seals.check();

        assertThat(state.holds()).as(state.toString()).isTrue();
        assertThat(state.age().orElseThrow()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void a_seal_made_while_the_proof_reads_is_not_taken_for_a_missing_one() {
        give(100, Optional.empty());
        seal();
        Map<Long, String> told = seals.told();

        SealState state = transactions.snapshot(connection -> {
            long before = seals.age().number();
            CompletableFuture.runAsync(this::seal).join();
            assertThat(seals.told()).doesNotContainKey(before);
            return seals.check(told);
        });

        assertThat(state.holds()).as(state.toString()).isTrue();
    }

    @TestFactory
    List<DynamicTest> a_changed_removed_or_inserted_row_of_every_sealed_table_is_found() {
        String transaction = "ledger_transaction WHERE member_id = ? AND available_change = 100";
        String entry = "ledger_entry WHERE member_id = ? AND account = 'available' AND points = 100";
        String lot = "points_lot WHERE member_id = ? AND points = 100";
        String movement = "lot_movement WHERE member_id = ?";
        return List.of(
                found("ledger_transaction", "its judgement changed", set("ledger_transaction SET judgement = '{ }'", transaction)),
                found("ledger_transaction", "its time changed", set("ledger_transaction SET business_at = recorded_at", transaction)),
                found("ledger_transaction", "removed", "DELETE FROM " + transaction),
                found("ledger_transaction", "inserted", """
                        INSERT INTO ledger_transaction (
                          member_id, id, posting_key, kind, source_kind, source_id, business_at, recorded_at, last_seq,
                          available_change, pending_change, available_after, judgement)
                        SELECT member_id, source_id, CONCAT('x', posting_key), kind, source_kind, source_id, business_at,
                          '2001-01-01 00:00:00', 0, 0, 0, 0, '{}'
                        FROM """ + " " + transaction),
                found("ledger_entry", "changed", set("ledger_entry SET points = 101", entry)),
                found("ledger_entry", "its funder changed", set("ledger_entry SET funder_id = member_id", entry)),
                found("ledger_entry", "removed", "DELETE FROM " + entry),
                found("ledger_entry", "inserted", """
                        INSERT INTO ledger_entry (
                          member_id, seq, transaction_id, account, points, funder_id, honouring_partner_id)
                        SELECT member_id, 0, transaction_id, account, points, funder_id, honouring_partner_id
                        FROM """ + " " + entry),
                found("ledger_entry", "inserted behind the last", """
                        INSERT INTO ledger_entry (
                          member_id, seq, transaction_id, account, points, funder_id, honouring_partner_id)
                        SELECT member_id, 99, transaction_id, account, points, funder_id, honouring_partner_id
                        FROM """ + " " + entry),
                found("points_lot", "its date changed", set("points_lot SET expires_at = '2099-01-01 00:00:00'", lot)),
                found("points_lot", "its look put on", set("points_lot SET awaits_review = 1", lot)),
                found("points_lot", "its grant changed", set("points_lot SET points = 101", lot)),
                found("points_lot", "removed", "DELETE FROM " + lot),
                found("points_lot", "inserted", """
                        INSERT INTO points_lot (
                          member_id, id, transaction_id, source_id, points, first_state, funder_id, earned_at, available,
                          pending, held, lapsed, expiries, open)
                        SELECT member_id, source_id, source_id, source_id, points, first_state, funder_id, earned_at,
                          available, pending, held, lapsed, expiries, open
                        FROM """ + " " + lot),
                found("lot_movement", "changed", set("lot_movement SET points = points - 1", movement)),
                found("lot_movement", "removed", "DELETE FROM " + movement),
                found("lot_movement", "inserted", """
                        INSERT INTO lot_movement (member_id, transaction_id, lot_id, state, points)
                        SELECT member_id, lot_id, lot_id, state, points
                        FROM """ + " " + movement));
    }

    private static String set(String change, String whose) {
        return "UPDATE " + change + " " + whose.substring(whose.indexOf("WHERE"));
    }

    private DynamicTest found(String table, String how, String sql) {
        return DynamicTest.dynamicTest(table + ": " + how, () -> {
            UUID victim = shop.member();
            member = victim;
            give(100, Optional.empty());
            points.spend(victim, 30, shop.store().partnerId(), ids.next().toString(), ids.next());
            seal();
            behind(connection -> {
                execute(connection, sql, victim);
                SealState state = seals.check();
                assertThat(state.holds()).isFalse();
                assertThat(state.first().orElseThrow())
                        .isEqualTo(new SealState.Break(table, Optional.of(victim), sealed().sealNumber()));
            });
            assertThat(seals.check().holds()).isTrue();
        });
    }

    @TestFactory
    List<DynamicTest> so_is_what_is_nobodys() {
        return List.of(
                foundOfNobody("earning_rule_version", "changed", "UPDATE earning_rule_version SET definition = CONCAT(definition, ' ') WHERE version = 1"),
                foundOfNobody("earning_rule_version", "removed", "DELETE FROM earning_rule_version WHERE version = 1"),
                foundOfNobody("earning_rule_version", "inserted", """
                        INSERT INTO earning_rule_version (
                          rule_id, version, effective_from, effective_until, definition, published_by, published_at)
                        SELECT rule_id, 999, effective_from, effective_until, definition, published_by, '2001-01-01 00:00:00'
                        FROM earning_rule_version
                        WHERE version = 1"""),
                foundOfNobody("seal", "changed", "UPDATE seal SET feed_position = feed_position + 1 WHERE number = 1"),
                foundOfNobody("seal", "removed", "DELETE FROM seal WHERE number = 1"),
                foundOfNobody("seal", "the last one removed", "DELETE FROM seal ORDER BY number DESC LIMIT 1"),
                foundOfNobody("seal", "inserted", """
                        INSERT INTO seal (
                          number, sealed_at, feed_position, walked_to, walked, rules_until, members, transactions,
                          violations, content, member_sum, rule_sum, code)
                        SELECT number + 1000000, sealed_at, feed_position, walked_to, walked, rules_until, members,
                          transactions, violations, content, member_sum, rule_sum, code
                        FROM seal
                        WHERE number = 1"""));
    }

    private DynamicTest foundOfNobody(String table, String how, String sql) {
        return DynamicTest.dynamicTest(table + ": " + how, () -> {
            give(1, Optional.empty());
            seal();
            behind(connection -> {
                if (!table.equals("seal")) {
                    sealLater(connection);
                }
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    assertThat(statement.executeUpdate()).isPositive();
                }
                SealState state = seals.check();
                assertThat(state.holds()).isFalse();
                assertThat(state.first().orElseThrow().table()).isEqualTo(table);
            });
        });
    }

    @Test
    void a_member_put_back_to_an_older_state_as_a_whole_is_found() {
        give(100, Optional.empty());
        seal();
        MemberSeal older = sealed();
        give(50, Optional.empty());
        seal();

        behind(connection -> {
            execute(connection, "DELETE FROM ledger_transaction WHERE member_id = ? AND available_change = 50", member);
            execute(connection, "DELETE FROM ledger_entry WHERE member_id = ? AND seq > " + older.lastSeq(), member);
            execute(connection, "DELETE FROM points_lot WHERE member_id = ? AND points = 50", member);
            rows.put(connection, List.of(older));
            assertThat(seals.check().first().orElseThrow().table()).isEqualTo("seal_member");
        });
    }

    @Test
    void a_promise_broken_among_new_rows_is_found_when_they_are_sealed() {
        give(100, Optional.empty());
        seal();
        give(50, Optional.empty());

        behind(connection -> {
            execute(connection, "UPDATE ledger_entry SET points = 51 WHERE member_id = ? AND points = 50", member);
            feed.move();
            assertThat(sealer.seal().orElseThrow().violations()).isPositive();
        });
        seal();
        assertThat(seals.ofMinute().orElseThrow().holds()).isTrue();
    }

    @Test
    void what_the_latest_proof_of_a_minute_finds_is_told_apart_from_what_earlier_ones_found() {
        give(100, Optional.empty());
        seal();
        give(50, Optional.empty());

        behind(connection -> {
            execute(connection, "UPDATE ledger_entry SET points = 51 WHERE member_id = ? AND points = 50", member);
            feed.move();
            seals.seal();
            long found = seals.ofMinute().orElseThrow().violations();
            long earlier = seals.ofEarlierMinutes().map(Seals.Proven::violations).orElse(0L);
            assertThat(found).isPositive();

            seals.seal();

            assertThat(seals.ofMinute().orElseThrow()).satisfies(latest -> {
                assertThat(latest.holds()).isTrue();
                assertThat(latest.violations()).isZero();
            });
            assertThat(seals.ofEarlierMinutes().orElseThrow().violations()).isEqualTo(earlier + found);
        });
        seal();
    }

    /** Seals two minutes later, when the versions of rules are sealed that were published just now. */
    private void sealLater(Connection connection) throws SQLException {
        free(connection);
        SystemClock later = new SystemClock() {
            @Override
            public Instant now() {
                return super.now().plus(Duration.ofMinutes(2));
            }
        };
        assertThat(new Sealer(ids, key, rows, rules, events, leases, transactions, later).seal()).isPresent();
        assertThat(seals.check().holds()).isTrue();
    }

    /** Takes the lease from whoever held it before, as in another class of tests. */
    private static void free(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM lease WHERE name = 'seal'")) {
            delete.executeUpdate();
        }
    }

    private void seal() {
        feed.move();
        if (sealer.seal().isEmpty()) {
            transactions.write(connection -> {
                free(connection);
                return null;
            });
        }
        seals.seal();
    }

    private void give(long many, Optional<Instant> expiresAt) {
        points.post(session -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            return session.member(member)
                    .add(
                            new Posting(
                                    "uji:" + ids.next(), TransactionKind.ADJUSTMENT, new Source("uji", ids.next()),
                                    session.now().minusSeconds(60), "{}"),
                            new Grant(many, shop.store().partnerId(), expiresAt, Optional.empty()));
        });
    }

    private MemberSeal sealed() {
        return transactions.read(connection -> rows.of(connection, List.of(member)).get(member));
    }

    private long lastSeq() {
        return transactions.read(connection -> LedgerReads.accounts(connection, List.of(member), "")
                .get(member)
                .lastSeq());
    }

    private interface Deed {
        void on(Connection connection) throws SQLException;
    }

    /** Does something behind the application's back, looks at it, and undoes it. */
    private void behind(Deed deed) {
        assertThatThrownBy(() -> transactions.write(connection -> {
                    deed.on(connection);
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
    }

    private static void execute(Connection connection, String sql, UUID whose) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, UuidBytes.of(whose));
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
