package id.setia.platform;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.EmailAddress;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Color;
import id.setia.program.LogoImage;
import id.setia.program.Palette;
import id.setia.program.Program;
import id.setia.program.ProgramContact;
import id.setia.program.ProgramLogos;
import id.setia.program.ProgramLook;
import id.setia.program.ProgramSettings;
import id.setia.program.Setting;
import id.setia.program.Settings;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The door for what an administrator changes of the programme itself. Every change is audited. */
@Singleton
class ProgramAdministration {

    /** The programme has no id of its own; this stands for it in the audit trail. */
    static final UUID PROGRAM = new UUID(0, 1);

    static final int LARGEST_LOGO = 256 * 1024;

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_POINTS_NAME = 40;
    private static final int SMALLEST_LOGO_SIDE = 32;
    private static final int LARGEST_LOGO_SIDE = 2_048;
    private static final BigDecimal LARGEST_WORTH = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern WORTH = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,6})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,30}");

    private final ProgramSettings programs;
    private final ProgramLogos logos;
    private final Settings settings;
    private final Purchases purchases;
    private final AuditTrail audit;
    private final Transactions transactions;

    ProgramAdministration(
            ProgramSettings programs,
            ProgramLogos logos,
            Settings settings,
            Purchases purchases,
            AuditTrail audit,
            Transactions transactions) {
        this.programs = programs;
        this.logos = logos;
        this.settings = settings;
        this.purchases = purchases;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether currency and time zone can no longer change. */
    boolean isFixed() {
        return purchases.any();
    }

    /**
     * Changes name, points, currency and time zone.
     *
     * @throws Problem {@code program_fixed} for another currency or time zone after the first purchase;
     *     {@code changed_meanwhile}; {@code validation_failed}
     */
    Setting<Program> change(Caller by, ChangeProgramRequest request, Version from) {
        Program asked = checked(request);
        Setting<Program> changed = transactions.write(connection -> {
            Program present = programs.stored().value();
            boolean refounds = !asked.currency().equals(present.currency()) || !asked.timeZone().equals(present.timeZone());
            if (refounds && isFixed()) {
                throw Problem.of(ProblemCode.PROGRAM_FIXED);
            }
            new Objections()
                    .unless(
                            Money.digits(asked.currency()) == Money.digits(present.currency()),
                            "/currency",
                            "currency_digits_differ",
                            present.currency())
                    .refuse();
            Program whole = new Program(
                    asked.name(), asked.currency(), asked.timeZone(), asked.pointsName(), asked.pointWorth(), present.demo());
            Setting<Program> stored = programs.change(whole, from);
            audit.record(
                    by,
                    "program.changed",
                    "program",
                    PROGRAM,
                    "name",
                    whole.name(),
                    "currency",
                    whole.currency(),
                    "timeZone",
                    whole.timeZone().getId(),
                    "pointsName",
                    whole.pointsName().id() + "/" + whole.pointsName().en(),
                    "pointWorth",
                    whole.pointWorth().toPlainString());
            return stored;
        });
        programs.refresh();
        return changed;
    }

    private static Program checked(ChangeProgramRequest request) {
        new Objections()
                .add(TextLine.objection("/name", request.name(), LONGEST_NAME))
                .add(TextLine.objection("/pointsName/id", request.pointsName().id(), LONGEST_POINTS_NAME))
                .add(TextLine.objection("/pointsName/en", request.pointsName().en(), LONGEST_POINTS_NAME))
                .unless(isCurrency(request.currency()), "/currency", "currency_unknown")
                .unless(isZone(request.timeZone()), "/timeZone", "time_zone_unknown")
                .unless(WORTH.matcher(request.pointWorth()).matches(), "/pointWorth", "decimal_malformed")
                .refuse();
        BigDecimal worth = new BigDecimal(request.pointWorth());
        new Objections()
                .unless(worth.signum() > 0, "/pointWorth", "not_positive")
                .unless(worth.compareTo(LARGEST_WORTH) <= 0, "/pointWorth", "too_large", LARGEST_WORTH.toPlainString())
                .refuse();
        return new Program(
                TextLine.normal(request.name()),
                request.currency(),
                ZoneId.of(request.timeZone()),
                LocalText.of(TextLine.normal(request.pointsName().id()), TextLine.normal(request.pointsName().en())),
                worth.stripTrailingZeros(),
                false);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isZone(String name) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        return known.contains(name);
    }

    Setting<ProgramLook> look() {
        return settings.read(ProgramLook.SETTING, ProgramLook.class, ProgramLook.PLAIN);
    }

    /**
     * Chooses the primary colour; empty for the product's own.
     *
     * @throws Problem {@code validation_failed} with {@code color_too_light}, which names the nearest shade that will do
     */
    Setting<ProgramLook> paint(Caller by, Optional<String> hex, Version from) {
        Optional<Color> color = hex.map(text -> Color.parse(text)
                .orElseThrow(() -> Problem.invalid("/primaryColor", "color_malformed")));
        color.filter(chosen -> !Palette.carriesWhite(chosen)).ifPresent(light -> {
            throw Problem.invalid(
                    "/primaryColor", "color_too_light", Palette.nearestThatCarriesWhite(light).hex());
        });
        return changeLook(by, look -> look.withColor(color), from, "primaryColor", color.map(Color::hex).orElse(""));
    }

    /**
     * Takes another logo.
     *
     * @throws Problem {@code validation_failed} with {@code logo_too_large}, {@code logo_unreadable} or
     *     {@code logo_dimensions}
     */
    Setting<ProgramLook> hang(Caller by, byte[] content, Version from) {
        new Objections().unless(content.length <= LARGEST_LOGO, "/file", "logo_too_large", LARGEST_LOGO / 1024).refuse();
        LogoImage image = LogoImage.of(content).orElseThrow(() -> Problem.invalid("/file", "logo_unreadable"));
        new Objections()
                .unless(
                        isSide(image.width()) && isSide(image.height()),
                        "/file",
                        "logo_dimensions",
                        SMALLEST_LOGO_SIDE,
                        LARGEST_LOGO_SIDE)
                .refuse();
        return transactions.write(connection -> {
            ProgramLook.Logo logo = logos.keep(image, content);
            return changeLook(by, look -> look.withLogo(logo), from, "logo", logo.name());
        });
    }

    private static boolean isSide(int pixels) {
        return pixels >= SMALLEST_LOGO_SIDE && pixels <= LARGEST_LOGO_SIDE;
    }

    /** Goes back to the product's own mark. */
    Setting<ProgramLook> takeDownLogo(Caller by, Version from) {
        return changeLook(by, look -> look.withLogo(null), from, "logo", "");
    }

    private interface LookChange {
        ProgramLook of(ProgramLook present);
    }

    private Setting<ProgramLook> changeLook(Caller by, LookChange change, Version from, String field, String value) {
        return transactions.write(connection -> {
            Setting<ProgramLook> present = look();
            from.mustBe(present.version().number());
            Setting<ProgramLook> changed = settings.change(ProgramLook.SETTING, change.of(present.value()), from);
            audit.record(by, "program.look_changed", "program", PROGRAM, field, value);
            return changed;
        });
    }

    Setting<ProgramContact> contact() {
        return settings.read(ProgramContact.SETTING, ProgramContact.class, ProgramContact.NONE);
    }

    /** Says where members reach the programme. */
    Setting<ProgramContact> tell(Caller by, ProgramContactRequest request, Version from) {
        Optional<String> email = filled(request.email());
        Optional<String> phone = filled(request.phone());
        new Objections()
                .unless(email.flatMap(EmailAddress::parse).isPresent() || email.isEmpty(), "/email", "email_malformed")
                .unless(phone.filter(PHONE.asMatchPredicate().negate()).isEmpty(), "/phone", "phone_malformed")
                .refuse();
        ProgramContact contact = new ProgramContact(
                email.flatMap(EmailAddress::parse).map(EmailAddress::value).orElse(null), phone.orElse(null));
        return transactions.write(connection -> {
            Setting<ProgramContact> changed = settings.change(ProgramContact.SETTING, contact, from);
            audit.record(
                    by, "program.contact_changed", "program", PROGRAM, "email", email.orElse(""), "phone", phone.orElse(""));
            return changed;
        });
    }

    private static Optional<String> filled(String text) {
        return Optional.ofNullable(text).map(TextLine::normal).filter(line -> !line.isEmpty());
    }
}
