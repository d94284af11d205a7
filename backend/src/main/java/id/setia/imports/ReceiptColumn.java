package id.setia.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A column of a table of receipts, named as the field of the request it fills. */
enum ReceiptColumn {
    KIND("kind", true),
    STORE_ID("storeId", true),
    CHANNEL("channel", true),
    TILL("till", true),
    RECEIPT_NUMBER("receiptNumber", true),
    ORDER_NUMBER("orderNumber", true),
    BUSINESS_DATE("businessDate", true),
    OCCURRED_AT("occurredAt", true),
    CASHIER("cashier", true),
    REASON("reason", true),
    MEMBER_ID("memberId", true),
    CARD("card", true),
    PHONE("phone", true),
    EMAIL("email", true),
    DISCOUNT("discount", true),
    TAX("tax", true),
    TAX_INCLUDED("taxIncluded", true),
    SERVICE_CHARGE("serviceCharge", true),
    TIP("tip", true),
    DELIVERY("delivery", true),
    ROUNDING("rounding", true),
    DONATION("donation", true),
    TOTAL("total", true),
    TENDER("tender", true),
    POSITION("position", false),
    SKU("sku", false),
    NAME("name", false),
    QUANTITY("quantity", false),
    UNIT_PRICE("unitPrice", false),
    LINE_DISCOUNT("lineDiscount", false),
    DISCOUNT_KIND("discountKind", false),
    AMOUNT("amount", false),
    CATEGORY("category", false),
    BRAND("brand", false),
    OF_PURCHASE_ID("ofPurchaseId", false),
    OF_STORE_ID("ofStoreId", false),
    OF_BUSINESS_DATE("ofBusinessDate", false),
    OF_TILL("ofTill", false),
    OF_RECEIPT_NUMBER("ofReceiptNumber", false),
    OF_ORDER_NUMBER("ofOrderNumber", false);

    /** What names the receipt: rows that follow each other and agree in it are one receipt. */
    static final Set<ReceiptColumn> KEY =
            EnumSet.of(KIND, STORE_ID, TILL, RECEIPT_NUMBER, ORDER_NUMBER, BUSINESS_DATE);

    private static final Set<ReceiptColumn> REQUIRED = EnumSet.of(BUSINESS_DATE, OCCURRED_AT);

    private final String title;
    private final boolean ofReceipt;

    ReceiptColumn(String title, boolean ofReceipt) {
        this.title = title;
        this.ofReceipt = ofReceipt;
    }

    String title() {
        return title;
    }

    /** Whether it says something of the whole receipt, the same in each of its rows or empty after the first. */
    boolean ofReceipt() {
        return ofReceipt;
    }

    private static Optional<ReceiptColumn> named(String title) {
        return Arrays.stream(values()).filter(column -> column.title.equals(title.strip())).findFirst();
    }

    /** Where each column stands that is there. */
    static Map<ReceiptColumn, Integer> places(List<String> titles) {
        Map<ReceiptColumn, Integer> places = new EnumMap<>(ReceiptColumn.class);
        for (int place = 0; place < titles.size(); place++) {
            int at = place;
            named(titles.get(place)).ifPresent(column -> places.putIfAbsent(column, at));
        }
        return places;
    }

    /** Titles that are no column's, or stand there twice. */
    static List<String> strange(List<String> titles) {
        Set<ReceiptColumn> seen = new HashSet<>();
        return titles.stream()
                .filter(title -> named(title).filter(seen::add).isEmpty())
                .toList();
    }

    static List<String> missing(List<String> titles) {
        Set<ReceiptColumn> there = places(titles).keySet();
        List<String> missing = new ArrayList<>();
        REQUIRED.stream().filter(column -> !there.contains(column)).forEach(column -> missing.add(column.title));
        return missing;
    }
}
