package id.setia.testing;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Random members with random pasts, written straight into a database that holds nothing else. */
public final class Shoppers {

    public static final List<String> CATEGORIES = List.of("Minuman", "Minuman > Kopi", "Minuman > Teh", "Roti", "Minumanku");

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final List<String> PURPOSES =
            List.of("marketing_email", "marketing_phone", "profiling", "partner_sharing");

    private final Random random;
    private final IdMaker ids;
    private final Instant now;
    private final List<UUID> stores;

    public Shoppers(long seed, IdMaker ids, Instant now, List<UUID> stores) {
        this.random = new Random(seed);
        this.ids = ids;
        this.now = now;
        this.stores = stores;
    }

    /** So many members with up to so many purchases each over the last 400 days. */
    public List<Shopper> make(int members, int mostPurchases) {
        return IntStream.range(0, members).mapToObj(number -> one(random.nextInt(mostPurchases + 1))).toList();
    }

    private Shopper one(int purchases) {
        return new Shopper(
                ids.next(),
                pick(List.of("active", "active", "active", "active", "unclaimed", "frozen", "closed", "erased")),
                pick(List.of("id", "id", "en")),
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(1960, 1, 1).plusDays(random.nextInt(15_000))),
                past(800),
                IntStream.range(0, random.nextInt(4)).mapToObj(number -> stood()).toList(),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of((long) random.nextInt(500)),
                IntStream.range(0, random.nextInt(6)).mapToObj(number -> said()).toList(),
                IntStream.range(0, purchases).mapToObj(number -> bought()).toList());
    }

    private Shopper.Stood stood() {
        return new Shopper.Stood(
                ids.next(),
                pick(List.of("red", "gold", "priority")),
                pick(List.of("joined", "run", "imported")),
                random.nextInt(6) == 0 ? now.plus(Duration.ofDays(3)) : past(300),
                past(300));
    }

    private Shopper.Said said() {
        return new Shopper.Said(ids.next(), pick(PURPOSES), random.nextInt(3) > 0, past(300));
    }

    private Shopper.Bought bought() {
        boolean takenBack = random.nextInt(8) == 0;
        return new Shopper.Bought(
                ids.next(),
                pick(stores),
                past(400),
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(number -> item(takenBack))
                        .toList());
    }

    private Shopper.Item item(boolean takenBack) {
        long amount = (1 + random.nextInt(60)) * 100_000L;
        return new Shopper.Item(
                pick(CATEGORIES), amount, takenBack ? amount : random.nextInt(6) == 0 ? amount / 2 : 0);
    }

    private Instant past(int days) {
        return now.minusSeconds(1 + random.nextInt(days * 86_400));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Writes members with everything they did, some thousand rows at a time. */
    public static void write(Transactions transactions, UUID partner, List<Shopper> shoppers) {
        for (int from = 0; from < shoppers.size(); from += 500) {
            List<Shopper> part = shoppers.subList(from, Math.min(shoppers.size(), from + 500));
            transactions.write(connection -> {
                members(connection, part);
                standings(connection, part);
                consents(connection, part);
                accounts(connection, part);
                purchases(connection, partner, part);
                lines(connection, part);
                return null;
            });
        }
    }

    private static void members(Connection connection, List<Shopper> shoppers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member (
                  id, state, name, birth_date, language, enrolled_by, joined_at, version, changed_at)
                VALUES (?, ?, 'Budi Santoso', ?, ?, 'web', ?, 1, ?)""")) {
            int rows = 0;
            for (Shopper shopper : shoppers) {
                insert.setBytes(1, UuidBytes.of(shopper.id()));
                insert.setString(2, shopper.state());
                insert.setObject(3, shopper.born().orElse(null));
                insert.setString(4, shopper.language());
                insert.setObject(5, Sql.time(shopper.joinedAt()));
                insert.setObject(6, Sql.time(shopper.joinedAt()));
                rows = added(insert, rows);
            }
            insert.executeBatch();
        }
    }

    private static void standings(Connection connection, List<Shopper> shoppers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO standing (
                  member_id, effective_from, recorded_at, id, tier_code, cause, run_month, reason)
                VALUES (?, ?, ?, ?, ?, ?, '2026-01', '{}')""")) {
            int rows = 0;
            for (Shopper shopper : shoppers) {
                for (Shopper.Stood stood : shopper.stood()) {
                    insert.setBytes(1, UuidBytes.of(shopper.id()));
                    insert.setObject(2, Sql.time(stood.from()));
                    insert.setObject(3, Sql.time(stood.recordedAt()));
                    insert.setBytes(4, UuidBytes.of(stood.id()));
                    insert.setString(5, stood.tier());
                    insert.setString(6, stood.cause());
                    rows = added(insert, rows);
                }
            }
            insert.executeBatch();
        }
    }

    private static void consents(Connection connection, List<Shopper> shoppers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO consent (
                  id, member_id, purpose, given, text_version, language, channel, recorded_by, recorded_at)
                VALUES (?, ?, ?, ?, '1', 'id', 'web', 'member', ?)""")) {
            int rows = 0;
            for (Shopper shopper : shoppers) {
                for (Shopper.Said said : shopper.said()) {
                    insert.setBytes(1, UuidBytes.of(said.id()));
                    insert.setBytes(2, UuidBytes.of(shopper.id()));
                    insert.setString(3, said.purpose());
                    insert.setBoolean(4, said.given());
                    insert.setObject(5, Sql.time(said.at()));
                    rows = added(insert, rows);
                }
            }
            insert.executeBatch();
        }
    }

    private static void accounts(Connection connection, List<Shopper> shoppers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO points_account (
                  member_id, available, pending, held, debt, last_seq, recorded_at, purchases, month_sums)
                VALUES (?, ?, 0, 0, 0, 0, ?, 0, '')""")) {
            int rows = 0;
            for (Shopper shopper : shoppers) {
                if (shopper.available().isPresent()) {
                    insert.setBytes(1, UuidBytes.of(shopper.id()));
                    insert.setLong(2, shopper.available().get());
                    insert.setObject(3, Sql.time(shopper.joinedAt()));
                    rows = added(insert, rows);
                }
            }
            insert.executeBatch();
        }
    }

    private static void purchases(Connection connection, UUID partner, List<Shopper> shoppers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO purchase (
                  id, natural_key, content_version, content_hash, member_id, attachments, partner_id, store_id, channel,
                  business_date, occurred_at, program_date, recorded_at, total, earning_base, details, standing_grants,
                  points, points_taken_back, refunded, answer)
                VALUES (?, ?, 1, ?, ?, 1, ?, ?, 'store', ?, ?, ?, ?, ?, ?, '', '', 0, 0, ?, '')""")) {
            int rows = 0;
            for (Shopper shopper : shoppers) {
                for (Shopper.Bought bought : shopper.bought()) {
                    LocalDate day = bought.at().atZone(JAKARTA).toLocalDate();
                    insert.setBytes(1, UuidBytes.of(bought.id()));
                    insert.setBytes(2, UuidBytes.of(bought.id()));
                    insert.setBytes(3, new byte[32]);
                    insert.setBytes(4, UuidBytes.of(shopper.id()));
                    insert.setBytes(5, UuidBytes.of(partner));
                    insert.setBytes(6, UuidBytes.of(bought.store()));
                    insert.setObject(7, day);
                    insert.setObject(8, Sql.time(bought.at()));
                    insert.setObject(9, day);
                    insert.setObject(10, Sql.time(bought.at()));
                    insert.setLong(11, bought.total());
                    insert.setLong(12, bought.total());
                    insert.setLong(13, bought.refunded());
                    rows = added(insert, rows);
                }
            }
            insert.executeBatch();
        }
    }

    private static void lines(Connection connection, List<Shopper> shoppers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO purchase_line (
                  purchase_id, position, name, quantity, discount, amount, category, earns, base, points,
                  refunded_quantity, refunded_amount)
                VALUES (?, ?, 'Barang', ?, 0, ?, ?, TRUE, ?, 0, ?, ?)""")) {
            int rows = 0;
            for (Shopper shopper : shoppers) {
                for (Shopper.Bought bought : shopper.bought()) {
                    int position = 0;
                    for (Shopper.Item item : bought.items()) {
                        insert.setBytes(1, UuidBytes.of(bought.id()));
                        insert.setInt(2, ++position);
                        insert.setBigDecimal(3, BigDecimal.ONE);
                        insert.setLong(4, item.amount());
                        insert.setString(5, item.category());
                        insert.setLong(6, item.amount());
                        insert.setBigDecimal(7, item.refunded() == item.amount() ? BigDecimal.ONE : BigDecimal.ZERO);
                        insert.setLong(8, item.refunded());
                        rows = added(insert, rows);
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** Adds a row, and sends a thousand at a time. */
    private static int added(PreparedStatement insert, int rows) throws SQLException {
        insert.addBatch();
        if ((rows + 1) % 1_000 == 0) {
            insert.executeBatch();
        }
        return rows + 1;
    }

    /** The lists of members as they were made. */
    public static List<UUID> idsOf(List<Shopper> shoppers) {
        return new ArrayList<>(shoppers.stream().map(Shopper::id).toList());
    }
}
