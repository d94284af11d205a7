package id.setia.earning;

import id.setia.access.StaffNames;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules as staff read them. */
@Singleton
class RuleAnswers {

    private final Transactions transactions;
    private final RuleRows rows;
    private final RuleStopRows stops;
    private final RuleSentences sentences;
    private final RuleExamples examples;
    private final StaffNames names;
    private final ProgramSettings settings;
    private final BusinessClock clock;

    RuleAnswers(
            Transactions transactions,
            RuleRows rows,
            RuleStopRows stops,
            RuleSentences sentences,
            RuleExamples examples,
            StaffNames names,
            ProgramSettings settings,
            BusinessClock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.stops = stops;
        this.sentences = sentences;
        this.examples = examples;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is needed to tell of rules, read once. */
    private record Read(RuleBook book, Map<UUID, RuleStop> stops, Map<UUID, String> names, Instant now) {}

    RuleListResponse all() {
        return new RuleListResponse(responses().stream()
                .sorted(Comparator.comparing(RuleResponse::state)
                        .thenComparing(rule -> rule.terms().kind())
                        .thenComparing(RuleResponse::code))
                .toList());
    }

    /** @throws Problem {@code rule_not_found} */
    RuleResponse one(UUID ruleId) {
        String id = PublicId.RULE.format(ruleId);
        return responses().stream()
                .filter(rule -> rule.ruleId().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.RULE_NOT_FOUND));
    }

    private List<RuleResponse> responses() {
        List<RulePublication> publications = transactions.read(rows::publications);
        Read read = new Read(
                new RuleBook(publications.stream().map(RulePublication::version).toList()),
                stops.all(),
                names.of(publications.stream()
                        .flatMap(publication -> publication.by().stream())
                        .collect(Collectors.toSet())),
                clock.now());
        return publications.stream()
                .collect(Collectors.groupingBy(publication -> publication.version().ruleId()))
                .values()
                .stream()
                .map(rule -> response(new RuleTimeline(rule), read))
                .toList();
    }

    private RuleResponse response(RuleTimeline timeline, Read read) {
        RuleVersion shown = timeline.shown(read.now());
        RuleDefinition definition = shown.definition();
        return new RuleResponse(
                PublicId.RULE.format(shown.ruleId()),
                shown.code(),
                timeline.state(read.now()),
                definition.conditions().throughOffer(),
                timeline.last(),
                sentences.of(definition, shown.from(), timeline.end(shown), read.now()),
                examples.of(definition, Optional.of(shown.ruleId()), read.book(), read.now()),
                RuleTerms.of(definition, settings.current()),
                timeline.publications().stream()
                        .map(publication -> response(publication, timeline, read))
                        .toList(),
                Optional.ofNullable(read.stops().get(shown.ruleId()))
                        .filter(stop -> stop.version() == timeline.last())
                        .map(stop -> stopped(stop, read))
                        .orElse(null));
    }

    private static RuleStopResponse stopped(RuleStop stop, Read read) {
        return new RuleStopResponse(
                stop.version(), stop.at(), stop.reason(), stop.by().map(read.names()::get).orElse(null));
    }

    private RuleVersionResponse response(RulePublication publication, RuleTimeline timeline, Read read) {
        RuleVersion version = publication.version();
        return new RuleVersionResponse(
                version.version(),
                timeline.state(version, read.now()),
                version.isEnd(),
                version.from(),
                timeline.until(version).orElse(null),
                publication.at(),
                publication.by().map(read.names()::get).orElse(null),
                sentences.of(version.definition()),
                RuleTerms.of(version.definition(), settings.current()));
    }
}
