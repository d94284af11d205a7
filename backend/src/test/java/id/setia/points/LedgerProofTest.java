package id.setia.points;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class LedgerProofTest {

    @Inject
    TestShop shop;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    private UUID member;

    /** Ends a transaction so that nothing of it stays. */
    private static final class Undone extends RuntimeException {}

    @BeforeEach
    void openShop() {
        shop.open();
        member = shop.member();
        give(member, 100);
        points.spend(member, 30, shop.store().partnerId(), ids.next().toString(), ids.next());
    }

    private void give(UUID to, long many) {
        points.post(session -> {
            session.lock(Set.of(to), Set.of(to), List.of());
            return session.member(to)
                    .add(
                            new Posting(
                                    "uji:" + ids.next(), TransactionKind.ADJUSTMENT, new Source("uji", ids.next()),
                                    session.now().minusSeconds(60), "{}"),
                            new Grant(many, shop.store().partnerId(), Optional.empty(), Optional.empty()));
        });
    }

    @Test
    void an_untouched_ledger_keeps_every_promise_member_by_member_and_as_a_whole() {
        assertThat(proof.promises(List.of(member))).extracting(Promise::number).containsExactly(1, 2, 3, 6);
        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
        assertThat(proof.promises()).extracting(Promise::number).containsExactly(1, 2, 3, 4, 6);
    }

    @Test
    void a_changed_entry_breaks_what_it_sums_to() {
        assertThat(broken("UPDATE ledger_entry SET points = points + 1 WHERE member_id = ? AND account = 'available' AND points > 0"))
                .isEqualTo(Map.of(1, 1L, 2, 1L, 4, 0L, 3, 0L, 6, 0L));
    }

    @Test
    void a_changed_balance_differs_from_its_entries_and_lots() {
        assertThat(broken("UPDATE points_account SET available = available + 1 WHERE member_id = ?"))
                .isEqualTo(Map.of(1, 0L, 2, 1L, 3, 1L, 4, 0L, 6, 0L));
    }

    @Test
    void a_changed_lot_differs_from_its_movements_and_from_what_is_outstanding() {
        assertThat(broken("UPDATE points_lot SET available = available + 1 WHERE member_id = ?"))
                .isEqualTo(Map.of(1, 0L, 2, 0L, 3, 2L, 4, 1L, 6, 0L));
    }

    @Test
    void a_removed_account_leaves_entries_without_one() {
        Map<Integer, Long> broken = broken("DELETE FROM points_account WHERE member_id = ?");

        assertThat(broken).containsEntry(2, 4L);
    }

    @Test
    void a_removed_entry_leaves_a_gap() {
        assertThat(broken("DELETE FROM ledger_entry WHERE member_id = ? AND seq = 2")).containsEntry(1, 1L).containsEntry(6, 1L);
    }

    @Test
    void both_halves_of_a_merge_balance_whichever_is_looked_at_first() {
        UUID other = shop.member();
        give(other, 50);
        points.post(session -> {
            session.lock(Set.of(other, member), Set.of(other, member), List.of());
            return session.merge(other, member);
        });

        assertThat(proof.promises(List.of(member))).allMatch(Promise::holds);
        assertThat(proof.promises(List.of(other))).allMatch(Promise::holds);
        assertThat(broken("UPDATE ledger_entry SET points = points + 1 WHERE member_id = ? AND seq = 1"))
                .containsEntry(1, 1L);
    }

    /** How many more violations of each promise the whole proof finds once the member's rows were changed. */
    private Map<Integer, Long> broken(String change) {
        Map<Integer, Long> more = new TreeMap<>();
        try {
            transactions.write(connection -> {
                Map<Integer, Long> before = violations();
                try (PreparedStatement update = connection.prepareStatement(change)) {
                    update.setBytes(1, UuidBytes.of(member));
                    update.executeUpdate();
                }
                violations().forEach((number, found) -> more.put(number, found - before.get(number)));
                throw new Undone();
            });
        } catch (Undone expected) {
            return more;
        }
        throw new AssertionError("nothing was undone");
    }

    private Map<Integer, Long> violations() {
        return proof.promises().stream().collect(Collectors.toMap(Promise::number, Promise::violations));
    }
}
