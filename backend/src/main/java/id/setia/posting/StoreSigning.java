package id.setia.posting;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Terminal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What staff see at a glance of the tills of a store that sign: where something is missing, where something was refused. */
@Singleton
class StoreSigning {

    private static final String MISSING =
            "SUM(CASE WHEN closed_at IS NULL THEN last_number - first_number + 1 ELSE 0 END)";

    private final PartnerDirectory partners;
    private final SignedMode mode;
    private final Transactions transactions;

    StoreSigning(PartnerDirectory partners, SignedMode mode, Transactions transactions) {
        this.partners = partners;
        this.mode = mode;
        this.transactions = transactions;
    }

    /** Counts of a till that has any. */
    private record Counts(long number, Optional<Instant> latest) {

        private static final Counts NONE = new Counts(0, Optional.empty());
    }

    StoreSigningResponse of(UUID storeId) {
        List<Terminal> tills = partners.terminals().stream()
                .filter(terminal -> terminal.storeId().equals(storeId))
                .sorted(Comparator.comparing(Terminal::code))
                .toList();
        if (tills.isEmpty()) {
            return new StoreSigningResponse(List.of());
        }
        List<UUID> ids = tills.stream().map(Terminal::id).toList();
        return transactions.read(connection -> {
            Map<UUID, Counts> chains = counts(connection, ids, "SUM(last_number)", "MAX(changed_at)", "signed_chain");
            Map<UUID, Counts> gaps =
                    counts(connection, ids, MISSING, "MIN(CASE WHEN closed_at IS NULL THEN noticed_at END)", "signed_gap");
            Map<UUID, Counts> refused = counts(connection, ids, "COUNT(*)", "MAX(last_at)", "refused_batch");
            return new StoreSigningResponse(tills.stream()
                    .filter(till -> mode.of(till.id()).signs() || chains.containsKey(till.id()) || refused.containsKey(till.id()))
                    .map(till -> TillSigningResponse.of(
                            till,
                            mode.of(till.id()).signs(),
                            chains.getOrDefault(till.id(), Counts.NONE).latest(),
                            gaps.getOrDefault(till.id(), Counts.NONE).number(),
                            gaps.getOrDefault(till.id(), Counts.NONE).latest(),
                            refused.getOrDefault(till.id(), Counts.NONE).number()))
                    .toList());
        });
    }

    private static Map<UUID, Counts> counts(
            Connection connection, Collection<UUID> tills, String number, String latest, String table) throws SQLException {
        List<UUID> asked = Sql.padded(tills);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT terminal_id, " + number + " AS number, " + latest + " AS latest\n"
                        + "FROM " + table + "\n"
                        + "WHERE terminal_id IN " + Sql.places(asked) + "\n"
                        + "GROUP BY terminal_id")) {
            Sql.bindIds(select, 1, asked);
            Map<UUID, Counts> counts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(
                            Sql.id(row, "terminal_id"),
                            new Counts(row.getLong("number"), Optional.ofNullable(Sql.instant(row, "latest"))));
                }
            }
            return counts;
        }
    }
}
