package id.setia.bench;

import id.setia.bench.Baselines.Baseline;
import id.setia.kernel.PublicId;
import id.setia.kernel.UuidBytes;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every part, at one number of members. */
final class Round {

    private static final int[] CONNECTIONS = {64, 256, 16, 1};
    private static final int USUAL = 64;
    private static final int FEW_BATCHES = 4;
    private static final List<String> WARMED_UP = List.of("batch", "quote", "read", "lookup", "redeem");
    private static final Map<String, Baseline> HELD_AGAINST =
            Map.of("single", Baseline.SINGLE, "hot", Baseline.SINGLE, "batch", Baseline.BATCH, "read", Baseline.READ);
    /** The share of one processor below which the compiler has done what matters. */
    private static final double COMPILED = 0.05;
    private static final int MOST_STEPS = 9;
    private static final int SESSIONS = 64;
    private static final int PLENTY = 100_000_000;
    private static final int FEW = 500;
    private static final int MOST_TRIES = 20;
    private static final double OPEN = 0.7;
    private static final int SETTLING = 1_000;
    /** Milliseconds after a load until what it set off is done too. */
    private static final int QUIET = 3_000;
    private static final int BESIDE_SECONDS = 4;
    private static final int WAITING_FOR_REQUESTS = 256;

    private final BenchSettings settings;
    private final Report report;
    private final Shop shop;
    private final Server server;
    private final int members;
    private final List<Footprint> footprints;
    private final Wrk wrk;
    private final long firstId;
    private List<Script.Session> sessions = List.of();
    private String reward = "";
    private WrkResult latest;
    private Optional<Baselines> baselines = Optional.empty();
    /** What plain JDBC did right before the part that is under way. */
    private double before;

    Round(BenchSettings settings, Report report, Shop shop, Server server, int members, List<Footprint> footprints)
            throws IOException {
        this.settings = settings;
        this.report = report;
        this.shop = shop;
        this.server = server;
        this.members = members;
        this.footprints = footprints;
        this.wrk = new Wrk(settings, server.address());
        this.firstId = Long.parseLong(shop.fact("firstId"));
    }

    void run() throws Exception {
        report.heading(String.format(Locale.ROOT, "%,d members", members));
        if (settings.measures("redeem") || settings.measures("mixed")) {
            openSessions();
        }
        if (settings.measures("plain") && !footprints.isEmpty()) {
            plain();
        }
        try {
            warmUp();
            measure();
        } finally {
            if (baselines.isPresent()) {
                report.faults(baselines.get().faults());
                baselines.get().close();
            }
        }
        figure("memory.server", server.usage().peak());
        figure("memory.database", server.databaseUsage().memory());
    }

    private void measure() throws Exception {
        if (settings.measures("single")) {
            single();
        }
        if (settings.measures("batch")) {
            batch();
        }
        if (settings.measures("hot")) {
            hot();
        }
        if (settings.measures("quote")) {
            load("quote", "quotes", USUAL, true);
        }
        if (settings.measures("read")) {
            read();
        }
        if (settings.measures("lookup")) {
            load("lookup", "look-ups by phone", USUAL, true);
        }
        if (settings.measures("redeem")) {
            redeem();
        }
        if (settings.measures("mixed")) {
            mixed();
        }
        if (settings.measures("open")) {
            open();
        }
        if (settings.measures("proof")) {
            proof();
        }
    }

    private void openSessions() {
        Http admin = shop.administrator(server);
        reward = Shop.reward(admin, PLENTY);
        List<Script.Session> opened = new ArrayList<>();
        for (int member = 0; member < SESSIONS; member++) {
            Http browser = server.http();
            browser.signIn("/api/v1/session", """
                    {"kind":"member","email":"%s","password":"%s"}""".formatted(Shop.phone(member), Shop.password()));
            opened.add(new Script.Session(browser.header("Cookie"), browser.header("X-CSRF-Token")));
        }
        sessions = opened;
    }

