package id.setia.faults;

import id.setia.testing.BatchSigner;
import id.setia.testing.PhoneReceiver;
import id.setia.testing.ServerProcess;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop with a till, a reward and few members, set up over HTTP by its administrator; all of it outlives the server. */
final class Shop {

    static final String PIN = "493817";
    static final long REWARD_POINTS = 25;

    private static final String PASSWORD = "kopi susu gula aren";
    private static final String ADMINISTRATOR = "admin@example.com";
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final long TOKEN_NANOS = 8L * 60 * 1_000_000_000;
    private static final String SCOPES = "[\"purchases:write\",\"refunds:write\",\"holds:write\",\"vouchers:write\",\"members:read\"]";

    /** A key for tests from RFC 8032. */
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static final byte[] PUBLIC_KEY =
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private final int port;
    private final Session administrator;
    private final List<Member> members = new ArrayList<>();
    private String clientId;
    private String clientSecret;
    private String donation;
    private String voucherReward;
    private String offer;
    private String signedBatches;
    private BatchSigner signer;
    private String token = "";
    private long tokenSince;

    /** A member by phone, as tills name them, and by id. */
    record Member(String phone, String id, Session session) {}

    private Shop(int port) {
        this.port = port;
        this.administrator = new Session(port);
    }

    static Shop open(ServerProcess server, int port, int members) throws IOException {
        Shop shop = new Shop(port);
        shop.administrator.enter("/api/v1/staff/setup", """
                {"token":"%s","email":"%s","name":"Sari","password":"%s"}"""
                .formatted(server.setupToken(), ADMINISTRATOR, PASSWORD));
        shop.openStore();
        shop.liftLimits();
        shop.offerRewards();
        shop.join(members);
        shop.token();
        return shop;
    }

