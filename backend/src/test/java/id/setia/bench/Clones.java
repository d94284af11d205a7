package id.setia.bench;

import id.setia.db.DatabaseAddress;
import id.setia.kernel.PublicId;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the database fast: every row the product wrote for a model member is written again for many others, with other ids
 * and numbers, by {@code INSERT … SELECT} from a table of numbers. What holds for the model then holds for each of them.
 *
 * <p>Ids keep their order; their last 60 bits are the member's number, one decimal digit in five bits, so that they read the
 * same in the text of ids.
 */
final class Clones {

    private static final String NUMBERS = "setia_bench.number";
    private static final String PLACES = "setia_bench.place";
    private static final String ORDER = "setia_bench.arrival";
    private static final int MOST_ROWS = 64;

    private static final Set<String> NOT_COPIED = Set.of("outbox", "notice");
    private static final String RECORDED = "recorded_at";

    /** How long before the model's the rows of others are recorded: long enough for figures to have counted that time already. */
    private static final Duration AGO = Duration.ofDays(1);

    private static final int MEMBERS_AT_ONCE = 5_000;
    private static final int AT_ONCE = 2;
    private static final long FIRST_OF_NUMBER = 0x8000_0000_0000_0000L;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final DatabaseAddress address;
    private final long firstId;

    /** @param firstId the first half of every member's id; those of other ids follow it */
    Clones(DatabaseAddress address, long firstId) {
        this.address = address.forLongWork();
        this.firstId = firstId;
    }

    /** The id of the member of a number. */
    static UUID member(long firstId, int number) {
        return new UUID(firstId, FIRST_OF_NUMBER | Long.parseLong(Integer.toString(number), 32));
    }

    /** A statement that writes one table's rows, for members from one number to another. */
    private record Insert(String sql) {

        void run(Statement statement, int from, int until) throws SQLException {
            statement.executeUpdate(sql.formatted(from, until));
        }
    }

    /**
     * Makes the members of some numbers.
     *
     * @param models the rows of each model, with its number
     */
    void fill(Map<Integer, Map<String, Rows.Row>> models, int from, int until) throws Exception {
        makeNumbers(from, until);
        List<Callable<Void>> work = new ArrayList<>();
        List<Integer> numbers = List.copyOf(models.keySet());
        int each = (until - from + numbers.size() - 1) / numbers.size();
        for (int place = 0; place < numbers.size(); place++) {
            int model = numbers.get(place);
            List<Insert> inserts = inserts(model, models.get(model));
            int end = Math.min(until, from + each * (place + 1));
            for (int chunk = from + each * place; chunk < end; chunk += MEMBERS_AT_ONCE) {
                int first = chunk;
                int last = Math.min(end, chunk + MEMBERS_AT_ONCE) - 1;
                work.add(() -> {
                    write(inserts, first, last);
                    return null;
                });
            }
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void makeNumbers(int from, int until) throws SQLException {
        try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS setia_bench CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            statement.execute("DROP TABLE IF EXISTS " + NUMBERS + ", " + PLACES + ", " + ORDER);
            statement.execute("CREATE TABLE " + PLACES + " (i INT NOT NULL, PRIMARY KEY (i)) ENGINE = InnoDB");
            for (int place = 0; place < MOST_ROWS; place++) {
                statement.execute("INSERT INTO " + PLACES + " (i) VALUES (" + place + ")");
            }
            statement.execute("CREATE TABLE " + NUMBERS + " (n INT NOT NULL, d8 CHAR(8) NOT NULL, d12 CHAR(12) NOT NULL, h15 CHAR(15) NOT NULL, PRIMARY KEY (n))"
                    + " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            statement.execute("INSERT INTO " + NUMBERS + " (n, d8, d12, h15) WITH RECURSIVE t (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM t WHERE i < 999)"
                    + " SELECT a.i * 1000 + b.i, LPAD(a.i * 1000 + b.i, 8, '0'), LPAD(a.i * 1000 + b.i, 12, '0'),"
                    + " LPAD(LOWER(CONV(a.i * 1000 + b.i, 32, 16)), 15, '0') FROM t a JOIN t b WHERE a.i * 1000 + b.i < " + until);
            statement.execute("CREATE TABLE " + ORDER + " (place INT NOT NULL AUTO_INCREMENT, n INT NOT NULL, PRIMARY KEY (place)) ENGINE = InnoDB AUTO_INCREMENT = " + (from + 1));
            statement.execute("INSERT INTO " + ORDER + " (n) SELECT n FROM " + NUMBERS + " WHERE n >= " + from
                    + " ORDER BY (n - " + from + ") DIV " + MEMBERS_AT_ONCE + ", RAND(7)");
        }
    }

    private void write(List<Insert> inserts, int first, int last) throws SQLException {
        try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
            statement.execute("SET join_cache_level = 0");
            connection.setAutoCommit(false);
            for (Insert insert : inserts) {
                insert.run(statement, first, last);
            }
            connection.commit();
        }
    }

