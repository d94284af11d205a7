package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.members.UnclaimedPolicy;
import id.setia.program.Setting;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The door to the policies of what tills begin; each change stands in the audit trail. */
@Singleton
class TillSettings {

    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    private final Settings settings;
    private final AuditTrail audit;
    private final Transactions transactions;

    TillSettings(Settings settings, AuditTrail audit, Transactions transactions) {
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    Setting<ReceiptClaimSettings> receiptClaims() {
        return of(settings.read(ReceiptClaimPolicy.NAME, ReceiptClaimPolicy.class, ReceiptClaimPolicy.DEFAULT));
    }

    private static Setting<ReceiptClaimSettings> of(Setting<ReceiptClaimPolicy> policy) {
        return new Setting<>(new ReceiptClaimSettings(policy.value().days()), policy.version());
    }

    Setting<ReceiptClaimSettings> change(Caller caller, ReceiptClaimSettings change, Version from) {
        return transactions.write(connection -> {
            Setting<ReceiptClaimPolicy> changed =
                    settings.change(ReceiptClaimPolicy.NAME, new ReceiptClaimPolicy(change.days()), from);
            note(caller, "receipt_claims.changed", "days", change.days());
            return of(changed);
        });
    }

    Setting<UnclaimedMemberSettings> unclaimedMembers() {
        Setting<UnclaimedPolicy> policy =
                settings.read(UnclaimedPolicy.NAME, UnclaimedPolicy.class, UnclaimedPolicy.DEFAULT);
        return new Setting<>(new UnclaimedMemberSettings(policy.value().months()), policy.version());
    }

    Setting<UnclaimedMemberSettings> change(Caller caller, UnclaimedMemberSettings change, Version from) {
        return transactions.write(connection -> {
            Setting<UnclaimedPolicy> changed =
                    settings.change(UnclaimedPolicy.NAME, new UnclaimedPolicy(change.months()), from);
            note(caller, "unclaimed_members.changed", "months", change.months());
            return new Setting<>(change, changed.version());
        });
    }

    private void note(Caller caller, String action, String field, int value) {
        audit.record(caller, action, "setting", NOTHING_IN_PARTICULAR, field, Integer.toString(value));
    }
}
