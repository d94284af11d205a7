package id.setia.earning;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to earning rules. Publishing makes a new version and never edits one; every reader compares one number in the
 * database with what it has in memory, so that all nodes judge by the same rules.
 */
@Singleton
public class EarningRules {

    private record Known(long epoch, RuleBook book) {}

    private final Transactions transactions;
    private final RuleRows rows;
    private final CalendarRows calendars;
    private final IdMaker ids;
    private volatile Known known = new Known(-1, new RuleBook(List.of()));

    EarningRules(Transactions transactions, RuleRows rows, CalendarRows calendars, IdMaker ids) {
        this.transactions = transactions;
        this.rows = rows;
        this.calendars = calendars;
        this.ids = ids;
    }

    /** The rules as they stand now. */
    public RuleBook book() {
        return transactions.read(this::book);
    }

    /** Adds to the sheaf whether the rules in memory still stand; known once that is read. */
    public RuleBookReading read(Sheaf sheaf) {
        return RuleBookReading.of(RuleRows.EPOCH, known.book(), this::book, sheaf);
    }

    private RuleBook book(long epoch) {
        Known held = known;
        return held.epoch() == epoch ? held.book() : book();
    }

    private RuleBook book(Connection connection) throws SQLException {
        long epoch = rows.epoch(connection);
        Known held = known;
        if (held.epoch() != epoch) {
            held = new Known(epoch, new RuleBook(rows.versions(connection), calendars.all(connection)));
            known = held;
        }
        return held.book();
    }

    /**
     * Publishes a version of a rule, the first under a new code makes the rule.
     *
     * @param code stable name for staff and set-up
     * @param from the first moment it judges; in the past only for history about to be imported
     * @return the rule's id
     */
    public UUID publish(String code, RuleDefinition definition, Instant from, Optional<UUID> by) {
        return transactions.write(connection -> {
            rows.raiseEpoch(connection);
            UUID ruleId = rows.ruleId(connection, code).orElseGet(ids::next);
            int version = rows.lastVersion(connection, ruleId) + 1;
            if (version == 1) {
                rows.insertRule(connection, ruleId, code);
            }
            rows.insert(connection, new RuleVersion(ruleId, code, version, from, Optional.empty(), definition), by);
            return ruleId;
        });
    }
}
