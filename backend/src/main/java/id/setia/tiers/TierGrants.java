package id.setia.tiers;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.access.Role;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
import id.setia.approvals.Approvals;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.DateText;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.TextLine;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.members.OwnMembership;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door for tiers given by hand: up to a day no run lowers them, and the run after it decides. The last one given to a
 * member takes the place of those before.
 */
@Singleton
class TierGrants implements ApprovableAct {

    static final String KIND = "tier_grant";

    private static final int LONGEST_YEARS = 10;
    private static final int LONGEST_EXPLANATION = 200;

    private final TierLadder ladder;
    private final Standings standings;
    private final StandingChanges changes;
    private final PointsLedger points;
    private final MemberRegistry members;
    private final OwnMembership own;
    private final Approvals approvals;
    private final IdempotencyKeys requests;
    private final Settings settings;
    private final ProgramSettings program;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final IdMaker ids;
    private final Json json;

    TierGrants(
            TierLadder ladder,
            Standings standings,
            StandingChanges changes,
            PointsLedger points,
            MemberRegistry members,
            OwnMembership own,
            Approvals approvals,
            IdempotencyKeys requests,
            Settings settings,
            ProgramSettings program,
            BusinessClock clock,
            AuditTrail audit,
            IdMaker ids,
            Json json) {
        this.ladder = ladder;
        this.standings = standings;
        this.changes = changes;
        this.points = points;
        this.members = members;
        this.own = own;
        this.approvals = approvals;
        this.requests = requests;
        this.settings = settings;
        this.program = program;
        this.clock = clock;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Gives the tier, or asks for a second person's yes where it is for longer than one may give alone.
     *
     * @return the request that waits, if one does
     * @throws Problem {@code own_membership}, {@code member_not_found}, {@code validation_failed}, {@code
     *     idempotency_key_missing}, {@code idempotency_key_reused}
     */
    Optional<Approval> give(Caller.SignedInStaff by, Optional<String> key, TierGrantOrder order) {
        own.refuse(by, Set.of(order.memberId()));
        check(order);
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(by, key, "grant_tier", json.write(order));
        IdempotencyKeys.Made made = requests.once(request, ids.next(), id -> {
            if (needsApproval(order)) {
                approvals.request(id, by, KIND, Optional.of(order.memberId()), json.write(order));
            } else {
                write(by, id, by.staffId(), order);
            }
        });
        return approvals.find(made.resourceId());
    }

    private void check(TierGrantOrder order) {
        LocalDate today = today();
        new Objections()
                .unless(ladder.current().find(order.tierCode()).isPresent(), "/tier", "value_unknown", codes())
                .unless(!order.until().isBefore(today), "/until", "day_past", today)
                .unless(!order.until().isAfter(today.plusYears(LONGEST_YEARS)), "/until", "too_far_ahead")
                .add(TextLine.objection("/explanation", order.explanation(), LONGEST_EXPLANATION))
                .refuse();
        if (memberOf(order.memberId()).isEmpty()) {
            throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        }
    }

    private String codes() {
        return String.join(", ", ladder.current().tiers().stream().map(Tier::code).toList());
    }

    private Optional<FoundMember> memberOf(UUID memberId) {
        return Optional.ofNullable(members.members(List.of(memberId)).get(memberId))
                .filter(member -> switch (member.state()) {
                    case ACTIVE, FROZEN, UNCLAIMED -> true;
                    case CLOSED, MERGED, ERASED -> false;
                });
    }

    private boolean needsApproval(TierGrantOrder order) {
        int alone = settings.read(TierGrantPolicy.SETTING, TierGrantPolicy.class, TierGrantPolicy.USUAL)
                .value()
                .monthsAlone();
        return alone == 0 || order.until().isAfter(today().plusMonths(alone));
    }

    private LocalDate today() {
        return program.current().dateOf(clock.now());
    }

    private void write(Caller by, UUID id, UUID staffId, TierGrantOrder order) {
        points.post(session -> {
            session.lock(Set.of(order.memberId()));
            StandingHistory history =
                    standings.histories(List.of(order.memberId())).get(order.memberId());
            changes.add(session.batch(), history, standing(session, history, id, staffId, order));
            audit.record(
                    by, "tier.granted", "member", order.memberId(),
                    "tier", order.tierCode(), "until", order.until().toString(), "explanation", order.explanation());
            return null;
        });
    }

    private Standing standing(
            LedgerSession session, StandingHistory history, UUID id, UUID staffId, TierGrantOrder order) {
        Program current = program.current();
        YearMonth month = current.monthOf(session.now());
        Tier tier = history.ladder().find(order.tierCode()).orElseThrow(() ->
                Problem.invalid("/tier", "value_unknown", codes()));
        TierJudge judge = history.judge(session.member(order.memberId()).monthSums(), current);
        Instant recordedAt = history.recordedAt(session.now());
        return new Standing(
                id,
                order.memberId(),
                session.now(),
                recordedAt,
                tier.code(),
                StandingCause.GRANTED,
                month,
                StandingReason.of(judge.best(month), tier).given(new TierGrant(staffId, order.explanation())),
                Optional.of(current.startOf(order.until().plusDays(1))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        TierGrantOrder order = order(approval);
        LocalText name = ladder.current().known(order.tierCode()).map(Tier::name).orElse(LocalText.of(order.tierCode(), order.tierCode()));
        LocalText until = DateText.date(order.until());
        return new Summary(
                LocalText.of(
                        "Beri tingkat " + name.id() + " sampai " + until.id(), "Give " + name.en() + " until " + until.en()),
                memberOf(order.memberId()).map(FoundMember::name).orElse(""),
                LocalText.of("Tingkat diberikan oleh petugas", "Tier given by staff"),
                order.explanation());
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        if (!by.roles().contains(Role.ADMINISTRATOR)) {
            throw Problem.of(ProblemCode.ROLE_MAY_NOT_APPROVE);
        }
        own.refuse(by, Set.of(order(approval).memberId()));
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        TierGrantOrder order = order(approval);
        check(order);
        own.refuse(new Caller.SignedInStaff(approval.requestedBy(), Set.of()), Set.of(order.memberId()));
        write(approver, approval.id(), approval.requestedBy(), order);
    }

    private TierGrantOrder order(Approval approval) {
        return json.read(approval.content(), TierGrantOrder.class);
    }
}
