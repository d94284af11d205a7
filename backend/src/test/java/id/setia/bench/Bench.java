package id.setia.bench;

import id.setia.db.DatabaseAddress;
import id.setia.kernel.PublicId;
import id.setia.kernel.UuidBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast the server is as it is shipped, beside plain JDBC that writes and reads the very same rows: {@code mvn -Pbench
 * verify}, or this class alone. {@link BenchSettings} has the properties. It needs wrk on the path.
 */
public final class Bench {

    /** Receipts whose rows are looked at; the baseline writes the like of each in turn. */
    private static final int FOOTPRINTS = 16;

    private static final int EVENTS = 4;

    private final BenchSettings settings;
    private final Report report = new Report();
    private final Shop shop;
    private List<Footprint> footprints = List.of();

    private Bench(BenchSettings settings) {
        this.settings = settings;
        this.shop = new Shop(settings);
    }

    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench(BenchSettings.read());
        bench.run();
        System.exit(bench.report.holds() ? 0 : 1);
    }

    private void run() throws Exception {
        if (!settings.parts().equals(List.of("insights"))) {
            measureRounds();
        }
        if (settings.measures("insights")) {
            Path directory = settings.in("insights").directory();
            deleteRecursively(directory);
            Files.createDirectories(directory);
            new Insights(settings, report, settings.members().getLast()).run();
            deleteRecursively(directory);
        }
        new Promises(report, settings.members()).print();
        report.write(settings.directory().resolve("report.txt"));
    }

    private void measureRounds() throws Exception {
        boolean kept = settings.keep() && shop.isWhole();
        if (!kept) {
            deleteRecursively(settings.directory());
        }
        Files.createDirectories(settings.directory());
        report.line("Setia, measured: %s", Machine.description());
        if (!kept) {
            long began = System.nanoTime();
            Server server = Server.start(settings, true);
            shop.setUp(server, Server.console(settings));
            makeModels(server);
            server.stop();
            report.line("shop set up over HTTP, with %d model members: %.0f s", Shop.MODELS, seconds(began));
        }
        if (settings.measures("plain")) {
            lookAtReceipts();
        }
        Server server = Server.start(settings, true);
        report.line("start to the first answer, warm database: %.1f s", server.startedIn());
        report.figure(0, "start", server.startedIn());
        try {
            for (int members : settings.members()) {
                grow(server, members);
                new Round(settings, report, shop, server, members, footprints).run();
            }
            if (settings.measures("start")) {
                server = killAndStart(server);
            }
        } finally {
            server.stop();
        }
    }

    /** A history for each model: what it had before, a purchase of some, and events that give points; ten entries in all. */
    private void makeModels(Server server) throws Exception {
        List<Shop.Till> tills = shop.tills(server);
        List<String> receipts = Receipts.some(Shop.MODELS + 1);
        try (Connection connection = Connections.patient(server.database())) {
            Rows rows = new Rows(connection);
            for (int place = 0; place <= Shop.MODELS; place++) {
                int number = Shop.model(place);
                Http till = server.http().with("Authorization", "Bearer " + tills.get(place).token());
                boolean buys = place < settings.buyers() || place == Shop.MODELS;
                if (buys) {
                    till.post("/api/v1/purchases", Receipts.of(
                            "M" + Shop.digits(number), number, tills.get(place).number(), receipts.get(place)));
                }
                String member = PublicId.MEMBER.format(UuidBytes.from(rows.member(Shop.card(number))));
                for (int event = 0; event < (buys ? EVENTS - 1 : EVENTS); event++) {
                    till.post("/api/v1/members/" + member + "/events", "{\"code\":\"survey-answered\"}",
                            "Idempotency-Key", "S" + Shop.digits(number) + "-" + event);
                }
            }
            claimModels(connection, rows);
        }
        awaitSeal(server);
    }

    /** As if they had claimed their memberships, with the administrator's password. */
    private static void claimModels(Connection connection, Rows rows) throws Exception {
        try (PreparedStatement update = connection.prepareStatement("UPDATE member SET state = 'active',"
                + " password_hash = (SELECT password_hash FROM staff ORDER BY created_at LIMIT 1) WHERE id = ?")) {
            for (int place = 0; place <= Shop.MODELS; place++) {
                update.setBytes(1, rows.member(Shop.card(Shop.model(place))));
                update.executeUpdate();
            }
        }
    }

    /** From the first seal on, members are sealed as they are in the feed; those that are made by SQL are not looked for. */
    private static void awaitSeal(Server server) throws Exception {
        try (Checks checks = new Checks(server.database())) {
            while (checks.number("SELECT COUNT(*) FROM seal") == 0) {
                Thread.sleep(200);
            }
        }
    }

    /** Posts receipts of a member who bought the like before, while nothing else moves, and looks at every row made or changed. */
    private void lookAtReceipts() throws Exception {
        Server server = Server.start(settings, false);
        try (Connection connection = Connections.patient(server.database())) {
            Rows rows = new Rows(connection);
            byte[] member = rows.member(Shop.card(Shop.LOOKED_AT));
            Shop.Till till = shop.tills(server).getFirst();
            Http http = server.http().with("Authorization", "Bearer " + till.token());
            List<Footprint> found = new ArrayList<>();
            String run = newRun();
            List<String> receipts = Receipts.some(FOOTPRINTS);
            for (int place = 0; place < FOOTPRINTS; place++) {
                http.post("/api/v1/purchases",
                        Receipts.of(run + "-before-" + place, Shop.LOOKED_AT, till.number(), receipts.get(place)));
            }
            for (int place = 0; place < FOOTPRINTS; place++) {
                String number = run + "-%04d".formatted(place);
                Map<String, Rows.Row> before = rows.of(member);
                http.post("/api/v1/purchases", Receipts.of(number, Shop.LOOKED_AT, till.number(), receipts.get(place)));
                found.add(Footprint.between(before, rows.of(member), member, number));
            }
            footprints = found;
            printFootprint(found);
        } finally {
            server.stop();
        }
    }

    private void printFootprint(List<Footprint> found) {
        Map<String, Double> tables = new LinkedHashMap<>();
        found.forEach(footprint -> {
            footprint.changed().forEach((table, rows) -> tables.merge("~" + table.name(), 1.0 * rows.size() / found.size(), Double::sum));
            footprint.made().forEach((table, rows) -> tables.merge("+" + table.name(), 1.0 * rows.size() / found.size(), Double::sum));
        });
        report.line(
                "a receipt writes %.1f rows: %s", found.stream().mapToInt(Footprint::rows).average().orElse(0),
                String.join(", ", tables.entrySet().stream().map(table -> "%s %.1f".formatted(table.getKey(), table.getValue())).toList()));
    }

    static String newRun() {
        return "R" + Long.toString(System.currentTimeMillis() / 10 % (36L * 36 * 36 * 36 * 36), 36);
    }

    /** Fills the database up to so many members. */
    private void grow(Server server, int members) throws Exception {
        int before = shop.members();
        if (before >= members) {
            return;
        }
        long began = System.nanoTime();
        shop.growsTo(members);
        DatabaseAddress address = server.database();
        try (Connection connection = Connections.patient(address)) {
            Rows rows = new Rows(connection);
            Map<Integer, Map<String, Rows.Row>> models = new LinkedHashMap<>();
            for (int place = 0; place < Shop.MODELS; place++) {
                models.put(Shop.model(place), rows.of(rows.member(Shop.card(Shop.model(place)))));
            }
            if (shop.fact("firstId") == null) {
                long made = UuidBytes.from(rows.member(Shop.card(Shop.model(0)))).getMostSignificantBits();
                shop.note("firstId", Long.toString(made >>> 16 << 16 | 0x7000));
            }
            new Clones(address, firstId()).fill(models, before, members);
        }
        shop.grew();
        try (Checks checks = new Checks(address)) {
            long accounts = checks.number("SELECT COUNT(*) FROM points_account");
            long entries = checks.number("SELECT COUNT(*) FROM ledger_entry");
            checks.require(members + " members and their models, not " + accounts, accounts == members + Shop.MODELS + 1);
            checks.require("ten entries for each of " + members + " members, not " + entries, entries >= 10L * members);
            report.line("");
            report.line("filled to %,d members with %,d entries and %,d purchases: %.0f s", members, entries,
                    checks.number("SELECT COUNT(*) FROM purchase"), seconds(began));
            report.faults(checks.faults());
        }
    }

    private long firstId() {
        return Long.parseLong(shop.fact("firstId"));
    }

    private Server killAndStart(Server server) throws Exception {
        server.kill();
        Server again = Server.start(settings, true);
        report.line("");
        report.line("start to the first answer after kill -9: %.1f s", again.startedIn());
        report.figure(0, "restart", again.startedIn());
        return again;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void deleteRecursively(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
