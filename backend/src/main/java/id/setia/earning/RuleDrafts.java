package id.setia.earning;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
import id.setia.approvals.ApprovalState;
import id.setia.approvals.Approvals;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to drafts of rules: written, reviewed, and published as a version; above a limit of cost only with a second
 * person's yes.
 */
@Singleton
public class RuleDrafts implements ApprovableAct {

    static final String KIND = "rule_publication";

    private static final int LONGEST_NOTE = 500;

    private final RuleDraftRows drafts;
    private final RuleRows rows;
    private final RuleTermsReader reader;
    private final RulePublishing publishing;
    private final RuleSentences sentences;
    private final RuleCost cost;
    private final Approvals approvals;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final AuditTrail audit;

    RuleDrafts(
            RuleDraftRows drafts,
            RuleRows rows,
            RuleTermsReader reader,
            RulePublishing publishing,
            RuleSentences sentences,
            RuleCost cost,
            Approvals approvals,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            AuditTrail audit) {
        this.drafts = drafts;
        this.rows = rows;
        this.reader = reader;
        this.publishing = publishing;
        this.sentences = sentences;
        this.cost = cost;
        this.approvals = approvals;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.audit = audit;
    }

    /** What a draft says, and of which rule. */
    public record Content(Optional<UUID> ruleId, RuleDefinition definition) {}

    /** @throws Problem {@code rule_draft_not_found} */
    public Content content(UUID draftId) {
        RuleDraft draft = find(draftId);
        return new Content(draft.ruleId(), draft.definition());
    }

    /** The draft as it stands; one whose request was refused is a draft again. */
    RuleDraft find(UUID draftId) {
        return settled(drafts.find(draftId).orElseThrow(() -> Problem.of(ProblemCode.RULE_DRAFT_NOT_FOUND)));
    }

    RuleDraft settled(RuleDraft draft) {
        boolean refused = draft.state() == RuleDraftState.WAITING
                && draft.approvalId()
                        .flatMap(approvals::find)
                        .filter(approval -> approval.state() == ApprovalState.WAITING)
                        .isEmpty();
        return refused
                ? new RuleDraft(
                        draft.id(), draft.ruleId(), draft.code(), RuleDraftState.DRAFT, draft.definition(),
                        draft.startsAt(), draft.endsAt(), draft.statedPoints(), draft.note(), draft.estimate(),
                        draft.approvalId(), draft.publishedRuleId(), draft.publishedVersion(), draft.version(),
                        draft.createdBy(), draft.createdAt(), draft.changedBy(), draft.changedAt())
                : draft;
    }

    /** The request that a second person said no to, until the draft is written anew or its publication asked for again. */
    Optional<Approval> rejection(RuleDraft draft) {
        return draft.approvalId()
                .flatMap(approvals::find)
                .filter(approval -> approval.state() == ApprovalState.REJECTED);
    }

    /** Begins a draft. */
    UUID create(Caller by, WriteRuleDraftRequest request) {
        RuleDefinition definition = reader.read(request.terms(), "/terms");
        UUID id = ids.next();
        transactions.write(connection -> {
            Optional<UUID> ruleId = Optional.ofNullable(request.ruleId())
                    .map(text -> PublicId.RULE.parseOr(text, ProblemCode.RULE_NOT_FOUND));
            String code = ruleId.isPresent() ? codeOf(ruleId.get(), definition, request) : newCode(request);
            RuleDraft draft = written(
                    new RuleDraft(
                            id, ruleId, code, RuleDraftState.DRAFT, definition, Optional.empty(), Optional.empty(),
                            Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0,
                            by.actorId(), clock.now(), by.actorId(), clock.now()),
                    by, definition, request);
            put(by, "rule_draft.created", draft);
            return null;
        });
        return id;
    }

    private String newCode(WriteRuleDraftRequest request) {
        if (request.code() == null) {
            throw Problem.invalid("/code", "required");
        }
        if (transactions.read(connection -> rows.ruleId(connection, request.code())).isPresent()) {
            throw Problem.invalid("/code", "code_taken");
        }
        return request.code();
    }

