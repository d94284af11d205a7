package id.setia.bench;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shop set up over HTTP as an administrator does: stores, tills with credentials, rules, offers, and the first few members.
 * What is needed later, and in later runs, is kept in a file.
 */
final class Shop {

    static final int TILLS = 16;

    /** Members whose histories all others copy. */
    static final int MODELS = 8;

    /** Nobody copies this one; what a receipt writes is looked at here. */
    static final int LOOKED_AT = 90_000_000 + MODELS;

    private static final String GROWING = "growing";
    private static final int FIRST_MODEL = 90_000_000;
    private static final int STORES = 4;
    private static final String EMAIL = "admin@example.com";
    private static final String PASSWORD = "kopi susu gula aren";
    private static final Pattern LINK = Pattern.compile("/staff/setup#(\\S+)");
    private static final Duration RULES_COME = Duration.ofSeconds(33);
    private static final String EVERY_DAY =
            "\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\",\"saturday\",\"sunday\"";

    private final Path file;
    private final Properties facts = new Properties();
    private Instant rulesPublished = Instant.EPOCH;

    Shop(BenchSettings settings) {
        this.file = settings.directory().resolve("shop.properties");
    }

    /** A till with its token. */
    record Till(String number, String token) {}

    static int model(int place) {
        return FIRST_MODEL + place;
    }

    static String digits(int number) {
        return "%08d".formatted(number);
    }

    static String card(int number) {
        return "6299" + digits(number);
    }

    static String phone(int number) {
        return "+62812" + digits(number);
    }

