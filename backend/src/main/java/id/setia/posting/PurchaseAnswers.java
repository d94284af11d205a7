package id.setia.posting;

import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.RuleBook;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Page;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.points.JudgedTransactions;
import id.setia.points.MemberLedger;
import id.setia.points.PointsSummary;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.Tender;
import id.setia.tiers.StandingResponse;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Purchases as answers. */
@Singleton
public class PurchaseAnswers {

    private final ProgramSettings settings;
    private final PartnerDirectory partners;
    private final Explanations explanations;
    private final Standings standings;
    private final PurchaseJudge judge;
    private final JudgedTransactions judged;
    private final Judgements judgements;
    private final Json json;

    PurchaseAnswers(
            ProgramSettings settings,
            PartnerDirectory partners,
            Explanations explanations,
            Standings standings,
            PurchaseJudge judge,
            JudgedTransactions judged,
            Judgements judgements,
            Json json) {
        this.settings = settings;
        this.partners = partners;
        this.explanations = explanations;
        this.standings = standings;
        this.judge = judge;
        this.judged = judged;
        this.judgements = judgements;
        this.json = json;
    }

    /** The purchase as it stands, without the member's balance. */
    public PurchaseResponse of(Purchase purchase) {
        return of(purchase, judgement(purchase), explanations.book(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** A page of purchases as they stand, explained by rules read once. */
    public Page<PurchaseResponse> of(Page<Purchase> page) {
        RuleBook rules = explanations.book();
        return page.map(purchase -> of(purchase, judgement(purchase), rules, Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    private Optional<Judgement> judgement(Purchase purchase) {
        return Optional.of(purchase.standingGrants())
                .filter(text -> !text.isEmpty())
                .map(judgements::read);
    }

    /** What the till is told right after the act, with the numbers of that moment. */
    PurchaseResponse posted(PostingDesk desk, Purchase purchase, Collection<Warning> warnings) {
        Optional<MemberLedger> ledger = purchase.memberId().map(desk.ledger()::member);
        Optional<StandingResponse> standing = ledger.map(
                member -> standings.view(desk.history(member.memberId()), member.monthSums(), desk.now()));
        return of(
                purchase,
                Optional.of(purchase.standingGrants())
                        .filter(text -> !text.isEmpty())
                        .map(desk.judgements()::read),
                desk.rules(),
                ledger.map(member -> PointsSummary.of(member, desk.program())),
                standing,
                standing.flatMap(now -> judge.nudge(desk, purchase, Optional.ofNullable(now.next()))),
                warnings.stream().map(WarningResponse::of).toList());
    }

    /** The purchase with the answer, so that it can be given again. */
    Purchase keep(PostingDesk desk, Purchase purchase, PurchaseResponse answer) {
        desk.answered(purchase.id(), answer);
        return purchase.answered(json.write(KeptAnswer.of(purchase, answer)));
    }

    /** What the till was told the first time, perhaps in this very transaction. */
    PurchaseResponse replayed(PostingDesk desk, Purchase purchase, Collection<Warning> more) {
        return desk.answer(purchase.id())
                .map(answer -> answer.asReplay(
                        more.stream().map(WarningResponse::of).toList()))
                .orElseGet(() -> replayed(purchase, more));
    }

    /** What the till was told the first time, in an earlier transaction. */
    PurchaseResponse replayed(Purchase purchase, Collection<Warning> more) {
        PurchaseResponse first = KeptAnswer.isWhole(purchase.answer())
                ? json.read(purchase.answer(), PurchaseResponse.class)
                : again(purchase, json.read(purchase.answer(), KeptAnswer.class));
        return first.asReplay(more.stream().map(WarningResponse::of).toList());
    }

    private PurchaseResponse again(Purchase purchase, KeptAnswer kept) {
        Optional<UUID> memberId = Optional.ofNullable(kept.memberId()).flatMap(PublicId.MEMBER::parse);
        Optional<Judgement> judgement = memberId.flatMap(
                        ignored -> judged.judgement(PurchaseJudge.postingKey(purchase.id(), kept.attachments() - 1)))
                .map(judgements::read);
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : purchase.lines()) {
            lines.add(new PurchaseLine(
                    line.line(),
                    line.earns(),
                    line.base(),
                    judgement.map(then -> then.pointsAt(line.position())).orElse(0L),
                    kept.refunded(lines.size()),
                    0));
        }
        return of(
                purchase.asOfThen(
                        memberId, lines, kept.earningBase(), judgement.map(Judgement::points).orElse(0L)),
                judgement,
                explanations.book(),
                Optional.ofNullable(kept.points()),
                Optional.ofNullable(kept.standing()),
                Optional.ofNullable(kept.nudge()),
                kept.warnings());
    }

    private PurchaseResponse of(
            Purchase purchase,
            Optional<Judgement> standingGrants,
            RuleBook rules,
            Optional<PointsSummary> points,
            Optional<StandingResponse> standing,
            Optional<Nudge> nudge,
            List<WarningResponse> warnings) {
        Program program = settings.current();
        ReceiptHead head = purchase.head();
        Optional<Set<String>> pendingFor =
                standingGrants.map(Judgement::pendingFor).filter(limits -> !limits.isEmpty());
        return new PurchaseResponse(
                PublicId.PURCHASE.format(purchase.id()),
                false,
                purchase.memberId().isPresent() ? "attached" : "unattached",
                purchase.memberId().map(PublicId.MEMBER::format).orElse(null),
                store(head.storeId()),
                head.channel(),
                head.businessDate(),
                head.till().orElse(null),
                head.receiptNumber().orElse(null),
                head.orderNumber().orElse(null),
                head.occurredAt(),
                purchase.recordedAt(),
                program.money(purchase.amounts().total()),
                program.money(purchase.earningBase()),
                purchase.points(),
                purchase.pointsTakenBack(),
                pendingFor.map(limits -> purchase.points() - purchase.pointsTakenBack()).orElse(null),
                pendingFor.map(PurchaseAnswers::pendingReason).orElse(null),
                used(purchase),
                purchase.lines().stream().map(line -> line(line, program)).toList(),
                standingGrants.map(judgement -> explanations.of(judgement, rules)).orElse(List.of()),
                points.orElse(null),
                standing.orElse(null),
                nudge.orElse(null),
                null,
                null,
                null,
                pendingFor.isPresent() && points.isPresent() ? pending(warnings) : warnings);
    }

    private static Long used(Purchase purchase) {
        long points = purchase.amounts().tenders().stream().mapToLong(Tender::points).sum();
        return points == 0 ? null : points;
    }

    private static List<WarningResponse> pending(List<WarningResponse> warnings) {
        List<WarningResponse> all = new ArrayList<>(warnings);
        all.add(WarningResponse.of(Warning.POINTS_PENDING));
        return all;
    }

    /** Why points wait for a check, in neutral words. */
    public static LocalText pendingReason(Set<String> limits) {
        LocalText first = VelocityLimit.of(limits.iterator().next()).text();
        return LocalText.of("Menunggu pemeriksaan. " + first.id() + ".", "Waiting for a check. " + first.en() + ".");
    }

    /** The store as answers show it. */
    public StoreSummary store(UUID storeId) {
        return partners.store(storeId)
                .map(StoreSummary::of)
                .orElseThrow(() -> new IllegalStateException("no store " + storeId));
    }

    private static PurchaseLineResponse line(PurchaseLine line, Program program) {
        return new PurchaseLineResponse(
                line.position(),
                line.line().sku().orElse(null),
                line.line().name(),
                line.line().quantity().stripTrailingZeros().toPlainString(),
                program.money(line.line().amount()),
                line.line().category().orElse(null),
                line.line().brand().orElse(null),
                line.points(),
                line.refundedQuantity().stripTrailingZeros().toPlainString());
    }
}