    private String codeOf(UUID ruleId, RuleDefinition definition, WriteRuleDraftRequest request) {
        if (request.code() != null) {
            throw Problem.invalid("/code", "must_be_absent");
        }
        RuleVersion last = transactions.read(connection -> rows.versions(connection)).stream()
                .filter(version -> version.ruleId().equals(ruleId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.RULE_NOT_FOUND));
        if (last.definition().conditions().throughOffer()) {
            throw Problem.of(ProblemCode.RULE_BELONGS_TO_OFFER);
        }
        if (RuleKind.of(last.definition()) != RuleKind.of(definition)) {
            throw Problem.invalid("/terms/kind", "kind_fixed");
        }
        return last.code();
    }

    private RuleDraft written(RuleDraft before, Caller by, RuleDefinition definition, WriteRuleDraftRequest request) {
        if (request.from() != null && request.until() != null && !request.until().isAfter(request.from())) {
            throw Problem.invalid("/until", "end_before_start");
        }
        String note = Optional.ofNullable(request.note()).orElse("");
        TextLine.objectionUnlessEmpty("/note", note, LONGEST_NOTE).ifPresent(error -> {
            throw Problem.invalid(List.of(error));
        });
        return new RuleDraft(
                before.id(), before.ruleId(), before.code(), RuleDraftState.DRAFT, definition,
                Optional.ofNullable(request.from()).map(time -> time.truncatedTo(ChronoUnit.MICROS)),
                Optional.ofNullable(request.until()).map(time -> time.truncatedTo(ChronoUnit.MICROS)),
                Optional.ofNullable(request.statedPointsPerMonth()),
                TextLine.normal(note),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), before.version() + 1,
                before.createdBy(), before.createdAt(), by.actorId(), clock.now());
    }

    private void put(Caller by, String act, RuleDraft draft) {
        drafts.put(draft);
        audit.record(
                by, act, "rule_draft", draft.id(),
                "version", String.valueOf(draft.version()), "code", draft.code(),
                "definition", json.write(draft.definition()));
    }

    /** Writes a draft anew; one that was in review has to be reviewed again. */
    void change(Caller by, UUID draftId, Version seen, WriteRuleDraftRequest request) {
        RuleDefinition definition = reader.read(request.terms(), "/terms");
        transactions.write(connection -> {
            RuleDraft before = lockedOpen(draftId, seen);
            if (RuleKind.of(before.definition()) != RuleKind.of(definition) && before.ruleId().isPresent()) {
                throw Problem.invalid("/terms/kind", "kind_fixed");
            }
            put(by, "rule_draft.changed", written(before, by, definition, request));
            return null;
        });
    }

    /** Throws a draft away. */
    void delete(Caller by, UUID draftId, Version seen) {
        transactions.write(connection -> {
            RuleDraft draft = lockedOpen(draftId, seen);
            drafts.delete(draftId);
            audit.record(by, "rule_draft.deleted", "rule_draft", draftId, "code", draft.code());
            return null;
        });
    }

    /** Submits a draft for review. */
    void submit(Caller by, UUID draftId, Version seen) {
        transactions.write(connection -> {
            RuleDraft draft = lockedOpen(draftId, seen);
            put(by, "rule_draft.submitted", draft.in(RuleDraftState.IN_REVIEW, by.actorId(), clock.now()));
            return null;
        });
    }

    /** Takes a draft back from review, or its author's request for a second person's yes. */
    void takeBack(Caller.SignedInStaff by, UUID draftId, Version seen) {
        transactions.write(connection -> {
            RuleDraft draft = locked(draftId, seen);
            switch (draft.state()) {
                case DRAFT, IN_REVIEW -> { }
                case WAITING -> approvals.withdraw(by, draft.approvalId().orElseThrow());
                case PUBLISHED -> throw Problem.of(ProblemCode.RULE_DRAFT_FIXED);
            }
            put(by, "rule_draft.taken_back", draft.in(RuleDraftState.DRAFT, by.actorId(), clock.now()));
            return null;
        });
    }

    /**
     * Publishes a draft as a version, or asks for a second person's yes where it is expected to cost more than the limit.
     *
     * @throws Problem {@code rule_draft_fixed}, {@code changed_meanwhile}, {@code validation_failed} when a limit is set
     *     and neither past purchases nor its author say what it would cost
     */
    void publish(Caller.SignedInStaff by, UUID draftId, Version seen) {
        RuleDraft read = find(draftId);
        Optional<RuleEstimate> estimate = cost.policy().asksNobody()
                ? Optional.empty()
                : Optional.of(cost.estimate(read.ruleId(), read.definition(), read.statedPoints())
                        .orElseThrow(() -> Problem.invalid("/statedPointsPerMonth", "required")));
        transactions.write(connection -> {
            RuleDraft draft = lockedOpen(draftId, seen);
            if (estimate.filter(expected -> cost.isAboveLimit(expected.pointsPerMonth())).isPresent()) {
                UUID approval = ids.next();
                approvals.request(
                        approval, by, KIND, Optional.empty(), PublicId.RULE_DRAFT.format(draft.id()));
                put(by, "rule_draft.waiting", draft.waiting(approval, estimate.get(), by.actorId(), clock.now()));
                return null;
            }
            publish(by, draft, estimate);
            return null;
        });
    }

    private void publish(Caller by, RuleDraft draft, Optional<RuleEstimate> estimate) {
        Instant now = clock.now();
        Instant soonest = now.plus(RuleTimes.AHEAD);
        Instant from = RuleTimes.effective(
                draft.startsAt().filter(soonest::isBefore).orElse(null), "/from", now);
        RulePublishing.Published made = draft.ruleId()
                .map(ruleId -> publishing.change(
                        by, ruleId, Optional.empty(), draft.definition(), from, draft.endsAt().orElse(null)))
                .orElseGet(() -> publishing.create(
                        by, draft.code(), draft.definition(), from, draft.endsAt().orElse(null)));
        put(by, "rule_draft.published",
                draft.published(made.ruleId(), made.version(), estimate, by.actorId(), now));
    }

    private RuleDraft lockedOpen(UUID draftId, Version seen) {
        RuleDraft draft = locked(draftId, seen);
        return switch (draft.state()) {
            case DRAFT, IN_REVIEW -> draft;
            case WAITING, PUBLISHED -> throw Problem.of(ProblemCode.RULE_DRAFT_FIXED);
        };
    }

    private RuleDraft locked(UUID draftId, Version seen) {
        RuleDraft draft = settled(
                drafts.lock(draftId).orElseThrow(() -> Problem.of(ProblemCode.RULE_DRAFT_NOT_FOUND)));
        seen.mustBe(draft.version());
        return draft;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        Optional<RuleDraft> draft = PublicId.RULE_DRAFT.parse(approval.content()).flatMap(drafts::find);
        LocalText points = MoneyText.number(
                draft.flatMap(RuleDraft::estimate).map(RuleEstimate::pointsPerMonth).orElse(0L));
        return new Summary(
                LocalText.of(
                        "Terbitkan aturan, kira-kira " + points.id() + MoneyText.TIE + "poin sebulan",
                        "Publish a rule, about " + points.en() + MoneyText.TIE + "points a month"),
                "",
                draft.map(found -> sentences.of(found.definition())).orElse(LocalText.of("-", "-")),
                draft.map(RuleDraft::note).orElse(""));
    }

    @Override
    public Optional<String> subject(Approval approval) {
        return Optional.of(approval.content());
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        cost.refuseApprover(by);
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        UUID draftId = PublicId.RULE_DRAFT.parseOr(approval.content(), ProblemCode.RULE_DRAFT_NOT_FOUND);
        RuleDraft draft =
                drafts.lock(draftId).orElseThrow(() -> Problem.of(ProblemCode.RULE_DRAFT_NOT_FOUND));
        if (draft.state() != RuleDraftState.WAITING) {
            throw Problem.of(ProblemCode.RULE_DRAFT_FIXED);
        }
        publish(new Caller.SignedInStaff(approval.requestedBy(), Set.of()), draft, draft.estimate());
    }
}
