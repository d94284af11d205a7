package id.setia.points;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.util.Comparator;
import java.util.UUID;

/** How the ledger's rows are written. */
final class LedgerRows {

    private static final RowWriter<Account> ACCOUNTS = new RowWriter<>(
            500,
            """
            INSERT INTO points_account (
              member_id, available, pending, held, debt, last_seq, recorded_at, due_at, last_activity_at, purchases,
              month_sums, day_sums, merged_into)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              available = VALUES(available), pending = VALUES(pending), held = VALUES(held), debt = VALUES(debt),
              last_seq = VALUES(last_seq), recorded_at = VALUES(recorded_at), due_at = VALUES(due_at),
              last_activity_at = VALUES(last_activity_at), purchases = VALUES(purchases),
              month_sums = VALUES(month_sums), day_sums = VALUES(day_sums), merged_into = VALUES(merged_into)""",
            Comparator.comparing(Account::memberId),
            (statement, account) -> {
                statement.setBytes(1, UuidBytes.of(account.memberId()));
                statement.setLong(2, account.available());
                statement.setLong(3, account.pending());
                statement.setLong(4, account.held());
                statement.setLong(5, account.debt());
                statement.setLong(6, account.lastSeq());
                statement.setObject(7, Sql.time(account.recordedAt()));
                statement.setObject(8, Sql.time(account.dueAt().orElse(null)));
                statement.setObject(9, Sql.time(account.lastActivityAt().orElse(null)));
                statement.setLong(10, account.purchases());
                statement.setString(11, account.monthSums().format());
                statement.setString(12, account.daySums().format());
                statement.setBytes(13, UuidBytes.of(account.mergedInto().orElse(null)));
            });

