package id.setia.purchases;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What makes a receipt the same receipt for ever: what is printed on it, each part trimmed, in Unicode's composed form and
 * preceded by its length, leading zeros kept.
 */
public record NaturalKey(String text) implements Comparable<NaturalKey> {

    /** The key of a receipt printed at a till. */
    public static NaturalKey ofReceipt(UUID partner, UUID store, LocalDate businessDate, String till, String number) {
        return of("receipt", List.of(partner.toString(), store.toString(), businessDate.toString(), till, number));
    }

    /** What the keys of all receipts of a store's day begin with. */
    static String beginning(UUID partner, UUID store, LocalDate businessDate) {
        return of("receipt", List.of(partner.toString(), store.toString(), businessDate.toString())).text() + "|";
    }

    /** The key of an order of a partner's shop on the web. */
    public static NaturalKey ofOrder(UUID partner, String orderNumber) {
        return of("order", List.of(partner.toString(), orderNumber));
    }

    private static NaturalKey of(String kind, List<String> parts) {
        return new NaturalKey(kind
                + parts.stream()
                        .map(part -> Normalizer.normalize(part.strip(), Normalizer.Form.NFC))
                        .map(part -> "|" + part.length() + ":" + part)
                        .collect(Collectors.joining()));
    }

    static NaturalKey from(byte[] bytes) {
        return new NaturalKey(new String(bytes, StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(NaturalKey other) {
        return text.compareTo(other.text);
    }
}
