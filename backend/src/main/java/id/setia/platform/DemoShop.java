package id.setia.platform;

import java.time.ZoneId;
import java.util.List;

/** The invented shops of a demonstration and what they sell. */
final class DemoShop {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    static final String VEGETABLES = "Segar > Sayur";
    static final String FRUIT = "Segar > Buah";

    static final String PHONE = "+62 21 5550 1234";
    static final String EMAIL = "halo@klubnusantara.example";
    static final int MINIMUM_AGE = 17;

    /** A store with one till; the till's log-in is {@code demo-<code>} and {@code demo-<code>-secret}. */
    record Shop(String code, String name, ZoneId timeZone, String region) {

        String clientId() {
            return "demo-" + code;
        }

        String clientSecret() {
            return "demo-" + code + "-secret";
        }
    }

    /** A product and its price in major units. */
    record Goods(String sku, String name, String category, String brand, long price, boolean earns) {}

    static final List<Shop> OWN = List.of(
            new Shop("menteng", "Toko Menteng", WIB, "Jakarta"),
            new Shop("kemang", "Toko Kemang", WIB, "Jakarta"),
            new Shop("dago", "Toko Dago", WIB, "Bandung"),
            new Shop("denpasar", "Toko Denpasar", WITA, "Bali"),
            new Shop("panakkukang", "Toko Panakkukang", WITA, "Makassar"),
            new Shop("abepura", "Toko Abepura", WIT, "Jayapura"));

    static final Shop CAFE = new Shop("kopi-senja", "Kopi Senja Braga", WIB, "Bandung");
    /** The web shop: a system of the program's owner at no till, posting for the stores that send the goods. */
    static final Shop ONLINE = new Shop("online", "Toko daring", WIB, "Jakarta");

    static final String CAFE_PARTNER = "kopi-senja";

    static final List<Goods> GOODS = List.of(
            new Goods("8991001", "Beras pandan wangi 5 kg", "Bahan pokok > Beras", "Sawah Makmur", 84_000, true),
            new Goods("8991002", "Minyak goreng 2 L", "Bahan pokok > Minyak", "Tropika", 38_500, true),
            new Goods("8991003", "Gula pasir 1 kg", "Bahan pokok > Gula", "Manis Jaya", 17_500, true),
            new Goods("8991004", "Telur ayam 1 kg", "Segar > Telur", "Peternak Lokal", 31_000, true),
            new Goods("8992001", "Bayam ikat", VEGETABLES, "Kebun Kita", 4_500, true),
            new Goods("8992002", "Wortel 500 g", VEGETABLES, "Kebun Kita", 9_000, true),
            new Goods("8992003", "Brokoli 250 g", VEGETABLES, "Kebun Kita", 14_500, true),
            new Goods("8992004", "Pisang cavendish 1 kg", FRUIT, "Kebun Kita", 26_000, true),
            new Goods("8992005", "Mangga harum manis 1 kg", FRUIT, "Kebun Kita", 32_000, true),
            new Goods("8992006", "Jeruk Medan 1 kg", FRUIT, "Kebun Kita", 29_500, true),
            new Goods("8993001", "Dada ayam 1 kg", "Segar > Daging", "Peternak Lokal", 56_000, true),
            new Goods("8993002", "Ikan kembung 500 g", "Segar > Ikan", "Nelayan Nusantara", 34_000, true),
            new Goods("8994001", "Kopi bubuk Gayo 200 g", "Minuman > Kopi", "Rimba", 62_000, true),
            new Goods("8994002", "Teh melati 25 kantong", "Minuman > Teh", "Rimba", 12_500, true),
            new Goods("8994003", "Susu segar 1 L", "Minuman > Susu", "Lembah Hijau", 22_500, true),
            new Goods("8995001", "Sabun cuci piring 800 ml", "Rumah tangga > Pembersih", "Kinclong", 16_500, true),
            new Goods("8995002", "Deterjen 1,8 kg", "Rumah tangga > Pembersih", "Kinclong", 45_000, true),
            new Goods("8995003", "Sampo 340 ml", "Perawatan > Rambut", "Melati", 41_500, true),
            new Goods("8996001", "Mi instan goreng 5 bungkus", "Makanan > Mi", "Rasa Ibu", 16_000, true),
            new Goods("8996002", "Biskuit kelapa 300 g", "Makanan > Camilan", "Rasa Ibu", 18_500, true),
            new Goods("8999001", "Rokok kretek 16 batang", "Rokok", "Tali Jagat", 34_000, false),
            new Goods("8999002", "Susu formula 0–6 bulan 800 g", "Bayi > Susu formula", "Ceria", 178_000, false));

    private DemoShop() {}
}
