package id.setia.earning;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for stopping a rule at once, on every node: from the moment of stopping on no version of it judges, neither
 * the one in force nor those still to come. Purchases made before keep what it gave until they are judged again.
 */
@Singleton
public class RuleStops {

    private static final int LONGEST_REASON = 500;

    private final RuleRows rows;
    private final RuleStopRows stops;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final Outbox outbox;
    private final AuditTrail audit;

    RuleStops(
            RuleRows rows,
            RuleStopRows stops,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            Outbox outbox,
            AuditTrail audit) {
        this.rows = rows;
        this.stops = stops;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Stops a rule. One that was stopped before stays so.
     *
     * @param reason in words, for other staff
     * @throws Problem {@code rule_not_found}, {@code rule_ended}, {@code validation_failed} for a reason of more than 500
     *     characters or with some that cannot be shown
     */
    public void stop(Caller by, UUID ruleId, String reason) {
        TextLine.objection("/reason", reason, LONGEST_REASON).ifPresent(error -> {
            throw Problem.invalid(List.of(error));
        });
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        transactions.write(connection -> {
            RuleVersion last = lockedLast(connection, ruleId);
            if (last.hasBegun(now) && last.hasEnded(now)) {
                if (stops.all().containsKey(ruleId)) {
                    return null;
                }
                throw Problem.of(ProblemCode.RULE_ENDED);
            }
            RuleVersion end = new RuleVersion(
                    ruleId, last.code(), last.version() + 1, now, Optional.of(now), last.definition());
            rows.insert(connection, end, by.actorId());
            stops.insert(new RuleStop(ruleId, end.version(), now, TextLine.normal(reason), by.actorId()));
            tell(by, end, reason);
            return null;
        });
    }

    /** @throws Problem {@code rule_belongs_to_offer} for a rule that is stopped with its offer */
    void stopOwn(Caller by, UUID ruleId, String reason) {
        boolean ofOffer = transactions.read(connection -> rows.versions(connection)).stream()
                .filter(version -> version.ruleId().equals(ruleId))
                .anyMatch(version -> version.definition().conditions().throughOffer());
        if (ofOffer) {
            throw Problem.of(ProblemCode.RULE_BELONGS_TO_OFFER);
        }
        stop(by, ruleId, reason);
    }

    private RuleVersion lockedLast(Connection connection, UUID ruleId) throws SQLException {
        rows.raiseEpoch(connection);
        List<RuleVersion> versions = rows.versions(connection).stream()
                .filter(version -> version.ruleId().equals(ruleId))
                .toList();
        if (versions.isEmpty()) {
            throw Problem.of(ProblemCode.RULE_NOT_FOUND);
        }
        return versions.getFirst();
    }

    private void tell(Caller by, RuleVersion end, String reason) {
        outbox.write(new Event(
                ids.next(),
                Optional.empty(),
                0,
                "rule.stopped",
                1,
                json.write(new RuleEvent(PublicId.RULE.format(end.ruleId()), end.version(), end.from())),
                end.from(),
                end.from()));
        audit.record(
                by, "rule.stopped", "rule", end.ruleId(),
                "version", String.valueOf(end.version()), "at", end.from().toString(), "reason", reason);
    }
}
