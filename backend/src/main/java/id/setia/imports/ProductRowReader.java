package id.setia.imports;

import id.setia.kernel.TextLine;
import id.setia.products.ProductText;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads rows of products. Remembers their SKUs, since no two rows may speak of one product. */
final class ProductRowReader {

    private static final String EMPTY = "-";
    private static final int MOST_SKU_BYTES = 64;
    private static final Set<String> YES = Set.of("yes", "ya", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "tidak", "n", "false", "0");

    private final ProductHeader header;
    private final Set<String> skus = new HashSet<>();

    ProductRowReader(ProductHeader header) {
        this.header = header;
    }

    /** What reading a row comes to. */
    sealed interface Read {

        record Understood(ProductRow row) implements Read {}

        record Refused(FileRow row, ProductRefusal refusal) implements Read {}
    }

    private static final class NotUnderstood extends Exception {

        private final transient ProductRefusal refusal;

        private NotUnderstood(ProductRefusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    Read read(FileRow row) {
        try {
            return new Read.Understood(understood(row));
        } catch (NotUnderstood refused) {
            return new Read.Refused(row, refused.refusal);
        }
    }

    private ProductRow understood(FileRow row) throws NotUnderstood {
        if (row.isUnclosed()) {
            throw new NotUnderstood(ProductRefusal.QUOTE_UNCLOSED);
        }
        if (row.cells().size() != header.titles().size()) {
            throw new NotUnderstood(ProductRefusal.COLUMNS_DIFFER);
        }
        String sku = cell(row, ProductColumn.SKU, MOST_SKU_BYTES)
                .orElseThrow(() -> new NotUnderstood(ProductRefusal.SKU_MISSING));
        if (sku.getBytes(StandardCharsets.UTF_8).length > MOST_SKU_BYTES) {
            throw new NotUnderstood(ProductRefusal.VALUE_TOO_LONG);
        }
        Optional<String> name = cell(row, ProductColumn.NAME, ProductText.LONGEST_NAME);
        if (name.filter(EMPTY::equals).isPresent()) {
            throw new NotUnderstood(ProductRefusal.NAME_EMPTIED);
        }
        ProductRow understood = new ProductRow(
                row,
                sku,
                name,
                category(row),
                said(cell(row, ProductColumn.BRAND, ProductText.LONGEST_OTHER)),
                said(cell(row, ProductColumn.SUPPLIER, ProductText.LONGEST_OTHER)),
                earns(row));
        if (!skus.add(sku)) {
            throw new NotUnderstood(ProductRefusal.SKU_REPEATED);
        }
        return understood;
    }

    private Optional<String> cell(FileRow row, ProductColumn column, int longest) throws NotUnderstood {
        Optional<String> text = header.cell(row, column).map(TextLine::normal).filter(line -> !line.isEmpty());
        if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > longest) {
            throw new NotUnderstood(ProductRefusal.VALUE_TOO_LONG);
        }
        if (text.flatMap(line -> TextLine.objection("", line, longest)).isPresent()) {
            throw new NotUnderstood(ProductRefusal.VALUE_UNPRINTABLE);
        }
        return text;
    }

    private ProductRow.Said category(FileRow row) throws NotUnderstood {
        return said(cell(row, ProductColumn.CATEGORY, ProductText.LONGEST_CATEGORY)
                .map(text -> text.equals(EMPTY) ? text : ProductText.category(text))
                .filter(text -> !text.isEmpty()));
    }

    private static ProductRow.Said said(Optional<String> text) {
        if (text.filter(EMPTY::equals).isPresent()) {
            return ProductRow.Said.EMPTIED;
        }
        return text.map(ProductRow.Said::something).orElse(ProductRow.Said.NOTHING);
    }

    private Optional<Boolean> earns(FileRow row) throws NotUnderstood {
        Optional<String> text = header.cell(row, ProductColumn.EARNS).map(cell -> cell.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (YES.contains(text.get())) {
            return Optional.of(true);
        }
        if (NO.contains(text.get())) {
            return Optional.of(false);
        }
        throw new NotUnderstood(ProductRefusal.EARNS_UNKNOWN);
    }
}
