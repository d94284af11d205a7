package id.setia.access;

import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Setting;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The door to whether the program requires a second factor of its staff. */
@Singleton
class SecondFactorPolicies {

    private static final String NAME = "staff.second_factor";
    private static final UUID AUDITED_AS = UUID.nameUUIDFromBytes(NAME.getBytes(StandardCharsets.UTF_8));

    private final Settings settings;
    private final Transactions transactions;
    private final AuditTrail audit;

    SecondFactorPolicies(Settings settings, Transactions transactions, AuditTrail audit) {
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
    }

    Setting<SecondFactorPolicy> current() {
        return settings.read(NAME, SecondFactorPolicy.class, SecondFactorPolicy.OPTIONAL);
    }

    boolean required() {
        return current().value().required();
    }

    /** @throws id.setia.kernel.Problem {@code changed_meanwhile} when the policy is at another version */
    Setting<SecondFactorPolicy> change(Caller by, SecondFactorPolicy policy, Version from) {
        return transactions.write(connection -> {
            Setting<SecondFactorPolicy> changed = settings.change(NAME, policy, from);
            audit.record(by, "setting.changed", "setting", AUDITED_AS, NAME, policy.secondFactor());
            return changed;
        });
    }
}
