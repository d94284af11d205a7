package id.setia.tiers;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.StaffNames;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What staff do with the ladder: they see it with its history, and put another in its place. */
@Singleton
class LadderEditing {

    private static final int CHANGES_SHOWN = 50;
    private static final UUID THE_LADDER = new UUID(0, 1);

    private final TierLadder ladder;
    private final LadderChanges changes;
    private final TierCounts counts;
    private final StaffNames names;
    private final ProgramSettings settings;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final Outbox outbox;
    private final AuditTrail audit;

    LadderEditing(
            TierLadder ladder,
            LadderChanges changes,
            TierCounts counts,
            StaffNames names,
            ProgramSettings settings,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            Outbox outbox,
            AuditTrail audit) {
        this.ladder = ladder;
        this.changes = changes;
        this.counts = counts;
        this.names = names;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
    }

    LadderResponse read() {
        Program program = settings.current();
        Instant now = clock.now();
        List<LadderChange> history = changes.latest(CHANGES_SHOWN);
        Map<UUID, String> known = names.of(
                history.stream().flatMap(change -> change.by().stream()).collect(Collectors.toSet()));
        Map<String, Long> members = counts.at(now);
        Ladder current = ladder.current();
        return new LadderResponse(
                history.isEmpty() ? 0 : history.getFirst().version(),
                current.months(),
                program.monthOf(now).plusMonths(1).atDay(1),
                current.tiers().stream()
                        .map(tier -> response(tier, current, members.getOrDefault(tier.code(), 0L), program))
                        .toList(),
                history.stream().map(change -> response(change, known, program)).toList(),
                TierPolicyTerms.of(current.policy()),
                current.removed().stream()
                        .map(gone -> new RemovedTierResponse(
                                gone.code(), gone.name(), gone.fallsTo(), members.getOrDefault(gone.code(), 0L)))
                        .toList());
    }

    private static LadderTierResponse response(Tier tier, Ladder ladder, long members, Program program) {
        TierAmount amount = TierAmount.of(ladder.policy().metric(), tier.threshold(), program);
        return new LadderTierResponse(
                tier.code(), tier.name(), tier.rank(), amount.money(), amount.count(), members);
    }

    private static LadderChangeResponse response(LadderChange change, Map<UUID, String> known, Program program) {
        TierMetric metric = change.policy().metric();
        return new LadderChangeResponse(
                change.version(),
                change.at(),
                change.by().map(known::get).orElse(null),
                change.tiers().stream().map(tier -> TierTerms.of(tier, metric, program)).toList(),
                TierPolicyTerms.of(change.policy()));
    }

    /** The ladder a request describes. */
    Ladder read(WriteTiersRequest request) {
        return new LadderReader(ladder.current(), settings.current().currency())
                .read(request.tiers(), Optional.ofNullable(request.policy()));
    }

    /**
     * Puts another ladder in the place of the one of the version given.
     *
     * @throws id.setia.kernel.Problem {@code validation_failed}, or {@code changed_meanwhile} when there is another by now
     */
    void change(Caller by, Version seen, WriteTiersRequest request) {
        Ladder changed = read(request);
        transactions.write(connection -> {
            long version = ladder.change(changed, seen, by.actorId());
            Instant now = clock.now();
            outbox.write(new Event(
                    ids.next(),
                    Optional.empty(),
                    0,
                    "ladder.changed",
                    1,
                    json.write(new LadderEvent(version)),
                    now,
                    now));
            audit.record(
                    by,
                    "ladder.changed",
                    "ladder",
                    THE_LADDER,
                    "version",
                    String.valueOf(version),
                    "tiers",
                    changed.tiers().toString(),
                    "policy",
                    changed.policy().toString());
            return null;
        });
        ladder.forget();
    }
}
