package id.setia.partners;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to partners, their stores and terminals. Reads come from memory: a change made here shows at once, one made by
 * another node, or in a transaction that is still running, within two seconds of its commit.
 */
@Singleton
public class PartnerDirectory {

    private static final Version FIRST = new Version(1);

    private final DirectoryCache cache;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;
    private final AuditTrail audit;

    PartnerDirectory(
            DirectoryCache cache, Transactions transactions, SystemClock clock, IdMaker ids, AuditTrail audit) {
        this.cache = cache;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    public Optional<Store> store(UUID id) {
        return Optional.ofNullable(cache.current().stores().get(id));
    }

    /** The partner's store with the partner's own code of it. */
    public Optional<Store> storeByCode(UUID partnerId, String code) {
        return Optional.ofNullable(cache.current().storesByCode().get(new Directory.StoreKey(partnerId, code)));
    }

    public Collection<Store> stores() {
        return cache.current().stores().values();
    }

    public Optional<Terminal> terminal(UUID id) {
        return Optional.ofNullable(cache.current().terminals().get(id));
    }

    public Optional<Partner> partner(UUID id) {
        return Optional.ofNullable(cache.current().partners().get(id));
    }

    public Collection<Terminal> terminals() {
        return cache.current().terminals().values();
    }

    public Collection<Partner> partners() {
        return cache.current().partners().values();
    }

    /**
     * The partner whose programme it is.
     *
     * @throws IllegalStateException before there is one
     */
    public Partner owner() {
        return cache.current()
                .owner()
                .or(this::ownerFoundSince)
                .orElseThrow(() -> new IllegalStateException("no partner owns the programme yet"));
    }

    /** Right after the founding the memory may still be of before. */
    private Optional<Partner> ownerFoundSince() {
        return cache.asItIs().owner();
    }

    /** Takes a partner into the programme. */
    public Partner createPartner(Caller by, String code, String name, boolean owner) {
        Partner partner = new Partner(ids.next(), code, name, owner, PartnerState.ACTIVE, FIRST, Optional.empty());
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO partner (id, code, name, owner, state, created_at)
                    VALUES (?, ?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(partner.id()));
                insert.setString(2, code);
                insert.setString(3, name);
                insert.setBoolean(4, owner);
                insert.setString(5, partner.state().value());
                insert.setObject(6, Sql.time(clock.now()));
                insert.executeUpdate();
            }
            DirectoryRows.moveEpoch(connection);
            audit.record(by, "partner.created", "partner", partner.id(), "code", code);
            return null;
        });
        cache.refresh();
        return partner;
    }

    /** Reads everything anew, after changes that were part of a larger transaction. */
    public void refresh() {
        cache.refresh();
    }

    /** Opens a store of a partner. */
    public Store createStore(Caller by, UUID partnerId, String code, String name, ZoneId timeZone, String region) {
        Store store = new Store(ids.next(), partnerId, code, name, timeZone, region, StoreState.OPEN, FIRST);
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO store (id, partner_id, code, name, time_zone, region, state, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setBytes(1, UuidBytes.of(store.id()));
                insert.setBytes(2, UuidBytes.of(partnerId));
                insert.setString(3, code);
                insert.setString(4, name);
                insert.setString(5, timeZone.getId());
                insert.setString(6, region);
                insert.setString(7, store.state().value());
                insert.setObject(8, Sql.time(clock.now()));
                insert.executeUpdate();
            }
            DirectoryRows.moveEpoch(connection);
            audit.record(by, "store.created", "store", store.id(), "code", code);
            return null;
        });
        cache.refresh();
        return store;
    }

    /** Sets up a till in a store. */
    public Terminal createTerminal(Caller by, UUID storeId, String code) {
        return createTerminal(by, storeId, code, "");
    }

    /** Sets up a till in a store and says what it is called or where it stands. */
    public Terminal createTerminal(Caller by, UUID storeId, String code, String name) {
        Terminal terminal = new Terminal(ids.next(), storeId, code, name, TerminalState.ACTIVE, FIRST);
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO terminal (id, store_id, code, name, state, created_at)
                    VALUES (?, ?, ?, ?, 'active', ?)""")) {
                insert.setBytes(1, UuidBytes.of(terminal.id()));
                insert.setBytes(2, UuidBytes.of(storeId));
                insert.setString(3, code);
                insert.setString(4, name);
                insert.setObject(5, Sql.time(clock.now()));
                insert.executeUpdate();
            }
            DirectoryRows.moveEpoch(connection);
            audit.record(by, "terminal.created", "terminal", terminal.id(), "code", code);
            return null;
        });
        cache.refresh();
        return terminal;
    }
}
