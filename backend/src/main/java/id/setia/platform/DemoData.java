package id.setia.platform;

import id.setia.access.EmailAddress;
import id.setia.access.Passwords;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.members.ConsentChoice;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberRegistry;
import id.setia.members.NewMember;
import id.setia.members.PhoneNumber;
import id.setia.partners.Partner;
import id.setia.posting.NewPurchase;
import id.setia.posting.PurchasePoster;
import id.setia.posting.RefundPoster;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.TierRuns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Fills a demonstration through the same doors as everything else: shops, rules, offers, members and a year of purchases. */
@Singleton
class DemoData {

    private static final int BATCH = 50;
    private static final int BIRTH_YEAR = 1988;

    private final DemoPremises premises;
    private final DemoBenefits benefits;
    private final DemoRewards rewards;
    private final DemoSettings decisions;
    private final Documents documents;
    private final MemberRegistry members;
    private final Passwords passwords;
    private final DemoStaff staff;
    private final PurchasePoster purchases;
    private final RefundPoster refunds;
    private final DemoCorrections corrections;
    private final TierRuns tierRuns;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final IdMaker ids;

    DemoData(
            DemoPremises premises,
            DemoBenefits benefits,
            DemoRewards rewards,
            DemoSettings decisions,
            Documents documents,
            MemberRegistry members,
            Passwords passwords,
            DemoStaff staff,
            PurchasePoster purchases,
            RefundPoster refunds,
            DemoCorrections corrections,
            TierRuns tierRuns,
            ProgramSettings settings,
            BusinessClock clock,
            IdMaker ids) {
        this.premises = premises;
        this.benefits = benefits;
        this.rewards = rewards;
        this.decisions = decisions;
        this.documents = documents;
        this.members = members;
        this.passwords = passwords;
        this.staff = staff;
        this.purchases = purchases;
        this.refunds = refunds;
        this.corrections = corrections;
        this.tierRuns = tierRuns;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    void fill(Partner owner) {
        Instant now = clock.now();
        Map<String, DemoPremises.Till> tills = premises.open(owner);
        UUID agent = staff.hire(tills.get(DemoShop.OWN.getFirst().code()).store().id());
        benefits.publish(owner, now);
        rewards.publish();
        decisions.decide();
        Map<DemoPerson, UUID> enrolled = enrol(now);
        DemoSales invented = new DemoSales(settings.current());
        post(tills, enrolled, invented, now);
        corrections.fill(
                tills.get("kemang"), invented, enrolled.get(person("rizky")), enrolled.get(person("budi")), agent, now);
    }

    private Map<DemoPerson, UUID> enrol(Instant now) {
        Program program = settings.current();
        Map<DemoPerson, UUID> enrolled = new HashMap<>();
        for (DemoPerson person : DemoPerson.ALL) {
            UUID id = ids.next();
            enrolled.put(person, id);
            members.enrol(new NewMember(
                    id,
                    EmailAddress.parse(person.email()).orElseThrow(),
                    PhoneNumber.parse(person.phone()),
                    person.name(),
                    Optional.of(birthDate(person, program.dateOf(now))),
                    person.language(),
                    password(person),
                    consents(),
                    "web",
                    documents.versionInForce(DocumentKind.TERMS),
                    joinedAt(person, program, now)));
        }
        return enrolled;
    }

    private static LocalDate birthDate(DemoPerson person, LocalDate today) {
        int month = person.birthMonth() == 0 ? today.getMonthValue() : person.birthMonth();
        return LocalDate.of(BIRTH_YEAR, month, 1 + person.key().length() * 3);
    }

    private Optional<String> password(DemoPerson person) {
        return person.email().equals(DemoLogins.MEMBER.email())
                ? Optional.of(passwords.hash(DemoLogins.MEMBER.password()))
                : Optional.empty();
    }

    private static List<ConsentChoice> consents() {
        return Arrays.stream(ConsentPurpose.values())
                .map(purpose -> new ConsentChoice(purpose.value(), purpose != ConsentPurpose.PARTNER_SHARING))
                .toList();
    }

    private static Instant joinedAt(DemoPerson person, Program program, Instant now) {
        YearMonth month = program.monthOf(now).minusMonths(person.joined());
        return program.startOf(month.atDay(1)).plusSeconds(10 * 3_600L);
    }

    /** Month by month, each closed by its tier run, as it would have been. */
    private void post(
            Map<String, DemoPremises.Till> tills, Map<DemoPerson, UUID> enrolled, DemoSales invented, Instant now) {
        Program program = settings.current();
        YearMonth current = program.monthOf(now);
        int oldest = DemoPerson.ALL.stream().mapToInt(DemoPerson::joined).max().orElseThrow();
        List<NewPurchase> ofLastMonth = List.of();
        for (YearMonth month = current.minusMonths(oldest); !month.isAfter(current); month = month.plusMonths(1)) {
            if (month.isAfter(current.minusMonths(oldest))) {
                tierRuns.run(month);
            }
            List<NewPurchase> sales = sales(tills, enrolled, invented, month, current, now);
            for (int from = 0; from < sales.size(); from += BATCH) {
                purchases.post(sales.subList(from, Math.min(from + BATCH, sales.size())));
            }
            ofLastMonth = month.equals(current) ? ofLastMonth : sales;
        }
        refunds.post(invented.refund(ofLastMonth.getLast(), now));
    }

    private static DemoPerson person(String key) {
        return DemoPerson.ALL.stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<NewPurchase> sales(
            Map<String, DemoPremises.Till> tills,
            Map<DemoPerson, UUID> enrolled,
            DemoSales invented,
            YearMonth month,
            YearMonth current,
            Instant now) {
        List<NewPurchase> sales = new ArrayList<>();
        for (DemoPerson person : DemoPerson.ALL) {
            if (!month.isBefore(current.minusMonths(person.joined()))) {
                DemoPremises.Till till = tills.get(person.store());
                sales.addAll(invented.of(person, enrolled.get(person), till.store(), till.terminal(), month, now));
            }
        }
        sales.sort(Comparator.comparing(sale -> sale.receipt().head().occurredAt()));
        return sales;
    }
}
