package id.setia.insights;

import id.setia.kernel.Epochs;
import id.setia.kernel.SqlCondition;
import id.setia.purchases.MemberFigures;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The door to what the last run that is done says of members. */
@Singleton
public class Rfm {

    private static final String EPOCH = "rfm";

    private final RfmRunRows runs;
    private final RfmMemberRows members;
    private final Epochs epochs;
    private final Epochs.Cached<Optional<RfmRun>> latest;

    Rfm(RfmRunRows runs, RfmMemberRows members, Epochs epochs) {
        this.runs = runs;
        this.members = members;
        this.epochs = epochs;
        this.latest = epochs.cached(EPOCH, runs::latest);
    }

    /** The members' scores, in one statement; those who bought nothing in the window are missing. */
    public Map<UUID, RfmScore> of(Collection<UUID> asked) {
        return asked.isEmpty()
                ? Map.of()
                : latest()
                        .map(run -> members.of(run.id(), asked).stream()
                                .collect(Collectors.toMap(MemberFigures::memberId, scoring(run))))
                        .orElse(Map.of());
    }

    private static Function<MemberFigures, RfmScore> scoring(RfmRun run) {
        return of -> new RfmScore(
                run.asOf(),
                ChronoUnit.DAYS.between(of.lastPurchase(), run.asOf()),
                of.purchases(),
                of.spend(),
                RfmCuts.score(of.lastPurchase(), run.cuts().recency()),
                RfmCuts.score(of.purchases(), run.cuts().frequency()),
                RfmCuts.score(of.spend(), run.cuts().monetary()));
    }

    /**
     * Whether a member has the wanted scores.
     *
     * @param member the column with the member's id
     */
    public SqlCondition condition(RfmWanted wanted, String member) {
        return latest()
                .filter(run -> run.members() > 0)
                .map(run -> RfmConditions.wanted(run, wanted, member))
                .orElse(SqlCondition.NEVER);
    }

    Optional<RfmRun> latest() {
        return latest.get();
    }

    List<RfmCell> cells(RfmRun run) {
        return runs.cells(run.id());
    }

    /** Tells every node, with the running transaction, that there is a new result. */
    void advance() {
        epochs.advance(EPOCH);
    }

    void forget() {
        latest.forget();
    }
}
