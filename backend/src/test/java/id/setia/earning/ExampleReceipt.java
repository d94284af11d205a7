package id.setia.earning;

import id.setia.purchases.Channel;
import id.setia.purchases.TenderKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A receipt as a worked example writes it: when ({@code 2026-11-28 10:00}, the store's own clock), where, of whom, and its
 * lines such as {@code 50000; Minuman > Kopi; brand Kapal Api; sku K1; 2 pieces; earns nothing}.
 */
record ExampleReceipt(Map<String, Object> written, ExampleWorld world) {

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");
    private static final long SEN = 100;

    ZoneId zone() {
        return ZoneId.of(text("zone", "Asia/Jakarta"));
    }

    Instant at() {
        return LocalDateTime.parse(text("at", "2026-11-25 10:00"), TIME).atZone(zone()).toInstant();
    }

    LocalDate programDate() {
        return LocalDate.ofInstant(at(), JAKARTA);
    }

    Occasion occasion(Set<UUID> throughOffers) {
        return new Occasion(at(), zone(), text("tier", "red"), throughOffers)
                .with(new Sale(
                        world.partner(text("partner", "here")),
                        world.store(text("store", "here")),
                        Channel.valueOf(text("channel", "store").toUpperCase(Locale.ROOT)),
                        words("paid by", "cash").stream()
                                .map(kind -> TenderKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet())))
                .with(
                        new Facts(
                                Boolean.TRUE.equals(written.get("first purchase")),
                                words("in audiences", "").stream()
                                        .filter(name -> !name.isEmpty())
                                        .map(world::audience)
                                        .collect(Collectors.toSet())),
                        Optional.ofNullable(written.get("born")).map(date -> LocalDate.parse(date.toString())))
                .withCalendars(world.calendars());
    }

    List<JudgedLine> lines() {
        return lines(written.get("lines"));
    }

    static List<JudgedLine> lines(Object written) {
        List<JudgedLine> lines = new ArrayList<>();
        for (Object line : (List<?>) written) {
            lines.add(line(lines.size() + 1, line.toString()));
        }
        return lines;
    }

    private static JudgedLine line(int position, String text) {
        String[] parts = text.split("; ");
        long base = Long.parseLong(parts[0]) * SEN;
        Optional<String> category = Optional.empty();
        Optional<String> sku = Optional.empty();
        Optional<String> brand = Optional.empty();
        BigDecimal quantity = BigDecimal.ONE;
        for (int index = 1; index < parts.length; index++) {
            String part = parts[index];
            if (part.equals("earns nothing")) {
                base = 0;
            } else if (part.startsWith("sku ")) {
                sku = Optional.of(part.substring(4));
            } else if (part.startsWith("brand ")) {
                brand = Optional.of(part.substring(6));
            } else if (part.matches("[\\d.]+ (pieces?|kg)")) {
                quantity = new BigDecimal(part.split(" ")[0]);
            } else {
                category = Optional.of(part);
            }
        }
        return new JudgedLine(position, base, category, sku, brand, quantity);
    }

    private String text(String key, String otherwise) {
        return Optional.ofNullable(written.get(key)).map(Object::toString).orElse(otherwise);
    }

    private List<String> words(String key, String otherwise) {
        return List.of(text(key, otherwise).split(", "));
    }
}
