package id.setia.testing;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.UnclaimedMember;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A shop in the {@link TestProgram}: its partner owns the programme, every Rp1.000 gives a point that lasts twelve months,
 * and {@link #DOUBLE} counts twice for a month, paid by a supplier.
 */
@Singleton
public class TestShop {

    /** The category that counts twice. */
    public static final String DOUBLE = "Uji Segar";

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final TestProgram program;
    private final PartnerDirectory partners;
    private final EarningRules rules;
    private final MemberRegistry members;
    private final BusinessClock clock;
    private final Transactions transactions;
    private final IdMaker ids;
    private Store store;

    TestShop(
            TestProgram program,
            PartnerDirectory partners,
            EarningRules rules,
            MemberRegistry members,
            BusinessClock clock,
            Transactions transactions,
            IdMaker ids) {
        this.program = program;
        this.partners = partners;
        this.rules = rules;
        this.members = members;
        this.clock = clock;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Opens the shop; every class of tests has a store of its own. */
    public synchronized void open() {
        program.found();
        if (store != null) {
            return;
        }
        Partner owner = partners.partners().stream()
                .filter(Partner::owner)
                .findFirst()
                .orElseGet(() -> partners.createPartner(new Caller.Stranger(), "uji", "Uji", true));
        String code = "uji-" + ids.next().toString().substring(24);
        store = partners.createStore(new Caller.Stranger(), owner.id(), code, "Toko Uji", JAKARTA, "Jakarta");
        if (rules.book().inForce(Trigger.PURCHASE, clock.now()).stream().noneMatch(rule -> rule.code().equals("uji-base"))) {
            UUID supplier = partners.createPartner(new Caller.Stranger(), "pemasok-uji", "Pemasok Uji", false).id();
            publish("uji-base", new Effect.PerAmount(1, 100_000), Conditions.NONE, 12, owner.id());
            publish("uji-double", new Effect.Multiplier(new BigDecimal("2")), Conditions.categories(DOUBLE), 1, supplier);
        }
    }

    private void publish(String code, Effect effect, Conditions conditions, int months, UUID funder) {
        LocalText name = LocalText.of(code, code);
        rules.publish(
                code,
                new RuleDefinition(name, name, Trigger.PURCHASE, conditions, effect, months, funder),
                LONG_AGO,
                Optional.empty());
    }

    public Store store() {
        return store;
    }

    /** A till of the shop. */
    public Caller.ApiClient till() {
        return new Caller.ApiClient(
                new UUID(7, 7),
                store.partnerId(),
                Optional.of(new UUID(7, 8)),
                Optional.of(store.id()),
                true,
                EnumSet.allOf(Scope.class));
    }

    /** A new member, active and with nothing yet. */
    public UUID member() {
        UUID id = unclaimedMember();
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE member SET state = 'active' WHERE id = ?")) {
                update.setBytes(1, UuidBytes.of(id));
                return update.executeUpdate();
            }
        });
        return id;
    }

    /** A new member whom another system knew. */
    public UUID unclaimedMember() {
        UUID id = ids.next();
        members.enrolUnclaimed(List.of(new UnclaimedMember(
                id, MemberReference.external("uji", id.toString()), "Budi Santoso", "id", clock.now())));
        return id;
    }
}
