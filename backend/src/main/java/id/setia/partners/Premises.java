package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.FieldError;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The door for what staff set up and change of partners, stores and terminals. Nothing is deleted; codes never change. */
@Singleton
class Premises {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REGION = 80;
    private static final int LONGEST_TERMINAL_NAME = 80;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern TERMINAL_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");

    private final PartnerDirectory directory;
    private final AuditTrail audit;
    private final Transactions transactions;

    Premises(PartnerDirectory directory, AuditTrail audit, Transactions transactions) {
        this.directory = directory;
        this.audit = audit;
        this.transactions = transactions;
    }

    Partner partner(UUID id) {
        return directory.partner(id).orElseThrow(() -> Problem.of(ProblemCode.PARTNER_NOT_FOUND));
    }

    Store store(UUID id) {
        return directory.store(id).orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
    }

    Terminal terminal(UUID id) {
        return directory.terminal(id).orElseThrow(() -> Problem.of(ProblemCode.TERMINAL_NOT_FOUND));
    }

    /** Takes a partner into the programme. */
    Partner createPartner(Caller by, CreatePartnerRequest request) {
        new Objections()
                .add(code("/code", request.code()))
                .add(TextLine.objection("/name", request.name(), LONGEST_NAME))
                .refuse();
        return unlessTaken(() -> directory.createPartner(by, request.code(), TextLine.normal(request.name()), false));
    }

    private static Optional<FieldError> code(String pointer, String code) {
        return CODE.matcher(code).matches()
                ? Optional.empty()
                : Optional.of(new FieldError(pointer, "code_malformed", List.of()));
    }

    private static <T> T unlessTaken(Supplier<T> creation) {
        try {
            return creation.get();
        } catch (RuntimeException error) {
            if (Sql.isDuplicateKey(error)) {
                throw Problem.invalid("/code", "code_taken");
            }
            throw error;
        }
    }

    /**
     * Renames a partner, ends it at once or takes it back, also one that leaves.
     *
     * @throws Problem {@code owner_stays} when the programme's owner should end; {@code changed_meanwhile}
     */
    Partner change(Caller by, UUID id, ChangePartnerRequest request, Version from) {
        Partner present = partner(id);
        Optional<PartnerState> state = PartnerState.named(request.state())
                .filter(named -> named != PartnerState.LEAVING || named == present.state());
        new Objections()
                .add(TextLine.objection("/name", request.name(), LONGEST_NAME))
                .unless(state.isPresent(), "/state", "value_unknown", "active, ended")
                .refuse();
        if (present.owner() && state.orElseThrow() != PartnerState.ACTIVE) {
            throw Problem.of(ProblemCode.OWNER_STAYS);
        }
        Partner changed = new Partner(
                id, present.code(), TextLine.normal(request.name()), present.owner(), state.orElseThrow(), next(from),
                state.orElseThrow() == PartnerState.ACTIVE ? Optional.empty() : present.leaving());
        return changing(() -> transactions.write(connection -> {
            mustBe(from, PremisesRows.lockPartner(connection, id));
            PremisesRows.update(connection, changed);
            DirectoryRows.moveEpoch(connection);
            audit.record(
                    by, "partner.changed", "partner", id, "name", changed.name(), "state", changed.state().value());
            return changed;
        }));
    }

    private static Version next(Version from) {
        return new Version(from.number() + 1);
    }

    private static void mustBe(Version from, OptionalLong stored) {
        from.mustBe(stored.orElseThrow());
    }

    private <T> T changing(Supplier<T> change) {
        T changed = change.get();
        directory.refresh();
        return changed;
    }

    /** Opens a store of a partner. */
    Store createStore(Caller by, CreateStoreRequest request) {
        Partner partner = partner(request.partner());
        new Objections()
                .add(code("/code", request.code()))
                .add(TextLine.objection("/name", request.name(), LONGEST_NAME))
                .add(TextLine.objectionUnlessEmpty("/region", request.region(), LONGEST_REGION))
                .unless(isZone(request.timeZone()), "/timeZone", "time_zone_unknown")
                .unless(partner.state() == PartnerState.ACTIVE, "/partnerId", "partner_ended")
                .refuse();
        return unlessTaken(() -> directory.createStore(
                by,
                partner.id(),
                request.code(),
                TextLine.normal(request.name()),
                ZoneId.of(request.timeZone()),
                TextLine.normal(request.region())));
    }

    private static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    /** Changes a store, closes it or opens it again. */
    Store change(Caller by, UUID id, ChangeStoreRequest request, Version from) {
        Optional<StoreState> state = StoreState.named(request.state());
        new Objections()
                .add(TextLine.objection("/name", request.name(), LONGEST_NAME))
                .add(TextLine.objectionUnlessEmpty("/region", request.region(), LONGEST_REGION))
                .unless(isZone(request.timeZone()), "/timeZone", "time_zone_unknown")
                .unless(state.isPresent(), "/state", "value_unknown", "open, closed")
                .refuse();
        Store present = store(id);
        Store changed = new Store(
                id,
                present.partnerId(),
                present.code(),
                TextLine.normal(request.name()),
                ZoneId.of(request.timeZone()),
                TextLine.normal(request.region()),
                state.orElseThrow(),
                next(from));
        return changing(() -> transactions.write(connection -> {
            mustBe(from, PremisesRows.lockStore(connection, id));
            PremisesRows.update(connection, changed);
            DirectoryRows.moveEpoch(connection);
            audit.record(
                    by,
                    "store.changed",
                    "store",
                    id,
                    "name",
                    changed.name(),
                    "timeZone",
                    changed.timeZone().getId(),
                    "region",
                    changed.region(),
                    "state",
                    changed.state().value());
            return changed;
        }));
    }

    /** Sets up a till in a store. */
    Terminal createTerminal(Caller by, UUID storeId, CreateTerminalRequest request) {
        Store store = store(storeId);
        new Objections()
                .unless(TERMINAL_CODE.matcher(request.code()).matches(), "/code", "terminal_code_malformed")
                .add(TextLine.objectionUnlessEmpty("/name", request.name(), LONGEST_TERMINAL_NAME))
                .refuse();
        return unlessTaken(
                () -> directory.createTerminal(by, store.id(), request.code(), TextLine.normal(request.name())));
    }

    /** Renames a till, retires it or takes it back into use. */
    Terminal change(Caller by, UUID id, ChangeTerminalRequest request, Version from) {
        Optional<TerminalState> state = TerminalState.named(request.state());
        new Objections()
                .add(TextLine.objectionUnlessEmpty("/name", request.name(), LONGEST_TERMINAL_NAME))
                .unless(state.isPresent(), "/state", "value_unknown", "active, retired")
                .refuse();
        Terminal present = terminal(id);
        Terminal changed = new Terminal(
                id, present.storeId(), present.code(), TextLine.normal(request.name()), state.orElseThrow(), next(from));
        return changing(() -> transactions.write(connection -> {
            mustBe(from, PremisesRows.lockTerminal(connection, id));
            PremisesRows.update(connection, changed);
            DirectoryRows.moveEpoch(connection);
            audit.record(
                    by, "terminal.changed", "terminal", id, "name", changed.name(), "state", changed.state().value());
            return changed;
        }));
    }
}
