package id.setia.earning;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When each version of one rule judges.
 *
 * @param publications the latest first
 */
record RuleTimeline(List<RulePublication> publications) {

    /** The end of the time in which the version judges: its own, or the beginning of a later version. */
    Optional<Instant> until(RuleVersion version) {
        return Stream.concat(
                        version.until().stream(),
                        publications.stream()
                                .map(RulePublication::version)
                                .filter(other -> other.version() > version.version())
                                .map(RuleVersion::from))
                .min(Instant::compareTo);
    }

    RuleState state(RuleVersion version, Instant now) {
        Optional<Instant> until = until(version);
        if (!version.isEnd() && until.filter(end -> !end.isAfter(version.from())).isPresent()) {
            return RuleState.REPLACED;
        }
        if (version.from().isAfter(now)) {
            return RuleState.SCHEDULED;
        }
        return until.filter(end -> !end.isAfter(now)).isPresent() ? RuleState.ENDED : RuleState.IN_FORCE;
    }

    RuleState state(Instant now) {
        List<RuleState> states = publications.stream()
                .map(RulePublication::version)
                .filter(version -> !version.isEnd())
                .map(version -> state(version, now))
                .toList();
        return Stream.of(RuleState.IN_FORCE, RuleState.SCHEDULED)
                .filter(states::contains)
                .findFirst()
                .orElse(RuleState.ENDED);
    }

    /** The version to show for the rule: the one in force, else the next, else the last that said anything. */
    RuleVersion shown(Instant now) {
        List<RuleVersion> saying = publications.stream()
                .map(RulePublication::version)
                .filter(version -> !version.isEnd())
                .toList();
        return Stream.of(RuleState.IN_FORCE, RuleState.SCHEDULED)
                .map(state -> saying.reversed().stream()
                        .filter(version -> state(version, now) == state)
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(saying::getFirst);
    }

    /** When the rule ends after the version: its own end, or that of a version which only ends it. */
    Optional<Instant> end(RuleVersion version) {
        Optional<Instant> until = until(version);
        boolean another = publications.stream()
                .map(RulePublication::version)
                .filter(other -> other.version() > version.version() && !other.isEnd())
                .anyMatch(other -> until.filter(other.from()::equals).isPresent());
        return another ? Optional.empty() : until;
    }

    int last() {
        return publications.getFirst().version().version();
    }
}
