package id.setia.earning;

import id.setia.kernel.Json;
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

/** Rows of {@code rule_draft}. */
@Singleton
class RuleDraftRows {

    private static final String COLUMNS = """
            SELECT id, rule_id, code, state, definition, starts_at, ends_at, stated_points, note, estimate, approval_id,
              published_rule_id, published_version, version, created_by, created_at, changed_by, changed_at
            FROM rule_draft
            """;

    private final Transactions transactions;
    private final Json json;

    RuleDraftRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Adds a draft, or writes one anew that is locked. */
    void put(RuleDraft draft) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO rule_draft (
                      id, rule_id, code, state, definition, starts_at, ends_at, stated_points, note, estimate, approval_id,
                      published_rule_id, published_version, version, created_by, created_at, changed_by, changed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                      state = VALUES(state), definition = VALUES(definition), starts_at = VALUES(starts_at),
                      ends_at = VALUES(ends_at), stated_points = VALUES(stated_points), note = VALUES(note),
                      estimate = VALUES(estimate), approval_id = VALUES(approval_id),
                      published_rule_id = VALUES(published_rule_id), published_version = VALUES(published_version),
                      version = VALUES(version), changed_by = VALUES(changed_by), changed_at = VALUES(changed_at)""")) {
                bind(upsert, draft);
                return upsert.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement upsert, RuleDraft draft) throws SQLException {
        upsert.setBytes(1, UuidBytes.of(draft.id()));
        upsert.setBytes(2, UuidBytes.of(draft.ruleId().orElse(null)));
        upsert.setString(3, draft.code());
        upsert.setString(4, draft.state().value());
        upsert.setString(5, json.write(draft.definition()));
        upsert.setObject(6, draft.startsAt().map(Sql::time).orElse(null));
        upsert.setObject(7, draft.endsAt().map(Sql::time).orElse(null));
        upsert.setObject(8, draft.statedPoints().orElse(null));
        upsert.setString(9, draft.note());
        upsert.setString(10, draft.estimate().map(json::write).orElse(null));
        upsert.setBytes(11, UuidBytes.of(draft.approvalId().orElse(null)));
        upsert.setBytes(12, UuidBytes.of(draft.publishedRuleId().orElse(null)));
        upsert.setObject(13, draft.publishedVersion().orElse(null));
        upsert.setLong(14, draft.version());
        upsert.setBytes(15, UuidBytes.of(draft.createdBy().orElse(null)));
        upsert.setObject(16, Sql.time(draft.createdAt()));
        upsert.setBytes(17, UuidBytes.of(draft.changedBy().orElse(null)));
        upsert.setObject(18, Sql.time(draft.changedAt()));
    }

    void delete(UUID id) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rule_draft WHERE id = ?")) {
                delete.setBytes(1, UuidBytes.of(id));
                return delete.executeUpdate();
            }
        });
    }

    Optional<RuleDraft> find(UUID id) {
        return read(COLUMNS + "WHERE id = ?", Optional.of(id)).stream().findFirst();
    }

    Optional<RuleDraft> lock(UUID id) {
        return read(COLUMNS + "WHERE id = ? FOR UPDATE", Optional.of(id)).stream().findFirst();
    }

    /** All that are not published. */
    List<RuleDraft> open() {
        return read(COLUMNS + "WHERE state <> 'published' ORDER BY id DESC", Optional.empty());
    }

    /** The latest made first, those already published last. */
    List<RuleDraft> latest() {
        return read(
                COLUMNS + "ORDER BY CASE WHEN state = 'published' THEN 1 ELSE 0 END, id DESC LIMIT 200", Optional.empty());
    }

    private List<RuleDraft> read(String sql, Optional<UUID> id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                if (id.isPresent()) {
                    select.setBytes(1, UuidBytes.of(id.get()));
                }
                List<RuleDraft> drafts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        drafts.add(draft(row));
                    }
                }
                return drafts;
            }
        });
    }

    private RuleDraft draft(ResultSet row) throws SQLException {
        return new RuleDraft(
                Sql.id(row, "id"),
                Optional.ofNullable(Sql.id(row, "rule_id")),
                row.getString("code"),
                RuleDraftState.of(row.getString("state")),
                json.read(row.getString("definition"), RuleDefinition.class),
                Optional.ofNullable(Sql.instant(row, "starts_at")),
                Optional.ofNullable(Sql.instant(row, "ends_at")),
                Optional.ofNullable(row.getObject("stated_points", Long.class)),
                row.getString("note"),
                Optional.ofNullable(row.getString("estimate")).map(text -> json.read(text, RuleEstimate.class)),
                Optional.ofNullable(Sql.id(row, "approval_id")),
                Optional.ofNullable(Sql.id(row, "published_rule_id")),
                Optional.ofNullable(row.getObject("published_version", Integer.class)),
                row.getLong("version"),
                Optional.ofNullable(Sql.id(row, "created_by")),
                Sql.instant(row, "created_at"),
                Optional.ofNullable(Sql.id(row, "changed_by")),
                Sql.instant(row, "changed_at"));
    }
}