    private void openStore() {
        String partner = administrator.get("/api/v1/partners").require(200).json()
                .get("items").get(0).get("partnerId").getStringValue();
        String store = administrator.post("/api/v1/stores", """
                {"partnerId":"%s","code":"menteng","name":"Toko Menteng","timeZone":"Asia/Jakarta","region":"Jakarta"}"""
                .formatted(partner)).require(201).text("storeId");
        String terminal = administrator.post("/api/v1/stores/" + store + "/terminals", "{\"code\":\"1\",\"name\":\"\"}")
                .require(201).text("terminalId");
        String code = administrator.post("/api/v1/terminals/" + terminal + "/pairing-codes", "{\"scopes\":" + SCOPES + "}")
                .require(201).text("code");
        Reply paired = administrator.post("/api/v1/pairings", """
                {"code":"%s","signingKey":"%s"}""".formatted(code, BatchSigner.base64(PUBLIC_KEY))).require(201);
        clientId = paired.text("clientId");
        clientSecret = paired.text("clientSecret");
        signedBatches = "/api/v1/terminals/" + terminal + "/batches";
        try {
            signer = new BatchSigner(SEED, PUBLIC_KEY, terminal + "." + paired.text("signingKeyNumber"));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** So that what an act does to the points follows from the act alone. */
    private void liftLimits() {
        administrator.change("/api/v1/settings/velocity", """
                {"memberPurchases":0,"memberPoints":0,"cardPurchases":0,"cashierPurchases":0,"cashierAttachments":0,
                 "terminalAttachments":0}""");
        administrator.change("/api/v1/settings/approval-limits", """
                {"limits":[{"role":"administrator","perAct":1000000000,"perDay":1000000000}],"approvers":["administrator"]}""");
    }

    private void offerRewards() {
        donation = reward("\"kind\":\"donation\",");
        voucherReward = reward("""
                "kind":"till_discount","discount":{"percent":"10"},"validDays":30,""");
        offer = administrator.post("/api/v1/offers", """
                {"name":{"id":"Voucer","en":"A voucher"},"description":{"id":"Voucer","en":"A voucher"},"badge":"-10%%","audience":{"kind":"everyone"},
                 "rewardId":"%s","endsAt":"%s","needsActivation":true,"usesPerMember":1}"""
                .formatted(voucherReward, Instant.now().plus(Duration.ofDays(30)))).require(201).text("offerId");
        administrator.change("/api/v1/offers/" + offer, "/api/v1/offers/" + offer + "/publication", "");
    }

    private String reward(String kind) {
        String reward = administrator.post("/api/v1/rewards", """
                {%s"name":{"id":"Hadiah","en":"Reward"},"description":{"id":"Hadiah","en":"Reward"},
                 "points":%d,"perMember":0,"perPeriod":0}""".formatted(kind, REWARD_POINTS)).require(201).text("rewardId");
        administrator.change("/api/v1/rewards/" + reward, "/api/v1/rewards/" + reward + "/publication", "");
        return reward;
    }

    /** So many more members. */
    List<Member> join(int count) {
        List<Member> joined = new ArrayList<>();
        try (PhoneReceiver phones = new PhoneReceiver()) {
            administrator.change("/api/v1/settings/phone-gateway", """
                    {"address":"%s","channel":"sms","contentType":"application/json","headers":[],
                     "body":"{\\"to\\":\\"{to}\\",\\"text\\":\\"{text}\\"}","numberForm":"plus"}""".formatted(phones.address()));
            for (int number = 1; number <= count; number++) {
                joined.add(join("+62812000010" + String.format("%02d", members.size() + number), phones));
            }
        }
        members.addAll(joined);
        return joined;
    }

    private Member join(String phone, PhoneReceiver phones) {
        Session visitor = new Session(port);
        Reply begun = visitor.post("/api/v1/enrolments", """
                {"phone":"%s","password":"%s","name":"Budi Santoso","birthDate":"1990-08-17","language":"en",
                 "termsAccepted":true,"consents":[]}""".formatted(phone, PASSWORD)).require(202);
        Matcher code = CODE.matcher(phones.await(phone, 1).getFirst().body());
        if (!code.find()) {
            throw new IllegalStateException("no code came to " + phone);
        }
        String id = visitor.enter(
                        "/api/v1/enrolments/" + begun.text("enrolmentId") + "/confirmation", "{\"code\":\"" + code.group() + "\"}")
                .text("memberId");
        visitor.put("/api/v1/members/me/pin", """
                {"pin":"%s","proof":{"password":"%s"}}""".formatted(PIN, PASSWORD)).require(200);
        return new Member(phone, id, visitor);
    }

    int port() {
        return port;
    }

    List<Member> members() {
        return members;
    }

    Member someone() {
        return members.get(ThreadLocalRandom.current().nextInt(members.size()));
    }

    Member someoneBut(String phone) {
        List<Member> others = members.stream().filter(member -> !member.phone().equals(phone)).toList();
        return others.get(ThreadLocalRandom.current().nextInt(others.size()));
    }

    String donation() {
        return donation;
    }

    String voucherReward() {
        return voucherReward;
    }

    /** One that gives a voucher when it is activated. */
    String offer() {
        return offer;
    }

    /** Where the till sends what it signed. */
    String signedBatches() {
        return signedBatches;
    }

    /** The body of a signed batch with the content, the next in the till's chain. */
    synchronized String signed(String content) {
        try {
            return "{\"batch\":\"" + signer.sign(content) + "\"}";
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Somebody of the staff who may do everything. */
    Session administrator() {
        return administrator;
    }

    /** The act as the one who may ask for it sends it. */
    byte[] bytes(Act act) {
        Map<String, String> headers = new TreeMap<>(credentials(act));
        if (!act.key().isEmpty()) {
            headers.put("Idempotency-Key", act.key());
        }
        return Session.bytes(act.method(), act.path(), act.body(), headers);
    }

    private Map<String, String> credentials(Act act) {
        if (act.kind().byStaff()) {
            return administrator.headers();
        }
        return act.asker().isEmpty()
                ? Map.of("Authorization", "Bearer " + token())
                : members.stream().filter(member -> member.phone().equals(act.asker())).findFirst().orElseThrow().session().headers();
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_NANOS) {
            refresh();
        }
        return token;
    }

    /** Asks for a token while the server is there; without it the old one serves on. */
    private void refresh() {
        try (Wire wire = Wire.to(port)) {
            wire.send(Session.bytes(
                    "POST", "/api/v1/oauth/token",
                    "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientSecret, Map.of()));
            Reply reply = wire.reply();
            if (reply.good()) {
                token = reply.text("access_token");
                tokenSince = System.nanoTime();
            }
        } catch (IOException down) {
            if (token.isEmpty()) {
                throw new IllegalStateException("no token", down);
            }
        }
    }
}
