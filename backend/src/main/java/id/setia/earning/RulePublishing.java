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
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What staff do with rules: each act adds a version, none changes one. */
@Singleton
class RulePublishing {

    private final RuleRows rows;
    private final RuleTermsReader reader;
    private final RuleCost cost;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final Outbox outbox;
    private final AuditTrail audit;

    RulePublishing(
            RuleRows rows,
            RuleTermsReader reader,
            RuleCost cost,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            Outbox outbox,
            AuditTrail audit) {
        this.rows = rows;
        this.reader = reader;
        this.cost = cost;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** What publishing made. */
    record Published(UUID ruleId, int version) {}

    /** Makes a rule; its code must be new. */
    UUID create(Caller by, CreateRuleRequest request) {
        Instant now = clock.now();
        RuleDefinition definition = reader.read(request.terms(), "/terms");
        Instant from = RuleTimes.effective(request.from(), "/from", now);
        RuleTimes.end(request.until(), from, "/until", now);
        cost.refuseAboveLimit(Optional.empty(), definition);
        return create(by, request.code(), definition, from, request.until()).ruleId();
    }

    /**
     * The same of what was read before.
     *
     * @param until null while open
     */
    Published create(Caller by, String code, RuleDefinition definition, Instant from, Instant until) {
        Instant now = clock.now();
        Optional<Instant> end = Optional.ofNullable(RuleTimes.end(until, from, "/until", now));
        UUID ruleId = ids.next();
        return transactions.write(connection -> {
            rows.raiseEpoch(connection);
            if (rows.ruleId(connection, code).isPresent()) {
                throw Problem.invalid("/code", "code_taken");
            }
            rows.insertRule(connection, ruleId, code);
            publish(connection, by, new RuleVersion(ruleId, code, 1, from, end, definition), now);
            return new Published(ruleId, 1);
        });
    }

    /**
     * Publishes the next version of a rule.
     *
     * @param seen the version the change was made from
     */
    void change(Caller by, UUID ruleId, Version seen, PublishRuleRequest request) {
        Instant now = clock.now();
        RuleDefinition definition = reader.read(request.terms(), "/terms");
        Instant from = RuleTimes.effective(request.from(), "/from", now);
        RuleTimes.end(request.until(), from, "/until", now);
        cost.refuseAboveLimit(Optional.of(ruleId), definition);
        change(by, ruleId, Optional.of(seen), definition, from, request.until());
    }

    /**
     * The same of what was read before.
     *
     * @param seen the version the change was made from; empty when it takes the place of whatever there is
     * @param until null while open
     */
    Published change(
            Caller by, UUID ruleId, Optional<Version> seen, RuleDefinition definition, Instant from, Instant until) {
        Instant now = clock.now();
        Optional<Instant> end = Optional.ofNullable(RuleTimes.end(until, from, "/until", now));
        return transactions.write(connection -> {
            RuleVersion last = lockedLast(connection, ruleId, seen);
            RuleKind kind = RuleKind.of(last.definition());
            if (kind != RuleKind.of(definition)) {
                throw Problem.invalid("/terms/kind", "kind_fixed");
            }
            publish(
                    connection,
                    by,
                    new RuleVersion(ruleId, last.code(), last.version() + 1, from, end, definition),
                    now);
            return new Published(ruleId, last.version() + 1);
        });
    }

    /** Ends a rule, by a version that judges nothing. */
    void end(Caller by, UUID ruleId, Version seen, EndRuleRequest request) {
        Instant now = clock.now();
        Instant at = RuleTimes.effective(request.at(), "/at", now);
        transactions.write(connection -> {
            RuleVersion last = lockedLast(connection, ruleId, Optional.of(seen));
            if (last.hasEnded(now)) {
                throw Problem.of(ProblemCode.RULE_ENDED);
            }
            publish(
                    connection,
                    by,
                    new RuleVersion(ruleId, last.code(), last.version() + 1, at, Optional.of(at), last.definition()),
                    now);
            return null;
        });
    }

    /** Ends every rule that a partner pays for, those that offers name too, from a moment on that may lie some minutes back. */
    void endAllOf(Caller by, UUID funderId, Instant at) {
        transactions.write(connection -> {
            rows.raiseEpoch(connection);
            for (RuleVersion last : new RuleBook(rows.versions(connection)).endingWith(funderId, at)) {
                publish(
                        connection,
                        by,
                        new RuleVersion(
                                last.ruleId(), last.code(), last.version() + 1, at, Optional.of(at), last.definition()),
                        clock.now());
            }
            return null;
        });
    }

    private RuleVersion lockedLast(Connection connection, UUID ruleId, Optional<Version> seen) throws SQLException {
        rows.raiseEpoch(connection);
        List<RuleVersion> versions = rows.versions(connection).stream()
                .filter(version -> version.ruleId().equals(ruleId))
                .toList();
        if (versions.isEmpty()) {
            throw Problem.of(ProblemCode.RULE_NOT_FOUND);
        }
        RuleVersion last = versions.getFirst();
        if (last.definition().conditions().throughOffer()) {
            throw Problem.of(ProblemCode.RULE_BELONGS_TO_OFFER);
        }
        seen.ifPresent(version -> version.mustBe(last.version()));
        return last;
    }

    private void publish(Connection connection, Caller by, RuleVersion version, Instant now) throws SQLException {
        rows.insert(connection, version, by.actorId());
        String id = PublicId.RULE.format(version.ruleId());
        String act = version.isEnd() ? "rule.ended" : "rule.published";
        outbox.write(new Event(
                ids.next(),
                Optional.empty(),
                0,
                act,
                1,
                json.write(new RuleEvent(id, version.version(), version.from())),
                now,
                now));
        audit.record(
                by,
                act,
                "rule",
                version.ruleId(),
                "version",
                String.valueOf(version.version()),
                "from",
                version.from().toString(),
                "definition",
                json.write(version.definition()));
    }
}
