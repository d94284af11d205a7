package id.setia.access;

import id.setia.kernel.FieldError;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door by which administrators look after the staff. Nobody changes their own roles or disables themselves, and one
 * administrator always stays.
 */
@Singleton
class StaffPeople {

    private final Transactions transactions;
    private final StaffLinks links;
    private final KnownStores stores;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final AuditTrail audit;

    StaffPeople(
            Transactions transactions,
            StaffLinks links,
            KnownStores stores,
            SecondFactors secondFactors,
            Sessions sessions,
            AuditTrail audit) {
        this.transactions = transactions;
        this.links = links;
        this.stores = stores;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Accounts by name. */
    Page<StaffAccount> page(Optional<StaffState> state, Optional<UUID> after, int limit) {
        return transactions.read(connection -> {
            Optional<StaffAccount> before = after.isEmpty() ? Optional.empty() : StaffRows.find(connection, after.get());
            return Page.of(
                    StaffRows.page(connection, state, before, limit + 1),
                    limit,
                    account -> PublicId.STAFF.format(account.id()));
        });
    }

    /** @throws Problem {@code staff_not_found} */
    StaffAccount read(UUID id) {
        return transactions.read(connection -> found(StaffRows.find(connection, id)));
    }

    /**
     * Changes name, language, roles and stores.
     *
     * @throws Problem {@code changed_meanwhile}, {@code own_account}, {@code last_administrator}, or {@code
     *     validation_failed} for stores that do not fit
     */
    StaffAccount change(Caller by, UUID id, Version from, ChangeStaffRequest request) {
        StaffWork work = request.work();
        List<FieldError> objections = work.objections(stores);
        if (!objections.isEmpty()) {
            throw Problem.invalid(objections);
        }
        return transactions.write(connection -> {
            int administrators = StaffRows.lockAdministrators(connection);
            StaffAccount account = found(StaffRows.lock(connection, id));
            from.mustBe(account.version());
            if (!work.sameAs(account)) {
                refuseOwn(by, id);
            }
            if (!work.roles().contains(Role.ADMINISTRATOR)) {
                refuseLast(account, administrators);
            }
            StaffRows.change(connection, id, request.name().strip(), request.language(), work.roles(), work.stores());
            audit.record(
                    by, "staff.changed", "staff", id,
                    "name", request.name().strip(),
                    "roles", Role.join(work.roles()),
                    "stores", work.storesText());
            return found(StaffRows.find(connection, id));
        });
    }

    /**
     * Keeps somebody out from this moment on; their invitation ends too.
     *
     * @throws Problem {@code own_account} or {@code last_administrator}
     */
    StaffAccount disable(Caller by, UUID id) {
        return transactions.write(connection -> {
            int administrators = StaffRows.lockAdministrators(connection);
            StaffAccount account = found(StaffRows.lock(connection, id));
            if (account.state() != StaffState.DISABLED) {
                refuseOwn(by, id);
                refuseLast(account, administrators);
                StaffRows.setState(connection, id, StaffState.DISABLED);
                links.end(id);
                sessions.end(SessionKind.STAFF, id);
                audit.record(by, "staff.disabled", "staff", id);
            }
            return found(StaffRows.find(connection, id));
        });
    }

    /** Lets somebody in again; who never chose a password needs a new invitation. */
    StaffAccount enable(Caller by, UUID id) {
        return transactions.write(connection -> {
            StaffAccount account = found(StaffRows.lock(connection, id));
            if (account.state() == StaffState.DISABLED) {
                StaffRows.setState(connection, id, enabled(connection, id));
                audit.record(by, "staff.enabled", "staff", id);
            }
            return found(StaffRows.find(connection, id));
        });
    }

    private static StaffState enabled(Connection connection, UUID id) throws SQLException {
        return StaffRows.hasPassword(connection, id) ? StaffState.ACTIVE : StaffState.INVITED;
    }

    /**
     * Takes somebody's second factor away, for whom lost it.
     *
     * @throws Problem {@code own_account}, or {@code second_factor_off} where there is none
     */
    StaffAccount resetSecondFactor(Caller by, UUID id) {
        return transactions.write(connection -> {
            found(StaffRows.lock(connection, id));
            refuseOwn(by, id);
            secondFactors.takeAway(id);
            audit.record(by, "staff.second_factor_reset", "staff", id);
            return found(StaffRows.find(connection, id));
        });
    }

    private static StaffAccount found(Optional<StaffAccount> account) {
        return account.orElseThrow(() -> Problem.of(ProblemCode.STAFF_NOT_FOUND));
    }

    private static void refuseOwn(Caller by, UUID id) {
        if (by.actorId().filter(id::equals).isPresent()) {
            throw Problem.of(ProblemCode.OWN_ACCOUNT);
        }
    }

    private static void refuseLast(StaffAccount account, int administrators) {
        if (account.activeAdministrator() && administrators < 2) {
            throw Problem.of(ProblemCode.LAST_ADMINISTRATOR);
        }
    }
}
