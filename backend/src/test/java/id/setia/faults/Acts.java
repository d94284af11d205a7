package id.setia.faults;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What clients ask for next: mostly purchases, of few members so that they meet; refunds of them, holds and their ends, rewards, adjustments. */
final class Acts {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final long POINT = 1_000;
    private static final int MOST_REMEMBERED = 500;

    private final Shop shop;
    private final AtomicLong numbers = new AtomicLong();
    private final Deque<Sold> sold = new ConcurrentLinkedDeque<>();
    private final Deque<SetAside> open = new ConcurrentLinkedDeque<>();

    /** A purchase of two lines that may come back. */
    private record Sold(String receipt, LocalDate day, String member, long first, long second) {}

    private record SetAside(String holdId, String member, long points) {}

    Acts(Shop shop) {
        this.shop = shop;
    }

    Act next() {
        int dice = ThreadLocalRandom.current().nextInt(100);
        if (dice < 12) {
            return Optional.ofNullable(sold.poll()).map(this::refund).orElseGet(this::purchase);
        }
        if (dice < 16) {
            return hold();
        }
        if (dice < 22) {
            return Optional.ofNullable(open.poll()).map(this::end).orElseGet(this::purchase);
        }
        if (dice < 27) {
            return redemption();
        }
        if (dice < 32) {
            return adjustment();
        }
        return purchase();
    }

    /** A purchase of two lines; one in eight is nobody's. */
    Act purchase() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long number = numbers.incrementAndGet();
        Instant now = Instant.now();
        LocalDate day = now.atZone(JAKARTA).toLocalDate();
        String member = random.nextInt(8) == 0 ? "" : someone().phone();
        Sold sale = new Sold("P" + number, day, member, random.nextLong(1_000, 60_000), random.nextLong(1_000, 60_000));
        long total = sale.first() + sale.second();
        String body = """
                {"channel":"store","till":"1","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s",%s\
                "lines":[{"position":1,"sku":"8990001","name":"Beras","quantity":"1","amount":{"amount":"%d","currency":"IDR"}},\
                {"position":2,"sku":"8990002","name":"Gula","quantity":"1","amount":{"amount":"%d","currency":"IDR"}}],\
                "total":{"amount":"%d","currency":"IDR"},"tenders":[{"kind":"cash","amount":{"amount":"%d","currency":"IDR"}}]}"""
                .formatted(
                        sale.receipt(), day, now, member.isEmpty() ? "" : "\"member\":{\"phone\":\"" + member + "\"},",
                        sale.first(), sale.second(), total, total);
        long points = member.isEmpty() ? 0 : total / POINT;
        return new Act(number, Act.Kind.PURCHASE, "POST", "/api/v1/purchases", "", body, member, points, 0);
    }

    private Act refund(Sold sale) {
        long number = numbers.incrementAndGet();
        Instant now = Instant.now();
        boolean whole = ThreadLocalRandom.current().nextBoolean();
        String body = """
                {"channel":"store","till":"1","receiptNumber":"R%d","businessDate":"%s","occurredAt":"%s",\
                "lines":[{"purchase":{"businessDate":"%s","till":"1","receiptNumber":"%s"}%s}]}"""
                .formatted(
                        number, now.atZone(JAKARTA).toLocalDate(), now, sale.day(), sale.receipt(),
                        whole ? "" : ",\"position\":1,\"quantity\":\"1\"");
        long given = (sale.first() + sale.second()) / POINT;
        long left = whole ? 0 : sale.second() / POINT;
        return new Act(
                number, Act.Kind.REFUND, "POST", "/api/v1/refunds", "", body, sale.member(),
                sale.member().isEmpty() ? 0 : left - given, 0);
    }

    private Act hold() {
        long number = numbers.incrementAndGet();
        String member = someone().phone();
        long points = ThreadLocalRandom.current().nextLong(1, 40);
        String body = """
                {"member":{"phone":"%s"},"points":%d,"purpose":"other","reference":"h%d","expiresInSeconds":86400,\
                "proof":{"kind":"pin","code":"%s"}}""".formatted(member, points, number, Shop.PIN);
        return new Act(number, Act.Kind.HOLD, "POST", "/api/v1/holds", "hold-" + number, body, member, 0, points);
    }

    private Act end(SetAside hold) {
        long number = numbers.incrementAndGet();
        String path = "/api/v1/holds/" + hold.holdId();
        if (ThreadLocalRandom.current().nextBoolean()) {
            return new Act(
                    number, Act.Kind.CANCELLATION, "PUT", path + "/cancellation", "", "", hold.member(), 0, -hold.points());
        }
        long used = ThreadLocalRandom.current().nextLong(1, hold.points() + 1);
        return new Act(
                number, Act.Kind.CONFIRMATION, "PUT", path + "/confirmation", "", "{\"points\":" + used + "}", hold.member(),
                -used, -hold.points());
    }

    private Act redemption() {
        long number = numbers.incrementAndGet();
        Shop.Member member = someone();
        return new Act(
                number, Act.Kind.REDEMPTION, "POST", "/api/v1/members/" + member.id() + "/redemptions", "redeem-" + number,
                "{\"rewardId\":\"" + shop.reward() + "\"}", member.phone(), -Shop.REWARD_POINTS, 0);
    }

    private Act adjustment() {
        long number = numbers.incrementAndGet();
        Shop.Member member = someone();
        long points = ThreadLocalRandom.current().nextLong(1, 50) * (ThreadLocalRandom.current().nextBoolean() ? 1 : -1);
        return new Act(
                number, Act.Kind.ADJUSTMENT, "POST", "/api/v1/members/" + member.id() + "/adjustments", "adjust-" + number,
                "{\"points\":" + points + ",\"reason\":\"goodwill\",\"explanation\":\"Mesin kopi rusak\"}", member.phone(), points, 0);
    }

    private Shop.Member someone() {
        return shop.members().get(ThreadLocalRandom.current().nextInt(shop.members().size()));
    }

    /** Remembers what later acts may build on. */
    void done(Act act, Reply reply) {
        if (act.kind() == Act.Kind.PURCHASE && sold.size() < MOST_REMEMBERED) {
            JsonNode purchase = Reply.json(act.body());
            sold.add(new Sold(
                    purchase.get("receiptNumber").getStringValue(),
                    LocalDate.parse(purchase.get("businessDate").getStringValue()),
                    act.member(),
                    amount(purchase, 0),
                    amount(purchase, 1)));
        }
        if (act.kind() == Act.Kind.HOLD) {
            open.add(new SetAside(reply.text("holdId"), act.member(), act.held()));
        }
    }

    private static long amount(JsonNode purchase, int line) {
        return Long.parseLong(purchase.get("lines").get(line).get("amount").get("amount").getStringValue());
    }
}
