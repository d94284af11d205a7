package id.setia.purchases;

import java.util.List;

/** What a till or shop says was sold. */
public record Receipt(ReceiptHead head, List<ReceiptLine> lines, Amounts amounts) {

    public Receipt {
        lines = List.copyOf(lines);
    }

    public NaturalKey key() {
        return head.key();
    }

    public long linesTotal() {
        return lines.stream().mapToLong(ReceiptLine::amount).sum();
    }
}
