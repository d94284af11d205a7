package id.setia.platform;

import id.setia.audiences.Audience;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.LocalText;
import id.setia.offers.NewOffer;
import id.setia.offers.Offers;
import id.setia.partners.Partner;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a demonstration gives beyond points for shopping: a multiplier for fresh goods, and offers. */
@Singleton
class DemoBenefits {

    private static final BigDecimal TWICE = new BigDecimal("2");
    private static final int BIRTHDAY_POINTS = 150;
    private static final int ANY_NUMBER = 0;
    private static final long LARGE_RECEIPT = 15_000_000;
    private static final int LARGE_RECEIPT_POINTS = 50;
    private static final int MONTHS_ON_OFFER = 3;

    private final EarningRules rules;
    private final Offers offers;
    private final ProgramSettings settings;

    DemoBenefits(EarningRules rules, Offers offers, ProgramSettings settings) {
        this.rules = rules;
        this.offers = offers;
        this.settings = settings;
    }

    void publish(Partner owner, Instant now) {
        Program program = settings.current();
        LocalDate firstDay = program.dateOf(now).withDayOfMonth(1);
        Instant starts = program.startOf(firstDay);
        publishFresh(owner);
        publishLargeReceipts(owner, now);
        publishSundays(owner, starts, program.startOf(firstDay.plusMonths(MONTHS_ON_OFFER)));
        publishBirthday(owner, starts, program.startOf(firstDay.plusMonths(1)));
    }

    private void publishFresh(Partner owner) {
        rule(
                "fresh",
                LocalText.of("Sayur dan buah 2×", "Fruit and vegetables 2×"),
                LocalText.of("Poin 2× untuk sayur dan buah", "Double points for fruit and vegetables"),
                Conditions.categories(DemoShop.VEGETABLES, DemoShop.FRUIT),
                new Effect.Multiplier(TWICE),
                Founding.ALWAYS,
                owner);
    }

    /** From now on, so that the invented history stays as it is. */
    private void publishLargeReceipts(Partner owner, Instant now) {
        rule(
                "large",
                LocalText.of("Bonus belanja besar", "Bonus for a large receipt"),
                LocalText.of("50 poin tambahan mulai Rp150.000", "50 more points from Rp150,000"),
                Conditions.NONE.from(LARGE_RECEIPT),
                new Effect.Bonus(LARGE_RECEIPT_POINTS),
                now,
                owner);
    }

    private void publishSundays(Partner owner, Instant starts, Instant ends) {
        LocalText name = LocalText.of("Poin 2× setiap Minggu", "Double points every Sunday");
        UUID rule = rule(
                "sundays",
                name,
                LocalText.of("Poin 2× untuk belanja hari Minggu", "Double points for shopping on Sundays"),
                Conditions.NONE.on(DayOfWeek.SUNDAY).onlyThroughOffer(),
                new Effect.Multiplier(TWICE),
                starts,
                owner);
        offers.publish(new NewOffer(
                "sundays",
                name,
                LocalText.of(
                        "Aktifkan, lalu belanja hari Minggu di toko mana pun: poinnya dua kali lipat.",
                        "Activate it and shop on a Sunday in any store: twice the points."),
                "2×",
                new Audience.InTiers(List.of("gold", "priority")),
                rule,
                starts,
                ends,
                true,
                ANY_NUMBER));
    }

    private void publishBirthday(Partner owner, Instant starts, Instant ends) {
        LocalText name = LocalText.of("Hadiah ulang tahun", "Birthday gift");
        UUID rule = rule(
                "birthday",
                name,
                LocalText.of(
                        BIRTHDAY_POINTS + " poin di bulan ulang tahun", BIRTHDAY_POINTS + " points in the month of your birthday"),
                Conditions.NONE.onlyThroughOffer(),
                new Effect.Bonus(BIRTHDAY_POINTS),
                starts,
                owner);
        offers.publish(new NewOffer(
                "birthday",
                name,
                LocalText.of(
                        "Selamat ulang tahun! Aktifkan dan dapatkan " + BIRTHDAY_POINTS + " poin pada belanja berikutnya bulan ini.",
                        "Happy birthday! Activate it and get " + BIRTHDAY_POINTS + " points with your next purchase this month."),
                "+" + BIRTHDAY_POINTS,
                new Audience.BirthdayThisMonth(),
                rule,
                starts,
                ends,
                true,
                1));
    }

    private UUID rule(
            String code,
            LocalText name,
            LocalText summary,
            Conditions conditions,
            Effect effect,
            Instant from,
            Partner funder) {
        RuleDefinition definition = new RuleDefinition(
                name, summary, Trigger.PURCHASE, conditions, effect, Founding.EXPIRY_MONTHS, funder.id());
        return rules.publish(code, definition, from, Optional.empty());
    }
}
