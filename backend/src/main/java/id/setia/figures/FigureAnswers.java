package id.setia.figures;

import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardDays;
import id.setia.rewards.RewardSum;
import id.setia.tiers.Tier;
import id.setia.tiers.TierFlows;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** The figures of a period, as answers show them. */
@Singleton
class FigureAnswers {

    private static final int REWARDS = 10;

    private final FigureSums sums;
    private final SalesRows sales;
    private final StandRows stands;
    private final FigureProgress progress;
    private final PartnerDirectory partners;
    private final RewardDays rewards;
    private final TierLadder ladder;
    private final Settings settings;
    private final ProgramSettings program;

    FigureAnswers(
            FigureSums sums,
            SalesRows sales,
            StandRows stands,
            FigureProgress progress,
            PartnerDirectory partners,
            RewardDays rewards,
            TierLadder ladder,
            Settings settings,
            ProgramSettings program) {
        this.sums = sums;
        this.sales = sales;
        this.stands = stands;
        this.progress = progress;
        this.partners = partners;
        this.rewards = rewards;
        this.ladder = ladder;
        this.settings = settings;
        this.program = program;
    }

    FiguresResponse of(Span span) {
        Span before = span.before();
        Optional<FigureProgress.Reached> counted =
                progress.reached().filter(reached -> reached.countedAt().isPresent());
        return new FiguresResponse(
                span.period(),
                span.first(),
                span.last(),
                span.isOver(),
                before.first(),
                before.last(),
                counted.flatMap(FigureProgress.Reached::countedAt).orElse(null),
                counted.map(reached -> figures(span, before, reached)).orElse(List.of()),
                stores(span, before),
                tiers(YearMonth.from(span.last())),
                rewards(span));
    }

    private List<FigureResponse> figures(Span span, Span before, FigureProgress.Reached reached) {
        List<Span> shown = span.upTo();
        FigureSums.Known known = sums.between(shown.getFirst().first(), span.last());
        FigureTargets targets = targets();
        return Arrays.stream(Figure.values())
                .map(figure -> new FigureResponse(
                        figure,
                        figure.unit(),
                        figure.words(),
                        figure.definition(),
                        figure.isListed(),
                        known.of(figure, span).orElse(null),
                        known.of(figure, before).orElse(null),
                        target(targets, figure, span).orElse(null),
                        asOf(figure, known, span, reached).orElse(null),
                        shown.stream()
                                .map(each -> new FigurePointResponse(
                                        each.first(), known.of(figure, each).orElse(null)))
                                .toList()))
                .toList();
    }

    private FigureTargets targets() {
        return settings.read(FigureTargets.SETTING, FigureTargets.class, FigureTargets.NONE).value();
    }

    private Optional<FigureValueResponse> target(FigureTargets targets, Figure figure, Span span) {
        return span.period() == Period.MONTH
                ? targets.of(figure, YearMonth.from(span.first()).toString())
                        .map(target -> target.response(program.current()))
                : Optional.empty();
    }

    private static Optional<Instant> asOf(
            Figure figure, FigureSums.Known known, Span span, FigureProgress.Reached reached) {
        return switch (figure) {
            case EXPECTED_BREAKAGE -> known.expected(span).map(StandRows.Breakage::reckonedAt);
            case ACTIVE_MEMBERS, ACTIVE_MEMBERS_90 -> reached.buyersAt();
            case NEW_MEMBERS, SALES, MEMBER_SALES, MEMBER_SHARE, POINTS_EARNED, POINTS_SPENT, POINTS_EXPIRED,
                    REDEMPTION_RATE, POINTS_OUTSTANDING, LIABILITY -> reached.countedAt();
        };
    }

    private List<StoreFiguresResponse> stores(Span span, Span before) {
        Map<UUID, DaySales> now = sales.stores(span.first(), span.last());
        Map<UUID, DaySales> then = sales.stores(before.first(), before.last());
        TreeSet<UUID> all = new TreeSet<>(now.keySet());
        all.addAll(then.keySet());
        Comparator<UUID> best = Comparator.comparing(id -> now.getOrDefault(id, DaySales.NOTHING).sales());
        return all.stream()
                .sorted(best.reversed())
                .map(id -> store(
                        id, now.getOrDefault(id, DaySales.NOTHING), then.getOrDefault(id, DaySales.NOTHING)))
                .toList();
    }

    private StoreFiguresResponse store(UUID id, DaySales now, DaySales before) {
        Program current = program.current();
        Optional<Store> store = partners.store(id);
        String publicId = PublicId.STORE.format(id);
        return new StoreFiguresResponse(
                publicId,
                store.map(Store::name).orElse(publicId),
                store.flatMap(of -> partners.partner(of.partnerId())).map(partner -> partner.name()).orElse(""),
                store.map(Store::region).orElse(""),
                current.money(now.sales()),
                current.money(before.sales()),
                now.purchases(),
                now.memberPurchases(),
                FigureSums.share(now.memberPurchases(), now.purchases()).orElse(null),
                now.points(),
                now.newMembers());
    }

    private TierMonthResponse tiers(YearMonth month) {
        return new TierMonthResponse(
                month.toString(),
                stands.finishedAt(month).orElse(null),
                stands.flows(month).stream().map(this::flow).toList());
    }

    private TierFlowResponse flow(TierFlows.Flow flow) {
        return new TierFlowResponse(
                flow.from(), tierName(flow.from()), flow.to(), tierName(flow.to()), flow.up(), flow.members());
    }

    private LocalText tierName(String code) {
        return ladder.isDefined()
                ? ladder.current().known(code).map(Tier::name).orElse(LocalText.of(code, code))
                : LocalText.of(code, code);
    }

    private List<RewardFiguresResponse> rewards(Span span) {
        List<RewardSum> top = sales.rewards(span.first(), span.last(), REWARDS);
        Map<UUID, Reward> known = rewards.rewards(top.stream().map(RewardSum::rewardId).toList());
        return top.stream()
                .map(sum -> new RewardFiguresResponse(
                        PublicId.REWARD.format(sum.rewardId()),
                        Optional.ofNullable(known.get(sum.rewardId())).map(Reward::name).orElse(LocalText.of("–", "–")),
                        sum.redemptions(),
                        sum.points()))
                .toList();
    }
}
