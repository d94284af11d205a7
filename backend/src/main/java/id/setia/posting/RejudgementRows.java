package id.setia.posting;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code rejudgement}. */
@Singleton
class RejudgementRows {

    private static final String COLUMNS = """
            SELECT id, rule_id, version, bought_from, replacement, keeps_gains, reason, trial_job_id, correction_job_id,
              approval_id, requested_by, requested_at, started_by, started_at
            FROM rejudgement
            """;

    private final Transactions transactions;

    RejudgementRows(Transactions transactions) {
        this.transactions = transactions;
    }

    void insert(Rejudgement run) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO rejudgement (
                      id, rule_id, version, bought_from, replacement, keeps_gains, reason, trial_job_id, requested_by,
                      requested_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(run.id()));
                insert.setBytes(2, UuidBytes.of(run.ruleId()));
                insert.setInt(3, run.version());
                insert.setObject(4, run.boughtFrom().map(Sql::time).orElse(null));
                insert.setObject(5, run.replacement().orElse(null));
                insert.setBoolean(6, run.keepsGains());
                insert.setString(7, run.reason());
                insert.setBytes(8, UuidBytes.of(run.trialJobId()));
                insert.setBytes(9, UuidBytes.of(run.requestedBy()));
                insert.setObject(10, Sql.time(run.requestedAt()));
                return insert.executeUpdate();
            }
        });
    }

    /** Writes how far it has come; the row is locked. */
    void advance(Rejudgement run) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE rejudgement
                    SET correction_job_id = ?, approval_id = ?, started_by = ?, started_at = ?
                    WHERE id = ?""")) {
                update.setBytes(1, UuidBytes.of(run.correctionJobId().orElse(null)));
                update.setBytes(2, UuidBytes.of(run.approvalId().orElse(null)));
                update.setBytes(3, UuidBytes.of(run.startedBy().orElse(null)));
                update.setObject(4, run.startedAt().map(Sql::time).orElse(null));
                update.setBytes(5, UuidBytes.of(run.id()));
                return update.executeUpdate();
            }
        });
    }

    Optional<Rejudgement> find(UUID id) {
        return read(COLUMNS + "WHERE id = ?", id).stream().findFirst();
    }

    Optional<Rejudgement> lock(UUID id) {
        return read(COLUMNS + "WHERE id = ? FOR UPDATE", id).stream().findFirst();
    }

    /** Those of a rule, the latest first. */
    List<Rejudgement> ofRule(UUID ruleId) {
        return read(COLUMNS + "WHERE rule_id = ? ORDER BY id DESC LIMIT 100", ruleId);
    }

    private List<Rejudgement> read(String sql, UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setBytes(1, UuidBytes.of(id));
                List<Rejudgement> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(rejudgement(row));
                    }
                }
                return found;
            }
        });
    }

    private static Rejudgement rejudgement(ResultSet row) throws SQLException {
        int replacement = row.getInt("replacement");
        return new Rejudgement(
                Sql.id(row, "id"),
                Sql.id(row, "rule_id"),
                row.getInt("version"),
                Optional.ofNullable(Sql.instant(row, "bought_from")),
                replacement == 0 ? Optional.empty() : Optional.of(replacement),
                row.getBoolean("keeps_gains"),
                row.getString("reason"),
                Sql.id(row, "trial_job_id"),
                Optional.ofNullable(Sql.id(row, "correction_job_id")),
                Optional.ofNullable(Sql.id(row, "approval_id")),
                Sql.id(row, "requested_by"),
                Sql.instant(row, "requested_at"),
                Optional.ofNullable(Sql.id(row, "started_by")),
                Optional.ofNullable(Sql.instant(row, "started_at")));
    }
}
