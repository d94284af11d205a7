package id.setia.platform;

import id.setia.access.Caller;
import id.setia.documents.Documents;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Transactions;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Ladder;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Founds the programme of a new deployment: its facts, its owner, its tiers, points for shopping and for joining, its public texts. */
@Singleton
class Founding {

    static final int EXPIRY_MONTHS = 12;

    /** Before any history that may be imported. */
    static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");

    private static final String OWNER = "owner";
    private static final int DEMO_YEARS = 2;

    private final FoundingSettings settings;
    private final ProgramSettings programs;
    private final PartnerDirectory partners;
    private final TierLadder ladder;
    private final EarningRules rules;
    private final Documents documents;
    private final BusinessClock clock;
    private final Transactions transactions;

    Founding(
            FoundingSettings settings,
            ProgramSettings programs,
            PartnerDirectory partners,
            TierLadder ladder,
            EarningRules rules,
            Documents documents,
            BusinessClock clock,
            Transactions transactions) {
        this.settings = settings;
        this.programs = programs;
        this.partners = partners;
        this.ladder = ladder;
        this.rules = rules;
        this.documents = documents;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Founds the programme where there is none.
     *
     * @return the owner, empty when there was a programme
     */
    Optional<Partner> found(boolean demo) {
        Optional<Partner> owner = foundWhole(demo);
        partners.refresh();
        programs.refresh();
        publishTexts(demo);
        return owner;
    }

    private Optional<Partner> foundWhole(boolean demo) {
        return transactions.write(connection -> {
            if (programs.find().isPresent()) {
                return Optional.empty();
            }
            Partner owner = partners.createPartner(new Caller.Stranger(), OWNER, settings.name(), true);
            ladder.define(Ladder.classic(minor(settings.goldFrom()), minor(settings.priorityFrom())).tiers());
            rules.publish("shopping", shopping(owner), ALWAYS, Optional.empty());
            if (settings.joinBonus() > 0) {
                rules.publish("joining", joining(owner), ALWAYS, Optional.empty());
            }
            programs.found(program(demo));
            return Optional.of(owner);
        });
    }

    /** Gives the programme public texts to begin with, where it has none; in a demonstration they are as old as its members. */
    private void publishTexts(boolean demo) {
        Program program = programs.stored().value();
        LocalDate today = program.dateOf(clock.now());
        documents.begin(demo ? today.minusYears(DEMO_YEARS) : today);
    }

    private Program program(boolean demo) {
        return new Program(
                settings.name(),
                settings.currency(),
                ZoneId.of(settings.timeZone()),
                LocalText.of("poin", "points"),
                settings.pointWorth(),
                demo);
    }

    private RuleDefinition shopping(Partner owner) {
        long per = minor(settings.pointsPer());
        LocalText amount = MoneyText.of(per, settings.currency());
        return new RuleDefinition(
                LocalText.of("Poin belanja", "Points for shopping"),
                LocalText.of("1 poin untuk setiap belanja " + amount.id(), "1 point for every " + amount.en() + " spent"),
                Trigger.PURCHASE,
                Conditions.NONE,
                new Effect.PerAmount(1, per),
                EXPIRY_MONTHS,
                owner.id());
    }

    private RuleDefinition joining(Partner owner) {
        LocalText points = MoneyText.number(settings.joinBonus());
        return new RuleDefinition(
                LocalText.of("Bonus bergabung", "Bonus for joining"),
                LocalText.of(points.id() + " poin saat bergabung", points.en() + " points for joining"),
                Trigger.JOIN,
                Conditions.NONE,
                new Effect.Bonus(settings.joinBonus()),
                EXPIRY_MONTHS,
                owner.id());
    }

    private long minor(BigDecimal amount) {
        return amount.movePointRight(Money.digits(settings.currency())).longValueExact();
    }
}
