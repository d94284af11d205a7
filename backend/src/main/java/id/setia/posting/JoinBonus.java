package id.setia.posting;

import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.Reason;
import id.setia.earning.RuleOutcome;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.members.MemberJoined;
import id.setia.points.Grant;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.ProgramSettings;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the bonus for joining, in the transaction of joining. */
@Singleton
public class JoinBonus {

    private final PointsLedger points;
    private final EarningRules rules;
    private final ProgramSettings settings;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Judgements judgements;

    JoinBonus(
            PointsLedger points, EarningRules rules, ProgramSettings settings, Outbox outbox, IdMaker ids, Judgements judgements) {
        this.points = points;
        this.rules = rules;
        this.settings = settings;
        this.outbox = outbox;
        this.ids = ids;
        this.judgements = judgements;
    }

    /** What joining gives now. */
    public long inForce(Instant moment) {
        return rules.book().inForce(Trigger.JOIN, moment).stream()
                .mapToLong(JoinBonus::bonus)
                .sum();
    }

    @EventListener
    void on(MemberJoined joined) {
        List<RuleVersion> versions = rules.book().inForce(Trigger.JOIN, joined.at()).stream()
                .filter(version -> bonus(version) > 0)
                .toList();
        if (!versions.isEmpty()) {
            points.post(session -> give(session, joined, versions));
        }
    }

    private MemberLedger give(LedgerSession session, MemberJoined joined, List<RuleVersion> versions)
            throws SQLException {
        session.lock(Set.of(joined.memberId()));
        MemberLedger ledger = session.member(joined.memberId());
        Judgement judgement = new Judgement(
                "", Set.of(), 0, false, versions.stream().map(JoinBonus::outcome).toList());
        Posting posting = new Posting(
                "join:" + joined.memberId(),
                TransactionKind.JOIN_BONUS,
                new Source("member", joined.memberId()),
                joined.at(),
                judgements.write(judgement));
        ledger.earn(posting, versions.stream().map(version -> grant(version, joined)).toList());
        outbox.add(
                session.batch(),
                new Event(
                        ids.next(),
                        Optional.of(joined.memberId()),
                        ledger.lastSeq(),
                        "points.earned",
                        1,
                        "{\"reason\":\"join_bonus\",\"points\":" + judgement.points() + "}",
                        joined.at(),
                        session.now()));
        return ledger;
    }

    private Grant grant(RuleVersion version, MemberJoined joined) {
        return version.definition().grant(bonus(version), joined.at(), settings.current().timeZone(), false);
    }

    private static RuleOutcome outcome(RuleVersion version) {
        return new RuleOutcome(
                version.ruleId(),
                version.version(),
                version.definition().funderId(),
                Reason.BONUS,
                bonus(version),
                0,
                0,
                List.of(new RuleOutcome.LinePoints(0, bonus(version))));
    }

    /** A rule for joining gives a fixed number; one by amount has nothing to look at. */
    private static long bonus(RuleVersion version) {
        return switch (version.definition().effect()) {
            case Effect.Bonus bonus -> bonus.points();
            case Effect.PerAmount amount -> 0;
            case Effect.Multiplier multiplier -> 0;
            case Effect.PerPiece piece -> 0;
        };
    }
}
