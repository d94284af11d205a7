package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Deployment;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.members.JoiningSettingsResponse;
import id.setia.members.MinimumAge;
import id.setia.messages.PhoneChannel;
import id.setia.program.Program;
import id.setia.program.ProgramContact;
import id.setia.program.ProgramLook;
import id.setia.program.ProgramSettings;
import id.setia.tiers.TierAmount;
import id.setia.tiers.TierLadder;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

@Controller(Api.BASE + "/program")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Program", description = "The program itself.")
class ProgramController {

    private final ProgramSettings settings;
    private final ProgramAdministration administration;
    private final Documents documents;
    private final MinimumAge minimumAge;
    private final TierLadder ladder;
    private final EarningRules rules;
    private final BusinessClock clock;
    private final PhoneChannel phones;
    private final Deployment deployment;
    private final DemoLogins demoLogins;

    ProgramController(
            ProgramSettings settings,
            ProgramAdministration administration,
            Documents documents,
            MinimumAge minimumAge,
            TierLadder ladder,
            EarningRules rules,
            BusinessClock clock,
            PhoneChannel phones,
            Deployment deployment,
            DemoLogins demoLogins) {
        this.settings = settings;
        this.administration = administration;
        this.documents = documents;
        this.minimumAge = minimumAge;
        this.ladder = ladder;
        this.rules = rules;
        this.clock = clock;
        this.phones = phones;
        this.deployment = deployment;
        this.demoLogins = demoLogins;
    }

    @Allowed(everyone = true)
    @Get
    @Operation(
            operationId = "getProgram",
            summary = "Read the program",
            description = "What the program is called, what it counts in, its tiers and the ways to earn. Needs no credential.")
    ProgramResponse read() {
        Program program = settings.current();
        ProgramLook look = administration.look().value();
        Instant now = clock.now();
        RuleBook book = rules.book();
        return new ProgramResponse(
                program.name(),
                program.currency(),
                program.timeZone().getId(),
                program.pointsName(),
                program.worthOf(1),
                joinBonus(book, now),
                ProgramLogo.of(look).orElse(null),
                look.palette().orElse(null),
                contact(),
                JoiningSettingsResponse.of(minimumAge.policy()),
                documents.versionInForce(DocumentKind.TERMS),
                ProblemTexts.LANGUAGES,
                program.demo(),
                deployment.sandbox(),
                program.demo(),
                phones.isOpen(),
                tiers(program),
                now,
                ladder.months(),
                waysToEarn(book, now),
                program.demo() ? demoLogins.all() : null);
    }

    private ProgramContactResponse contact() {
        ProgramContact contact = administration.contact().value();
        return contact.equals(ProgramContact.NONE) ? null : ProgramContactResponse.of(contact);
    }

    private static Long joinBonus(RuleBook book, Instant now) {
        long points = book.inForce(Trigger.JOIN, now).stream()
                .map(version -> version.definition().effect())
                .mapToLong(effect -> effect instanceof Effect.Bonus bonus ? bonus.points() : 0)
                .sum();
        return points == 0 ? null : points;
    }

    private List<ProgramTier> tiers(Program program) {
        if (!ladder.isDefined()) {
            return List.of();
        }
        return ladder.current().tiers().stream()
                .map(tier -> {
                    TierAmount amount = ladder.threshold(tier, program);
                    return new ProgramTier(tier.code(), tier.name(), tier.rank(), amount.money(), amount.count());
                })
                .toList();
    }

    /** Offers are told where they are offered. */
    private static List<WayToEarn> waysToEarn(RuleBook book, Instant now) {
        return Stream.of(Trigger.values())
                .flatMap(trigger -> book.inForce(trigger, now).stream())
                .map(RuleVersion::definition)
                .filter(rule -> !rule.conditions().throughOffer())
                .filter(rule -> rule.conditions().ofBuyer().audiences().isEmpty())
                .sorted(Comparator.comparingInt(ProgramController::placeOf))
                .map(rule -> new WayToEarn(rule.name(), rule.summary()))
                .toList();
    }

    /** What everybody earns first, then what counts more often, then bonuses. */
    private static int placeOf(RuleDefinition rule) {
        return switch (rule.effect()) {
            case Effect.PerAmount perAmount -> 0;
            case Effect.Multiplier multiplier -> 1;
            case Effect.Bonus bonus -> 2;
            case Effect.PerPiece piece -> 2;
        };
    }
}