    /** Whether there is one from an earlier run, whose last filling came to its end. */
    boolean isWhole() throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            facts.load(reader);
        }
        boolean whole = facts.getProperty(GROWING) == null;
        if (!whole) {
            facts.clear();
        }
        return whole;
    }

    private void save() throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            facts.store(writer, null);
        }
    }

    int members() {
        return Integer.parseInt(facts.getProperty("members", "0"));
    }

    void growsTo(int members) throws IOException {
        note(GROWING, Integer.toString(members));
    }

    void grew() throws IOException {
        facts.setProperty("members", facts.remove(GROWING).toString());
        save();
    }

    String fact(String name) {
        return facts.getProperty(name);
    }

    void note(String name, String value) throws IOException {
        facts.setProperty(name, value);
        save();
    }

    /** Everything up to the first members. */
    void setUp(Server server, Path console) throws IOException, InterruptedException {
        Http admin = becomeAdministrator(server, console);
        String owner = admin.get("/api/v1/partners").json().get("items").get(0).get("partnerId").getStringValue();
        facts.setProperty("owner", owner);
        for (int number = 1; number <= STORES; number++) {
            openStore(admin, owner, number);
        }
        allowSpeed(admin);
        publishRules(admin, owner);
        publishOffers(admin, owner);
        importModels(admin);
        awaitRules();
        save();
    }

    private static Http becomeAdministrator(Server server, Path console) throws IOException {
        Matcher link = LINK.matcher(Files.readString(console));
        if (!link.find()) {
            throw new IllegalStateException("no link for the administrator in " + console);
        }
        Http admin = server.http();
        admin.signIn("/api/v1/staff/setup", """
                {"token":"%s","email":"%s","name":"Sari","password":"%s"}""".formatted(link.group(1), EMAIL, PASSWORD));
        return admin;
    }

    Http administrator(Server server) {
        Http admin = server.http();
        admin.signIn("/api/v1/session", """
                {"kind":"staff","email":"%s","password":"%s"}""".formatted(EMAIL, PASSWORD));
        return admin;
    }

    private void openStore(Http admin, String owner, int number) {
        String store = admin.post("/api/v1/stores", """
                {"partnerId":"%s","code":"toko-%d","name":"Toko %d","timeZone":"Asia/Jakarta","region":"Jakarta"}"""
                .formatted(owner, number, number)).text("storeId");
        for (int till = (number - 1) * TILLS / STORES + 1; till <= number * TILLS / STORES; till++) {
            String terminal = admin.post("/api/v1/stores/" + store + "/terminals", """
                    {"code":"%d","name":"Kasir %d"}""".formatted(till, till)).text("terminalId");
            Http.Answer client = admin.post("/api/v1/api-clients", """
                    {"terminalId":"%s","name":"Kasir %d","scopes":["purchases:write","purchases:read","members:lookup",
                     "offers:read","rewards:read","events:write"]}""".formatted(terminal, till));
            facts.setProperty("till." + till + ".id", client.text("clientId"));
            facts.setProperty("till." + till + ".secret", client.text("clientSecret"));
        }
    }

    /** A member draws lots all day here; the points of such speed would wait for a check. */
    private static void allowSpeed(Http admin) {
        String tag = admin.get("/api/v1/settings/velocity").tag();
        admin.put("/api/v1/settings/velocity", """
                {"memberPurchases":1000000,"memberPoints":1000000000,"cardPurchases":1000000,"cashierPurchases":1000000,
                 "cashierAttachments":1000000,"terminalAttachments":1000000}""", tag);
    }

    /** With those that every programme begins with, for shopping and joining, a dozen. */
    private void publishRules(Http admin, String owner) {
        String half = "\"from\":\"00:00\",\"until\":\"12:00\"";
        String otherHalf = "\"from\":\"12:00\",\"until\":\"00:00\"";
        rule(admin, owner, "segar", "\"kind\":\"multiplier\",\"factor\":\"2\"", "\"categories\":[\"Segar\"]", "");
        rule(admin, owner, "hari", "\"kind\":\"multiplier\",\"factor\":\"1.2\"", "\"weekdays\":[" + EVERY_DAY + "]", "");
        rule(admin, owner, "pagi", "\"kind\":\"bonus\",\"points\":3", "\"hours\":[{" + half + "}]", "");
        rule(admin, owner, "sore", "\"kind\":\"bonus\",\"points\":3", "\"hours\":[{" + otherHalf + "}]", "");
        rule(admin, owner, "emas", "\"kind\":\"multiplier\",\"factor\":\"1.5\"", "\"tiers\":[\"gold\",\"priority\"]", "");
        rule(admin, owner, "besar", "\"kind\":\"bonus\",\"points\":25", "\"minimum\":{\"amount\":\"150000\",\"currency\":\"IDR\"}", "");
        rule(
                admin, owner, "minuman", "\"kind\":\"per_piece\",\"points\":1", "\"categories\":[\"Minuman\"]",
                "\"perMember\":[{\"period\":\"day\",\"unit\":\"points\",\"most\":1000000}]");
        rule(admin, owner, "pertama", "\"kind\":\"bonus\",\"points\":100", "\"firstPurchase\":true", "");
        rule(admin, owner, "rimba", "\"kind\":\"bonus\",\"points\":5", "\"brands\":[\"Rimba\"]", "");
        rule(admin, owner, "dompet", "\"kind\":\"bonus\",\"points\":2", "\"payments\":[\"e_wallet\"]", "");
        admin.post("/api/v1/rules", """
                {"code":"survei","terms":{"kind":"event_bonus","name":{"id":"survei","en":"survei"},"points":50,
                 "event":{"occasion":"custom","code":"survey-answered"},"expiryMonths":12,"funderId":"%s"}}""".formatted(owner));
        rulesPublished = Instant.now();
    }

    private static void rule(Http admin, String owner, String code, String effect, String conditions, String caps) {
        admin.post("/api/v1/rules", """
                {"code":"%1$s","terms":{%2$s,"name":{"id":"%1$s","en":"%1$s"},"conditions":{%3$s},%4$s
                 "expiryMonths":12,"funderId":"%5$s"}}"""
                .formatted(code, effect, conditions, caps.isEmpty() ? "" : "\"caps\":{" + caps + "},", owner));
    }

    private static void publishOffers(Http admin, String owner) {
        offer(admin, owner, "Kopi lebih banyak", "{\"kind\":\"everyone\"}", "\"categories\":[\"Minuman > Kopi\"]", false);
        offer(admin, owner, "Untuk emas", "{\"kind\":\"tiers\",\"tiers\":[\"gold\",\"priority\"]}", "\"categories\":[\"Segar > Buah\"]", false);
        offer(admin, owner, "Belanja besar", "{\"kind\":\"everyone\"}", "\"minimum\":{\"amount\":\"500000\",\"currency\":\"IDR\"}", true);
    }

    private static void offer(Http admin, String owner, String name, String audience, String conditions, boolean activated) {
        Http.Answer draft = admin.post("/api/v1/offers", """
                {"name":{"id":"%1$s","en":"%1$s"},"description":{"id":"%1$s","en":"%1$s"},"badge":"2×","audience":%2$s,
                 "benefit":{"kind":"multiplier","factor":"2","conditions":{%3$s},"expiryMonths":12,"funderId":"%4$s"},
                 "endsAt":"%5$s","needsActivation":%6$b,"usesPerMember":0}"""
                .formatted(name, audience, conditions, owner, Instant.now().plus(60, ChronoUnit.DAYS), activated));
        admin.put("/api/v1/offers/" + draft.text("offerId") + "/publication", "", draft.tag());
    }

    /** Those whose histories are copied, with a card, a phone, an address, consents, and points from before. */
    private static void importModels(Http admin) throws InterruptedException {
        StringBuilder csv = new StringBuilder(
                "member_number,cards,name,phone,email,birth_date,join_date,language,tier,tier_until,opening,consents,consent_source\r\n");
        for (int place = 0; place <= MODELS; place++) {
            int number = FIRST_MODEL + place;
            csv.append("%1$s,%2$s,Budi Santoso,%3$s,b%1$s@example.com,1990-0%4$d-17,2024-0%4$d-02,id,%5$s,%6$s,100000@%7$s,%8$s,formulir\r\n"
                    .formatted(
                            digits(number), card(number), phone(number), place + 1, place % 4 == 3 ? "gold" : "",
                            place % 4 == 3 ? LocalDate.now().plusMonths(6) : "", LocalDate.now().plusYears(1),
                            "terms=yes@2024-05-01;profiling=yes@2024-05-01"));
        }
        String boundary = "setia-boundary";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nmembers\r\n"
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"members.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        String job = admin.send("POST", "/api/v1/imports", body, Map.of("Content-Type", "multipart/form-data; boundary=" + boundary))
                .text("jobId");
        JsonNode state;
        do {
            Thread.sleep(200);
            state = admin.get("/api/v1/imports/" + job).json();
        } while (!state.get("state").getStringValue().equals("done"));
        long imported = state.get("members").get("imported").getLongValue();
        if (imported != MODELS + 1) {
            throw new IllegalStateException("members are missing: " + state);
        }
    }

    /** What is published takes effect half a minute later. */
    private void awaitRules() throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), rulesPublished.plus(RULES_COME)).toMillis()));
    }

    /** All tills, each with a new token. */
    List<Till> tills(Server server) {
        List<Till> tills = new ArrayList<>();
        for (int till = 1; till <= TILLS; till++) {
            String token = server.http()
                    .form("/api/v1/oauth/token", "grant_type=client_credentials&client_id=" + facts.getProperty("till." + till + ".id")
                            + "&client_secret=" + facts.getProperty("till." + till + ".secret"))
                    .text("access_token");
            tills.add(new Till(Integer.toString(till), token));
        }
        return tills;
    }

    /** A reward for one point that so many can have. */
    static String reward(Http admin, long stock) {
        Http.Answer draft = admin.post("/api/v1/rewards", """
                {"kind":"voucher_generated","name":{"id":"Kopi","en":"Coffee"},"description":{"id":"Kopi","en":"Coffee"},
                 "points":1,"stock":%d,"perMember":0,"perPeriod":0,"validDays":30}""".formatted(stock));
        admin.put("/api/v1/rewards/" + draft.text("rewardId") + "/publication", "", draft.tag());
        return draft.text("rewardId");
    }

    static String password() {
        return PASSWORD;
    }
}