    private static final RowWriter<LedgerTransaction> TRANSACTIONS = new RowWriter<>(
            510,
            """
            INSERT INTO ledger_transaction (
              member_id, id, posting_key, kind, source_kind, source_id, business_at, recorded_at, last_seq,
              available_change, pending_change, available_after, judgement)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(LedgerTransaction::memberId).thenComparing(LedgerTransaction::recordedAt),
            (statement, transaction) -> {
                statement.setBytes(1, UuidBytes.of(transaction.memberId()));
                statement.setBytes(2, UuidBytes.of(transaction.id()));
                statement.setString(3, transaction.posting().key());
                statement.setString(4, transaction.posting().kind().value());
                statement.setString(5, transaction.posting().source().kind());
                statement.setBytes(6, UuidBytes.of(transaction.posting().source().id()));
                statement.setObject(7, Sql.time(transaction.posting().businessAt()));
                statement.setObject(8, Sql.time(transaction.recordedAt()));
                statement.setLong(9, transaction.lastSeq());
                statement.setLong(10, transaction.availableChange());
                statement.setLong(11, transaction.pendingChange());
                statement.setLong(12, transaction.availableAfter());
                statement.setString(13, transaction.posting().judgement());
            });

    private record EntryRow(UUID memberId, UUID transactionId, long seq, Entry entry) {}

    private static final RowWriter<EntryRow> ENTRIES = new RowWriter<>(
            520,
            """
            INSERT INTO ledger_entry (
              member_id, seq, transaction_id, account, points, funder_id, honouring_partner_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(EntryRow::memberId).thenComparing(EntryRow::seq),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.memberId()));
                statement.setLong(2, row.seq());
                statement.setBytes(3, UuidBytes.of(row.transactionId()));
                statement.setString(4, row.entry().account().value());
                statement.setLong(5, row.entry().points());
                statement.setBytes(6, UuidBytes.of(row.entry().funderId()));
                statement.setBytes(7, UuidBytes.of(row.entry().honouringPartnerId().orElse(null)));
            });

    private record LotRow(UUID memberId, Lot lot) {}

    private static final RowWriter<LotRow> LOTS = new RowWriter<>(
            530,
            """
            INSERT INTO points_lot (
              member_id, id, transaction_id, source_id, points, first_state, funder_id, earned_at, expires_at,
              releases_at, predecessor_id, grace, inactivity_months, awaits_confirmation, awaits_review, available,
              pending, held, lapsed, adjusted, expiries, open)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              available = VALUES(available), pending = VALUES(pending), held = VALUES(held), lapsed = VALUES(lapsed),
              adjusted = VALUES(adjusted), expiries = VALUES(expiries), open = VALUES(open)""",
            Comparator.comparing(LotRow::memberId).thenComparing(row -> row.lot().id()),
            (statement, row) -> {
                Lot lot = row.lot();
                statement.setBytes(1, UuidBytes.of(row.memberId()));
                statement.setBytes(2, UuidBytes.of(lot.id()));
                statement.setBytes(3, UuidBytes.of(lot.transactionId()));
                statement.setBytes(4, UuidBytes.of(lot.sourceId()));
                statement.setLong(5, lot.points());
                statement.setString(6, lot.firstState().value());
                statement.setBytes(7, UuidBytes.of(lot.funderId()));
                statement.setObject(8, Sql.time(lot.earnedAt()));
                statement.setObject(9, Sql.time(lot.fixedExpiry().orElse(null)));
                statement.setObject(10, Sql.time(lot.waitsUntil().orElse(null)));
                statement.setBytes(11, UuidBytes.of(lot.predecessorId().orElse(null)));
                statement.setBoolean(12, lot.grace());
                statement.setInt(13, lot.inactivityMonths());
                statement.setBoolean(14, lot.awaitsConfirmation());
                statement.setBoolean(15, lot.awaitsReview());
                statement.setLong(16, lot.in(LotState.AVAILABLE));
                statement.setLong(17, lot.in(LotState.PENDING));
                statement.setLong(18, lot.in(LotState.HELD));
                statement.setLong(19, lot.in(LotState.LAPSED));
                statement.setLong(20, lot.in(LotState.ADJUSTED));
                statement.setInt(21, lot.expiries());
                statement.setBoolean(22, lot.open());
            });

    private record MovementRow(UUID memberId, UUID transactionId, LotMovement movement) {}

    private static final RowWriter<MovementRow> MOVEMENTS = new RowWriter<>(
            540,
            """
            INSERT INTO lot_movement (member_id, transaction_id, lot_id, state, points)
            VALUES (?, ?, ?, ?, ?)""",
            Comparator.comparing(MovementRow::memberId)
                    .thenComparing(MovementRow::transactionId)
                    .thenComparing(row -> row.movement().lotId()),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.memberId()));
                statement.setBytes(2, UuidBytes.of(row.transactionId()));
                statement.setBytes(3, UuidBytes.of(row.movement().lotId()));
                statement.setString(4, row.movement().state().value());
                statement.setLong(5, row.movement().points());
            });

    private record DebtRow(UUID memberId, UUID funderId, long points) {}

    private static final RowWriter<DebtRow> DEBTS = new RowWriter<>(
            550,
            """
            INSERT INTO points_debt (member_id, funder_id, points)
            VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE points = VALUES(points)""",
            Comparator.comparing(DebtRow::memberId).thenComparing(DebtRow::funderId),
            (statement, row) -> {
                statement.setBytes(1, UuidBytes.of(row.memberId()));
                statement.setBytes(2, UuidBytes.of(row.funderId()));
                statement.setLong(3, row.points());
            });

    private LedgerRows() {}

    /** Adds everything the member's acts have changed. */
    static void add(Batch batch, MemberLedger ledger) {
        UUID memberId = ledger.memberId();
        batch.add(ACCOUNTS, ledger.account());
        for (LedgerTransaction transaction : ledger.transactions()) {
            batch.add(TRANSACTIONS, transaction);
            long seq = transaction.lastSeq() - transaction.entries().size();
            for (Entry entry : transaction.entries()) {
                batch.add(ENTRIES, new EntryRow(memberId, transaction.id(), ++seq, entry));
            }
            transaction.movements()
                    .forEach(movement -> batch.add(MOVEMENTS, new MovementRow(memberId, transaction.id(), movement)));
        }
        ledger.changedLots().forEach(lot -> batch.add(LOTS, new LotRow(memberId, lot)));
        if (ledger.transactions().stream()
                .flatMap(transaction -> transaction.entries().stream())
                .anyMatch(entry -> entry.account() == LedgerAccount.DEBT)) {
            ledger.debts().forEach((funder, points) -> batch.add(DEBTS, new DebtRow(memberId, funder, points)));
        }
    }
}
