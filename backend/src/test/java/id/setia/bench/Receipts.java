package id.setia.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Receipts of four lines, the same at every run. */
final class Receipts {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int LINES = 4;

    private record Goods(String sku, String name, String category, String brand, long price) {}

    private static final List<Goods> GOODS = List.of(
            new Goods("8991001", "Beras pandan wangi 5 kg", "Bahan pokok > Beras", "Sawah Makmur", 84_000),
            new Goods("8991002", "Minyak goreng 2 L", "Bahan pokok > Minyak", "Tropika", 38_500),
            new Goods("8991003", "Gula pasir 1 kg", "Bahan pokok > Gula", "Manis Jaya", 17_500),
            new Goods("8991004", "Telur ayam 1 kg", "Segar > Telur", "Peternak Lokal", 31_000),
            new Goods("8992001", "Bayam ikat", "Segar > Sayur", "Kebun Kita", 4_500),
            new Goods("8992004", "Pisang cavendish 1 kg", "Segar > Buah", "Kebun Kita", 26_000),
            new Goods("8992006", "Jeruk Medan 1 kg", "Segar > Buah", "Kebun Kita", 29_500),
            new Goods("8993001", "Dada ayam 1 kg", "Segar > Daging", "Peternak Lokal", 56_000),
            new Goods("8994001", "Kopi bubuk Gayo 200 g", "Minuman > Kopi", "Rimba", 62_000),
            new Goods("8994002", "Teh melati 25 kantong", "Minuman > Teh", "Rimba", 12_500),
            new Goods("8994003", "Susu segar 1 L", "Minuman > Susu", "Lembah Hijau", 22_500),
            new Goods("8995002", "Deterjen 1,8 kg", "Rumah tangga > Pembersih", "Kinclong", 45_000),
            new Goods("8996001", "Mi instan goreng 5 bungkus", "Makanan > Mi", "Rasa Ibu", 16_000));

    private Receipts() {}

    /** What stands on so many receipts: lines, total and payment, as the rest of a JSON object. */
    static List<String> some(int count) {
        Random random = new Random(5);
        List<String> receipts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            receipts.add(rest(random));
        }
        return receipts;
    }

    private static String rest(Random random) {
        StringBuilder lines = new StringBuilder();
        long total = 0;
        for (int position = 1; position <= LINES; position++) {
            Goods goods = GOODS.get(random.nextInt(GOODS.size()));
            int quantity = 1 + random.nextInt(3);
            total += goods.price() * quantity;
            lines.append(position == 1 ? "" : ",").append("""
                    {"position":%d,"sku":"%s","name":"%s","quantity":"%d","unitPrice":%s,"amount":%s,"category":"%s","brand":"%s"}"""
                    .formatted(
                            position, goods.sku(), goods.name(), quantity, money(goods.price()), money(goods.price() * quantity),
                            goods.category(), goods.brand()));
        }
        String kind = random.nextInt(3) == 0 ? "e_wallet" : "cash";
        return """
                "lines":[%s],"total":%s,"tenders":[{"kind":"%s","amount":%s}]}""".formatted(lines, money(total), kind, money(total));
    }

    private static String money(long rupiah) {
        return "{\"amount\":\"" + rupiah + "\",\"currency\":\"IDR\"}";
    }

    static LocalDate today() {
        return LocalDate.now(JAKARTA);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A whole receipt of a member. */
    static String of(String number, int member, String till, String rest) {
        return """
                {"channel":"store","till":"%s","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s","cashier":"k-%s",
                 "member":{"card":"%s"},%s""".formatted(till, number, today(), now(), till, Shop.card(member), rest);
    }
}