    /** Until the server's code is compiled: purchases first, then a little of each kind that will be measured. */
    private void warmUp() throws Exception {
        if (settings.warmUp() == 0) {
            return;
        }
        long began = System.nanoTime();
        double compiled = server.compiler();
        warmUp("single", settings.warmUp());
        int step = Math.max(1, settings.warmUp() / 3);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            double soFar = server.compiler();
            warmUp("single", step);
            if (server.compiler() - soFar < COMPILED * step) {
                break;
            }
        }
        for (String kind : WARMED_UP) {
            if (settings.measures(kind)) {
                warmUp(kind, Math.max(1, settings.warmUp() / 6));
            }
        }
        report.line("warmed up: %.0f s, of which the JVM's compiler used %.0f s of processor", (System.nanoTime() - began) / 1e9, server.compiler() - compiled);
    }

    private void warmUp(String kind, int seconds) throws Exception {
        wrk.run(kind, script(Bench.newRun()), kind.equals("batch") ? FEW_BATCHES : USUAL, seconds);
    }

    private Path script(String run) throws IOException {
        UUID first = Clones.member(firstId, 0);
        String id = PublicId.MEMBER.format(first);
        return new Script(run, shop.tills(server), sessions, id.substring(0, id.length() - 12), members, members / 2, reward)
                .write(settings.directory());
    }

    private void plain() throws SQLException {
        Baselines opened = Baselines.open(server.database(), footprints, firstId, members, BESIDE_SECONDS);
        baselines = Optional.of(opened);
        for (Baseline baseline : Baseline.values()) {
            report.line("%-46s %,9.0f/s", baseline.title(), opened.measure(baseline));
        }
    }

    private void figure(String name, double value) {
        report.figure(members, name, value);
    }

    private void single() throws Exception {
        List<Held> all = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            Held held = held(Baseline.SINGLE, () -> {
                checkPurchases(load("single", "single purchases", connections, true), connections);
                return latest.rate();
            });
            figures("single." + connections, held);
            all.add(held);
        }
        best("single", all);
    }

    private void batch() throws Exception {
        List<Held> all = new ArrayList<>();
        for (int connections : new int[] {1, FEW_BATCHES, 16}) {
            all.add(held(Baseline.BATCH, () -> {
                String run = load("batch", "batches of 100", connections, true);
                double rate = latest.count("rows") / latest.seconds();
                report.line("  %,.0f receipts/s", rate);
                checkPurchases(run, (long) connections * Script.BATCH);
                return rate;
            }));
        }
        best("batch", all);
    }

    /** A part that answers how many a second were done. */
    private interface Part {
        double run() throws Exception;
    }

    /**
     * A run of a part that is held against plain JDBC.
     *
     * @param rate a second
     * @param plain what plain JDBC did right before and after it
     */
    private record Held(WrkResult result, double rate, Optional<Baselines.Beside> plain) {

        double ratio() {
            return plain.map(beside -> rate / beside.mean()).orElse(0.0);
        }
    }

    /** Runs a part several times, since no minute of a shared machine is like the next; the run in the middle counts, by its ratio. */
    private Held held(Baseline baseline, Part part) throws Exception {
        List<Held> runs = new ArrayList<>();
        int times = baselines.isPresent() ? settings.times() : 1;
        for (int time = 0; time < times; time++) {
            double rate = part.run();
            runs.add(new Held(latest, rate, beside(baseline, rate)));
        }
        runs.sort(Comparator.comparingDouble(Held::ratio));
        Held middle = runs.get((times - 1) / 2);
        if (times > 1) {
            report.line("  of %d runs, %.2f to %.2f × plain JDBC, the one with %.2f × counts",
                    times, runs.getFirst().ratio(), runs.getLast().ratio(), middle.ratio());
        }
        return middle;
    }

    /** Measures the baseline once more, once all is quiet, and tells how the part that was just run compares with it. */
    private Optional<Baselines.Beside> beside(Baseline baseline, double rate) throws Exception {
        if (baselines.isEmpty()) {
            return Optional.empty();
        }
        Thread.sleep(QUIET);
        Baselines.Beside beside = new Baselines.Beside(before, baselines.get().measure(baseline));
        report.line("  %.2f × plain JDBC beside it: %,.0f/s before, %,.0f/s after", rate / beside.mean(), beside.before(), beside.after());
        return Optional.of(beside);
    }

    private void figures(String name, Held held) {
        figure(name + ".rate", held.rate());
        figure(name + ".p99", held.result().milliseconds("p99"));
        held.plain().ifPresent(beside -> figure(name + ".plain", beside.mean()));
    }

    /** Keeps the one with the best rate. */
    private void best(String kind, List<Held> all) {
        figures(kind + ".best", all.stream().max(Comparator.comparingDouble(Held::rate)).orElseThrow());
    }

    private void hot() throws Exception {
        Held held = held(Baseline.SINGLE, () -> {
            checkPurchases(load("hot", "one hot member", USUAL, true), USUAL);
            return latest.rate();
        });
        figures("hot", held);
        figure("hot.refused", held.result().count("requests") - held.result().good());
        try (Checks checks = checks()) {
            long balance = checks.number("SELECT available FROM points_account WHERE member_id = x'" + hex(Clones.member(firstId, members / 2)) + "'");
            long entries = checks.number("SELECT SUM(points) FROM ledger_entry WHERE account = 'available' AND member_id = x'" + hex(Clones.member(firstId, members / 2)) + "'");
            checks.require("the hot member has " + balance + " points, the entries say " + entries, balance == entries);
            report.faults(checks.faults());
        }
    }

    private static String hex(UUID id) {
        return HexFormat.of().formatHex(UuidBytes.of(id));
    }

    private void read() throws Exception {
        List<Held> all = new ArrayList<>();
        for (int connections : new int[] {16, USUAL}) {
            Held held = held(Baseline.READ, () -> {
                load("read", "members read", connections, true);
                return latest.rate();
            });
            figures("read." + connections, held);
            all.add(held);
        }
        best("read", all);
        if (baselines.isPresent()) {
            figure("read.machine", baselines.get().measure(Baseline.SINGLE));
        }
    }

    private void redeem() throws Exception {
        countedRedemptions("redeem", "redemptions");
        figure("redeem", latest.rate());
        String plenty = reward;
        reward = Shop.reward(shop.administrator(server), FEW);
        Thread.sleep(2_000);
        sellOut();
        reward = plenty;
    }

    /** Runs a part in which redemptions happen; each that was answered stands there, its point spent. */
    private String countedRedemptions(String kind, String what) throws Exception {
        try (Checks checks = checks()) {
            String stored = "SELECT COUNT(*) FROM redemption WHERE reward_id = x'" + hex(PublicId.REWARD.parse(reward).orElseThrow()) + "'";
            String spent = "SELECT COALESCE(SUM(points), 0) FROM ledger_entry WHERE account = 'redeemed' AND member_id <= x'"
                    + hex(Clones.member(firstId, SESSIONS - 1)) + "'";
            long before = checks.number(stored);
            long spentBefore = checks.number(spent);
            String run = load(kind, what, USUAL, true);
            long answered = latest.count("status.201") - latest.count("rows");
            Thread.sleep(SETTLING);
            long redeemed = checks.number(stored) - before;
            long points = checks.number(spent) - spentBefore;
            report.line("  %,d redemptions answered, %,d stored, %,d points spent", answered, redeemed, points);
            checks.require(what + ": " + answered + " redemptions answered, " + redeemed + " stored, " + points + " points",
                    redeemed >= answered && redeemed <= answered + USUAL && points == redeemed);
            checks.require(what + ": nothing redeemed", redeemed > 0);
            report.faults(checks.faults());
            return run;
        }
    }

    /** Exactly as many succeed as there are pieces, however many try; some answers come when nobody waits any more. */
    private void sellOut() throws Exception {
        String id = hex(PublicId.REWARD.parse(reward).orElseThrow());
        long answered = 0;
        long unheard = 0;
        try (Checks checks = checks()) {
            long taken = 0;
            for (int tries = 0; tries < MOST_TRIES && taken < FEW; tries++) {
                load("redeem", "redemptions of " + FEW + " pieces", USUAL, false);
                answered += latest.count("status.201");
                unheard += latest.count("refusal.409.sold_out") == 0 ? USUAL : 0;
                taken = checks.number("SELECT taken FROM limit_counter WHERE id = x'" + id + "'");
            }
            long redeemed = checks.number("SELECT COUNT(*) FROM redemption WHERE reward_id = x'" + id + "' AND state = 'done'");
            report.line("  %,d pieces, %,d redemptions stored, %,d answered; refused: %s", FEW, redeemed, answered, latest.refusals());
            checks.require(FEW + " pieces, " + redeemed + " redemptions, " + taken + " counted, " + answered + " answered",
                    redeemed == FEW && taken == FEW && answered <= FEW && answered + unheard >= FEW);
            checks.require("nothing but sold_out is refused: " + latest.refusals(),
                    latest.count("requests") == latest.good() + latest.count("refusal.409.sold_out"));
            report.faults(checks.faults());
        }
    }

    private void mixed() throws Exception {
        String run = countedRedemptions("mixed", "a mixed day");
        checkPurchases(run, USUAL);
        figure("mixed", latest.rate());
    }

    private void open() throws Exception {
        double best = Math.max(report.figure(members, "single.64.rate").orElse(0), report.figure(members, "single.256.rate").orElse(0));
        if (best == 0) {
            load("single", "single purchases", USUAL, true);
            best = latest.rate();
        }
        double rate = best * OPEN;
        String run = Bench.newRun();
        Path data = script(run);
        latest = wrk.run("single", data, WAITING_FOR_REQUESTS, settings.seconds(), rate);
        print("open loop, " + Math.round(rate) + "/s at random moments", WAITING_FOR_REQUESTS);
        report.line("  began late: %,d of %,d, at most %.1f ms", latest.count("late"), latest.count("sent"), latest.milliseconds("latest"));
        checkPurchases(run, WAITING_FOR_REQUESTS);
        figure("open.p99", latest.milliseconds("p99"));
    }

    private void proof() throws Exception {
        long began = System.nanoTime();
        JsonNode proof = shop.administrator(server).get("/api/v1/ledger/proof").json();
        report.line("proof of the ledger: %s, %.0f s", proof.get("holds").getBooleanValue() ? "every promise holds" : "BROKEN",
                (System.nanoTime() - began) / 1e9);
        if (!proof.get("holds").getBooleanValue()) {
            report.faults(List.of("the proof: " + proof.get("promises")));
        }
    }

    /** Runs a part, prints what wrk and the system say of it, and answers what its receipts' numbers begin with. */
    private String load(String kind, String what, int connections, boolean allGood) throws Exception {
        String run = Bench.newRun();
        Path data = script(run);
        if (baselines.isPresent() && HELD_AGAINST.containsKey(kind)) {
            before = baselines.get().now(HELD_AGAINST.get(kind));
        }
        String recording = kind + "-" + connections + "-" + members;
        if (settings.profile()) {
            server.record(recording);
        }
        ProcessUsage serverBefore = server.usage();
        ProcessUsage databaseBefore = server.databaseUsage();
        DatabaseCounts countsBefore = counts();
        latest = wrk.run(kind, data, connections, settings.seconds());
        ProcessUsage after = server.usage();
        ProcessUsage databaseAfter = server.databaseUsage();
        DatabaseCounts countsAfter = counts();
        if (settings.profile()) {
            report.line("  recorded: %s", server.endRecord(recording));
        }
        print(what, connections);
        double thousands = Math.max(1, kind.equals("batch") ? latest.count("rows") : latest.good()) / 1000.0;
        report.line("  processor per 1,000: server %.2f s, database %.2f s, wrk %.2f s; server holds %,d MB",
                (after.cpu() - serverBefore.cpu()) / thousands, (databaseAfter.cpu() - databaseBefore.cpu()) / thousands,
                latest.cpu() / thousands, after.memory());
        report.line("  the database for each: %s", countsAfter.since(countsBefore, thousands * 1000));
        if (allGood && !latest.refusals().isEmpty()) {
            report.faults(List.of(what + ": " + latest.refusals()));
        }
        return run;
    }

    private DatabaseCounts counts() throws SQLException {
        try (Connection connection = server.database().connect()) {
            return DatabaseCounts.of(connection);
        }
    }

    private void print(String what, int connections) {
        report.line("%-34s %4d conn. %,9.0f/s   p50 %8.2f  p99 %8.2f  p99.9 %8.2f  max %8.2f ms",
                what, connections, latest.rate(), latest.milliseconds("p50"), latest.milliseconds("p99"),
                latest.milliseconds("p999"), latest.milliseconds("max"));
    }

    private void checkPurchases(String run, long most) throws Exception {
        try (Checks checks = checks()) {
            report.line("  %s", checks.purchases(run, latest, most));
            report.faults(checks.faults());
        }
    }

    private Checks checks() throws SQLException {
        return new Checks(server.database());
    }
}