    private List<Insert> inserts(int model, Map<String, Rows.Row> rows) {
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put(Shop.digits(model), List.of("k.d8"));
        long half = firstId;
        for (UUID id : ownIds(rows)) {
            String first = "%016x".formatted(half);
            ids.put(hex(UuidBytes.of(id)), "UNHEX(CONCAT('" + first + "8', k.h15))");
            texts.put(id.toString(), List.of(
                    "'" + first.substring(0, 8) + "-" + first.substring(8, 12) + "-" + first.substring(12) + "-8'",
                    "SUBSTRING(k.h15, 1, 3)", "'-'", "SUBSTRING(k.h15, 4)"));
            texts.put(base32(id), List.of("'" + base32(new UUID(half, FIRST_OF_NUMBER)).substring(0, 14) + "'", "k.d12"));
            half++;
        }
        Map<String, List<Rows.Row>> byTable = rows.values().stream()
                .filter(row -> !NOT_COPIED.contains(row.table().name()))
                .collect(Collectors.groupingBy(row -> row.table().name(), LinkedHashMap::new, Collectors.toList()));
        return byTable.values().stream().map(table -> insert(table, ids, texts)).toList();
    }

    /** The member's first, then those of the member's rows in their order. */
    private static List<UUID> ownIds(Map<String, Rows.Row> rows) {
        List<UUID> members = rows.values().stream()
                .filter(row -> row.table().name().equals("member"))
                .map(row -> UuidBytes.from((byte[]) row.values().get("id")))
                .toList();
        List<UUID> ids = new ArrayList<>(members);
        rows.values().stream()
                .map(row -> row.values().get("id"))
                .filter(id -> id instanceof byte[] bytes && bytes.length == 16)
                .map(id -> UuidBytes.from((byte[]) id))
                .filter(id -> !members.contains(id))
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(ids::add);
        return ids;
    }

    private static String base32(UUID id) {
        String text = PublicId.MEMBER.format(id);
        return text.substring(text.indexOf('_') + 1);
    }

    /**
     * Every member's first row, then every member's second, members of a chunk at random, as they come to a shop: rows put
     * down in the order of their keys leave every page full to the brim, and the first post to each splits it.
     */
    private static Insert insert(List<Rows.Row> rows, Map<String, String> ids, Map<String, List<String>> texts) {
        Rows.Table table = rows.getFirst().table();
        List<Rows.Row> ordered = rows.stream().sorted(Rows.Row::compareKeys).toList();
        String columns = table.columns().stream()
                .map(column -> choice(ordered.stream()
                        .map(row -> expression(table, column, row.values().get(column), ids, texts))
                        .toList()))
                .collect(Collectors.joining(", "));
        return new Insert("INSERT INTO " + table.name() + " (" + table.list() + ") SELECT STRAIGHT_JOIN " + columns + " FROM " + PLACES
                + " r JOIN " + ORDER + " o JOIN " + NUMBERS + " k WHERE o.place BETWEEN %1$d + 1 AND %2$d + 1 AND k.n = o.n AND r.i < " + rows.size());
    }

    private static String choice(List<String> expressions) {
        if (expressions.stream().distinct().count() == 1) {
            return expressions.getFirst();
        }
        StringBuilder choice = new StringBuilder("CASE r.i");
        for (int place = 0; place < expressions.size(); place++) {
            choice.append(" WHEN ").append(place).append(" THEN ").append(expressions.get(place));
        }
        return choice.append(" END").toString();
    }

    private static String expression(
            Rows.Table table, String column, Object value, Map<String, String> ids, Map<String, List<String>> texts) {
        if (value instanceof byte[] bytes) {
            String id = ids.get(hex(bytes));
            if (id != null) {
                return id;
            }
            return table.texts().contains(column)
                    ? text(new String(bytes, StandardCharsets.UTF_8), texts)
                            .or(() -> table.unique().contains(column) ? apart(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty())
                            .orElse("x'" + hex(bytes) + "'")
                    : "x'" + hex(bytes) + "'";
        }
        return switch (value) {
            case null -> "NULL";
            case String text -> text(text, texts).orElse(quoted(text));
            case Boolean flag -> flag ? "1" : "0";
            case LocalDateTime time -> "'" + TIME.format(column.equals(RECORDED) ? time.minus(AGO) : time) + "'";
            case Number number -> number.toString();
            default -> "'" + value + "'";
        };
    }

    /** A key that names only what was hashed gets the number in the place of a part of the hash. */
    private static Optional<String> apart(String key) {
        Matcher hash = HASH.matcher(key);
        return hash.find()
                ? Optional.of("CONCAT(" + quoted(key.substring(0, hash.start())) + ", k.d12, " + quoted(key.substring(hash.start() + 12)) + ")")
                : Optional.empty();
    }

    /** A text in which something has to be put in its place; empty where nothing has. */
    private static Optional<String> text(String value, Map<String, List<String>> texts) {
        List<String> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int place = 0;
        while (place < value.length()) {
            int here = place;
            Map.Entry<String, List<String>> found = texts.entrySet().stream()
                    .filter(entry -> value.startsWith(entry.getKey(), here))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                plain.append(value.charAt(place++));
            } else {
                if (!plain.isEmpty()) {
                    parts.add(quoted(plain.toString()));
                    plain.setLength(0);
                }
                parts.addAll(found.getValue());
                place += found.getKey().length();
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (!plain.isEmpty()) {
            parts.add(quoted(plain.toString()));
        }
        return Optional.of("CONCAT(" + String.join(", ", parts) + ")");
    }

    /** The text as SQL writes it; per cent signs are doubled for {@link Insert}. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r").replace("%", "%%") + "'";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
