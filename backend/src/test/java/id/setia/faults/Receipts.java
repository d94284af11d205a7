package id.setia.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What tills send, and what staff put right of it. */
final class Receipts {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int MOST_REMEMBERED = 500;
    private static final String WHY = "\"reason\":\"wrong_member\",\"explanation\":\"Kartu tertukar\"}";

    private final Shop shop;
    private final Journal journal;
    private final AtomicLong numbers;
    private final Deque<Sale> sold = new ConcurrentLinkedDeque<>();
    private final Deque<Sale> nobodys = new ConcurrentLinkedDeque<>();

    Receipts(Shop shop, Journal journal, AtomicLong numbers) {
        this.shop = shop;
        this.journal = journal;
        this.numbers = numbers;
    }

    /** A purchase of two lines; one in eight is nobody's. */
    Act purchase() {
        Sale sale = sale();
        return Act.post(sale.act(), Act.Kind.PURCHASE, "/api/v1/purchases", body(sale), sale.effects(), reply -> {
            Deque<Sale> kept = sale.member().isEmpty() ? nobodys : sold;
            if (kept.size() < MOST_REMEMBERED) {
                kept.add(sale.named(reply.text("purchaseId")));
            }
        });
    }

    /** Several purchases in one request. */
    Act batch(int count) {
        return several(Act.Kind.BATCH, "/api/v1/purchases/batch", count, sales -> sales.stream()
                .map(Receipts::body)
                .collect(Collectors.joining(",", "{\"purchases\":[", "]}")));
    }

    /** Several purchases that the till numbered, chained and signed. */
    Act signedBatch(int count) {
        return several(Act.Kind.SIGNED_BATCH, shop.signedBatches(), count, sales -> shop.signed(sales.stream()
                .map(sale -> "{\"purchase\":" + body(sale) + "}")
                .collect(Collectors.joining(",", "{\"receipts\":[", "]}"))));
    }

    private Act several(Act.Kind kind, String path, int count, Function<List<Sale>, String> body) {
        List<Sale> sales = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            sales.add(sale());
        }
        Map<String, Sum> effects = new HashMap<>();
        sales.forEach(sale -> sale.effects().forEach((member, sum) -> effects.merge(member, sum, Sum::plus)));
        return Act.post(numbers.incrementAndGet(), kind, path, body.apply(sales), effects, Act.NOTHING);
    }

    private Sale sale() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long number = numbers.incrementAndGet();
        String member = random.nextInt(8) == 0 ? "" : shop.someone().phone();
        LocalDate day = Instant.now().atZone(JAKARTA).toLocalDate();
        return new Sale(number, "", "P" + number, day, member, random.nextLong(1_000, 60_000), random.nextLong(1_000, 60_000));
    }

    private static String body(Sale sale) {
        long total = sale.first() + sale.second();
        return """
                {"channel":"store","till":"1","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s",%s\
                "lines":[{"position":1,"sku":"8990001","name":"Beras","quantity":"1","amount":{"amount":"%d","currency":"IDR"}},\
                {"position":2,"sku":"8990002","name":"Gula","quantity":"1","amount":{"amount":"%d","currency":"IDR"}}],\
                "total":{"amount":"%d","currency":"IDR"},"tenders":[{"kind":"cash","amount":{"amount":"%d","currency":"IDR"}}]}"""
                .formatted(
                        sale.receipt(), sale.day(), Instant.now(),
                        sale.member().isEmpty() ? "" : "\"member\":{\"phone\":\"" + sale.member() + "\"},", sale.first(),
                        sale.second(), total, total);
    }

    /** Brings a purchase back, or its first line. */
    Optional<Act> refund() {
        return Optional.ofNullable(sold.poll()).map(sale -> {
            boolean whole = ThreadLocalRandom.current().nextBoolean();
            long number = numbers.incrementAndGet();
            return Act.post(
                    number, Act.Kind.REFUND, "/api/v1/refunds", refundBody(number, sale, whole), sale.returned(whole), Act.NOTHING);
        });
    }

    private static String refundBody(long number, Sale sale, boolean whole) {
        Instant now = Instant.now();
        return """
                {"channel":"store","till":"1","receiptNumber":"R%d","businessDate":"%s","occurredAt":"%s",\
                "lines":[{"purchase":{"businessDate":"%s","till":"1","receiptNumber":"%s"}%s}]}"""
                .formatted(
                        number, now.atZone(JAKARTA).toLocalDate(), now, sale.day(), sale.receipt(),
                        whole ? "" : ",\"position\":1,\"quantity\":\"1\"");
    }

    /** Brings one back and takes another for it. */
    Optional<Act> exchange() {
        return Optional.ofNullable(sold.poll()).map(back -> {
            Sale taken = sale();
            Map<String, Sum> effects = new HashMap<>(back.returned(true));
            taken.effects().forEach((member, sum) -> effects.merge(member, sum, Sum::plus));
            String body = "{\"refund\":" + refundBody(taken.act(), back, true) + ",\"purchase\":" + body(taken) + "}";
            return Act.post(taken.act(), Act.Kind.EXCHANGE, "/api/v1/exchanges", body, effects, Act.NOTHING);
        });
    }

    /** Gives a purchase of nobody's to somebody. */
    Optional<Act> attachment() {
        return Optional.ofNullable(nobodys.poll()).map(sale -> {
            long number = numbers.incrementAndGet();
            journal.overtaken(sale.act());
            Sale after = sale.of(number, shop.someone().phone());
            return Act.put(
                    number, Act.Kind.ATTACHMENT, path(sale, "member"), "{" + who(after) + "}", after.effects(),
                    reply -> sold.add(after));
        });
    }

    /** Gives somebody's purchase to another, or to nobody. */
    Optional<Act> move() {
        return Optional.ofNullable(sold.poll()).map(sale -> {
            long number = numbers.incrementAndGet();
            journal.overtaken(sale.act());
            Map<String, Sum> effects = new HashMap<>(sale.returned(true));
            if (ThreadLocalRandom.current().nextInt(3) == 0) {
                return Act.once(
                        number, Act.Kind.DETACHMENT, path(sale, "detachments"), "{" + WHY, effects,
                        reply -> nobodys.add(sale.of(number, "")));
            }
            Sale after = sale.of(number, shop.someoneBut(sale.member()).phone());
            after.effects().forEach((member, sum) -> effects.merge(member, sum, Sum::plus));
            return Act.once(
                    number, Act.Kind.MOVE, path(sale, "moves"), "{" + who(after) + "," + WHY, effects, reply -> sold.add(after));
        });
    }

    private static String path(Sale sale, String act) {
        return "/api/v1/purchases/" + sale.id() + "/" + act;
    }

    private static String who(Sale sale) {
        return "\"member\":{\"phone\":\"" + sale.member() + "\"}";
    }
}
