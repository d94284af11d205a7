package id.setia.tiers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.MonthSums;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells who would move by another ladder, beside who moves by the one in force. */
@Singleton
class TierPreviews {

    private static final int MOST_EXAMPLES = 100;

    private final TierScan scan;
    private final TierLadder ladder;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    TierPreviews(TierScan scan, TierLadder ladder, ProgramSettings settings, BusinessClock clock) {
        this.scan = scan;
        this.ladder = ladder;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Judges every member by the proposed ladder and by the one in force.
     *
     * @param soFar whether the month under way counts as far as it has come, as the next run will see it; else only the
     *     months that are over
     */
    TierPreviewResponse of(Ladder proposed, boolean soFar) {
        Program program = settings.current();
        Instant now = clock.now();
        YearMonth run = program.monthOf(now).plusMonths(soFar ? 1 : 0);
        Ladder present = ladder.current();
        Tally tally = new Tally(program, present, proposed, run, now);
        Ladder asking = proposed.policy().asksWhenJoined() ? proposed : present;
        scan.over(Optional.empty(), asking, Long.MAX_VALUE, tally);
        return tally.response(run.minusMonths(1).atEndOfMonth());
    }

    private record Way(String from, String to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int froms = from.compareTo(other.from);
            return froms == 0 ? to.compareTo(other.to) : froms;
        }
    }

    /** Counts the ways members go. */
    private static final class Tally implements TierScan.Visitor {

        private final Program program;
        private final Ladder present;
        private final Ladder proposed;
        private final YearMonth run;
        private final Instant now;
        private final Map<Way, Long> then = new TreeMap<>();
        private final Map<Way, Long> otherwise = new TreeMap<>();
        private final List<TierPreviewExample> examples = new ArrayList<>();
        private long members;
        private long different;

        Tally(Program program, Ladder present, Ladder proposed, YearMonth run, Instant now) {
            this.program = program;
            this.present = present;
            this.proposed = proposed;
            this.run = run;
            this.now = now;
        }

        @Override
        public boolean visit(StandingHistory history, MonthSums sums) {
            String from = history.on(present).tierAt(now).code();
            String to = history.on(proposed).judge(sums, program).after(run, now).code();
            String unchanged = history.on(present).judge(sums, program).after(run, now).code();
            members++;
            then.merge(new Way(from, to), 1L, Long::sum);
            otherwise.merge(new Way(from, unchanged), 1L, Long::sum);
            if (!to.equals(unchanged)) {
                different++;
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(new TierPreviewExample(
                            PublicId.MEMBER.format(history.memberId()), from, to, unchanged));
                }
            }
            return true;
        }

        TierPreviewResponse response(LocalDate lastDay) {
            Map<Way, Long> all = new TreeMap<>(then);
            otherwise.forEach((way, count) -> all.putIfAbsent(way, 0L));
            return new TierPreviewResponse(
                    lastDay,
                    members,
                    different,
                    all.entrySet().stream()
                            .map(way -> new TierPreviewMove(
                                    way.getKey().from(),
                                    way.getKey().to(),
                                    way.getValue(),
                                    otherwise.getOrDefault(way.getKey(), 0L)))
                            .toList(),
                    examples);
        }
    }
}
