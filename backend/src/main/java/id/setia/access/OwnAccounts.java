package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The door by which staff look after their own accounts. */
@Singleton
class OwnAccounts {

    private final Transactions transactions;
    private final StaffAccounts staff;
    private final AuditTrail audit;

    OwnAccounts(Transactions transactions, StaffAccounts staff, AuditTrail audit) {
        this.transactions = transactions;
        this.staff = staff;
        this.audit = audit;
    }

    StaffAccount of(Caller caller) {
        return staff.find(id(caller)).orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED));
    }

    /** @throws Problem {@code changed_meanwhile} */
    StaffAccount change(Caller caller, Version from, ChangeOwnAccountRequest request) {
        UUID id = id(caller);
        return transactions.write(connection -> {
            StaffAccount account = StaffRows.lock(connection, id).orElseThrow();
            from.mustBe(account.version());
            StaffRows.change(
                    connection, id, request.name().strip(), request.language(), account.roles(), account.stores());
            audit.record(caller, "staff.changed", "staff", id, "name", request.name().strip());
            return StaffRows.find(connection, id).orElseThrow();
        });
    }

    private static UUID id(Caller caller) {
        return caller.actorId().orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED));
    }
}
