package id.setia.tiers;

import id.setia.access.StaffNames;
import id.setia.kernel.LocalText;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how a member's tier changed. */
@Singleton
class StandingAnswers {

    private static final int MOST = 100;

    private final Standings standings;
    private final StaffNames names;
    private final ProgramSettings settings;

    StandingAnswers(Standings standings, StaffNames names, ProgramSettings settings) {
        this.standings = standings;
        this.names = names;
        this.settings = settings;
    }

    StandingListResponse of(UUID memberId, boolean forStaff) {
        StandingHistory history = standings.histories(List.of(memberId)).get(memberId);
        List<Standing> latest = history.latestFirst().stream().limit(MOST).toList();
        Map<UUID, String> givers = forStaff
                ? names.of(latest.stream()
                        .flatMap(standing -> grant(standing).map(TierGrant::by))
                        .collect(Collectors.toSet()))
                : Map.of();
        return new StandingListResponse(
                latest.stream().map(standing -> item(standing, history.ladder(), forStaff, givers)).toList());
    }

    private static Stream<TierGrant> grant(Standing standing) {
        return Stream.ofNullable(standing.reason().grant());
    }

    private StandingItem item(Standing standing, Ladder ladder, boolean forStaff, Map<UUID, String> givers) {
        Program program = settings.current();
        Tier tier = ladder.known(standing.tierCode())
                .orElseGet(() -> new Tier(
                        standing.tierCode(), 1, LocalText.of(standing.tierCode(), standing.tierCode()), 0));
        Optional<LocalDate> lastDay =
                standing.holdsUntil().map(program::dateOf).map(first -> first.minusDays(1));
        Optional<TierGrant> grant = grant(standing).findFirst().filter(given -> forStaff);
        return new StandingItem(
                TierResponse.of(tier),
                standing.effectiveFrom(),
                standing.cause().value(),
                reason(standing, tier, lastDay, texts(program, ladder)),
                lastDay.orElse(null),
                grant.map(given -> givers.get(given.by())).orElse(null),
                grant.map(TierGrant::explanation).orElse(null));
    }

    private static StandingTexts texts(Program program, Ladder ladder) {
        return new StandingTexts(program.currency(), StandingView.unit(program, ladder), program.pointsName());
    }

    private static LocalText reason(Standing standing, Tier tier, Optional<LocalDate> lastDay, StandingTexts texts) {
        StandingReason reason = standing.reason();
        return switch (standing.cause()) {
            case JOINED -> texts.joined(tier);
            case IMPORTED -> lastDay.map(day -> texts.broughtOver(tier, day)).orElseGet(() -> texts.broughtOver(tier));
            case GRANTED -> lastDay.map(day -> texts.granted(tier, day)).orElseGet(() -> texts.granted(tier));
            case MERGED -> texts.merged(tier);
            case LATE_PURCHASE -> texts.reachedLate(reason.figure(), reason.threshold(), tier);
            case RUN, PURCHASE -> reason.threshold() == 0 || reason.average() < reason.threshold()
                    ? texts.decided(reason.figure())
                    : texts.reached(reason.figure(), reason.threshold(), tier);
        };
    }
}
