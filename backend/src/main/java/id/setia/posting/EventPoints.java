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
import id.setia.points.Grant;
import id.setia.points.LedgerSession;
import id.setia.points.MemberLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives the points of rules for other things than purchases; the members are locked. */
@Singleton
class EventPoints {

    private final EarningRules rules;
    private final ProgramSettings settings;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Judgements judgements;

    EventPoints(EarningRules rules, ProgramSettings settings, Outbox outbox, IdMaker ids, Judgements judgements) {
        this.rules = rules;
        this.settings = settings;
        this.outbox = outbox;
        this.ids = ids;
        this.judgements = judgements;
    }

    /**
     * What happened.
     *
     * @param key of the posting, the same for the same thing, so that it gives points once
     * @param reason a word for it in the feed
     * @param at business time
     */
    record Occurrence(
            UUID memberId, TransactionKind kind, String key, Source source, String reason, Instant at) {}

    /** The rules for it at a moment. */
    List<RuleVersion> inForce(Trigger trigger, Instant moment) {
        return rules.book().inForce(trigger, moment).stream()
                .filter(version -> bonus(version) > 0)
                .toList();
    }

    /** Gives what the rules say; nothing without a rule. */
    Optional<Judgement> give(LedgerSession session, Occurrence occurrence, List<RuleVersion> versions) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        MemberLedger ledger = session.member(occurrence.memberId());
        Judgement judgement = new Judgement(
                "", Set.of(), 0, false, versions.stream().map(EventPoints::outcome).toList());
        ledger.earn(
                new Posting(
                        occurrence.key(), occurrence.kind(), occurrence.source(), occurrence.at(), judgements.write(judgement)),
                versions.stream().map(version -> grant(version, occurrence.at())).toList());
        outbox.add(
                session.batch(),
                new Event(
                        ids.next(),
                        Optional.of(ledger.memberId()),
                        ledger.lastSeq(),
                        "points.earned",
                        1,
                        "{\"reason\":\"" + occurrence.reason() + "\",\"points\":" + judgement.points() + "}",
                        occurrence.at(),
                        session.now()));
        return Optional.of(judgement);
    }

    private Grant grant(RuleVersion version, Instant at) {
        return version.definition().grant(bonus(version), at, settings.current().timeZone(), false);
    }

    private static RuleOutcome outcome(RuleVersion version) {
        return new RuleOutcome(
                version.ruleId(), version.version(), version.definition().funderId(), Reason.BONUS, bonus(version), 0, 0,
                List.of(new RuleOutcome.LinePoints(0, bonus(version))));
    }

    private static long bonus(RuleVersion version) {
        return switch (version.definition().effect()) {
            case Effect.Bonus bonus -> bonus.points();
            case Effect.PerAmount amount -> 0;
            case Effect.Multiplier multiplier -> 0;
            case Effect.PerPiece piece -> 0;
        };
    }
}
