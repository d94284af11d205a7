package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.earning.Cap;
import id.setia.earning.CapPeriod;
import id.setia.earning.CapUnit;
import id.setia.earning.Caps;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.Place;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.earning.Waiting;
import id.setia.figures.PlainFigures;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.points.Promise;
import id.setia.program.Setting;
import id.setia.program.Settings;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestShop;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random histories through the real doors on the real database, beside a plain account of the same shop in memory; at the end
 * the ledger is proven and the figures are those of the rows. More with
 * {@code -Dsetia.model.times} (how many times 200 histories) and {@code -Dsetia.model.steps} (of each).
 */
class ShopModelPropertyTest {

    private static final int TIMES = Integer.getInteger("setia.model.times", 1);
    private static final int STEPS = Integer.getInteger("setia.model.steps", 25);
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private static ApplicationContext context;
    private static String coffee;
    private static Map<ModelRule, UUID> funders;

    @BeforeContainer
    static void start() {
        context = new TestContextBuilder().environments("test").start();
        TestShop shop = context.getBean(TestShop.class);
        shop.open();
        EarningRules rules = context.getBean(EarningRules.class);
        UUID owner = shop.store().partnerId();
        UUID supplier = rules.book().inForce(Trigger.PURCHASE, context.getBean(BusinessClock.class).now()).stream()
                .filter(rule -> rule.code().equals("uji-double"))
                .map(RuleVersion::definition)
                .map(RuleDefinition::funderId)
                .findFirst()
                .orElseThrow();
        funders = Map.of(ModelRule.BASE, owner, ModelRule.FRESH, supplier, ModelRule.COFFEE, supplier);
        coffee = "uji-model-" + context.getBean(IdMaker.class).next();
        LocalText name = LocalText.of(coffee, coffee);
        rules.publish(
                coffee,
                new RuleDefinition(
                        name,
                        name,
                        Trigger.PURCHASE,
                        Conditions.categories(coffee).in(new Place(Set.of(), Set.of(shop.store().id()), Set.of())),
                        new Effect.PerPiece(ModelRule.COFFEE_A_PIECE),
                        ModelRule.COFFEE.months,
                        supplier,
                        null,
                        null,
                        new Caps(
                                null, List.of(new Cap(CapPeriod.DAY, CapUnit.POINTS, ModelRule.COFFEE_A_DAY)), null),
                        null,
                        new Waiting(ModelRule.COFFEE.waitingDays, false)),
                LONG_AGO,
                Optional.empty());
        letMerge(new MergePolicy(1_000_000_000L));
        context.getBean(PlainFigures.class).begin();
    }

    @AfterContainer
    static void proveAll() {
        try (ApplicationContext ending = context) {
            letMerge(MergePolicy.USUAL);
            assertThat(ending.getBean(Proof.class).now().promises()).allMatch(Promise::holds);
            ending.getBean(PlainFigures.class).count();
            ending.getBean(PlainFigures.class).mustBeThoseOfTheRows();
        }
    }

    private static void letMerge(MergePolicy policy) {
        Settings settings = context.getBean(Settings.class);
        Setting<MergePolicy> known = settings.read(MergePolicy.SETTING, MergePolicy.class, MergePolicy.USUAL);
        settings.change(MergePolicy.SETTING, policy, known.version());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void the_shop_does_what_the_plain_account_says(@ForAll long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < TIMES; history++) {
            new ModelHistory(context, random, funders, coffee).play(STEPS);
        }
    }
}
