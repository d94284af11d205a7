package id.setia.imports;

import static id.setia.imports.ReceiptColumn.AMOUNT;
import static id.setia.imports.ReceiptColumn.BRAND;
import static id.setia.imports.ReceiptColumn.BUSINESS_DATE;
import static id.setia.imports.ReceiptColumn.CARD;
import static id.setia.imports.ReceiptColumn.CASHIER;
import static id.setia.imports.ReceiptColumn.CATEGORY;
import static id.setia.imports.ReceiptColumn.CHANNEL;
import static id.setia.imports.ReceiptColumn.DELIVERY;
import static id.setia.imports.ReceiptColumn.DISCOUNT;
import static id.setia.imports.ReceiptColumn.DISCOUNT_KIND;
import static id.setia.imports.ReceiptColumn.DONATION;
import static id.setia.imports.ReceiptColumn.EMAIL;
import static id.setia.imports.ReceiptColumn.KIND;
import static id.setia.imports.ReceiptColumn.LINE_DISCOUNT;
import static id.setia.imports.ReceiptColumn.MEMBER_ID;
import static id.setia.imports.ReceiptColumn.NAME;
import static id.setia.imports.ReceiptColumn.OCCURRED_AT;
import static id.setia.imports.ReceiptColumn.OF_BUSINESS_DATE;
import static id.setia.imports.ReceiptColumn.OF_ORDER_NUMBER;
import static id.setia.imports.ReceiptColumn.OF_PURCHASE_ID;
import static id.setia.imports.ReceiptColumn.OF_RECEIPT_NUMBER;
import static id.setia.imports.ReceiptColumn.OF_STORE_ID;
import static id.setia.imports.ReceiptColumn.OF_TILL;
import static id.setia.imports.ReceiptColumn.ORDER_NUMBER;
import static id.setia.imports.ReceiptColumn.PHONE;
import static id.setia.imports.ReceiptColumn.POSITION;
import static id.setia.imports.ReceiptColumn.QUANTITY;
import static id.setia.imports.ReceiptColumn.REASON;
import static id.setia.imports.ReceiptColumn.RECEIPT_NUMBER;
import static id.setia.imports.ReceiptColumn.ROUNDING;
import static id.setia.imports.ReceiptColumn.SERVICE_CHARGE;
import static id.setia.imports.ReceiptColumn.SKU;
import static id.setia.imports.ReceiptColumn.STORE_ID;
import static id.setia.imports.ReceiptColumn.TAX;
import static id.setia.imports.ReceiptColumn.TAX_INCLUDED;
import static id.setia.imports.ReceiptColumn.TENDER;
import static id.setia.imports.ReceiptColumn.TILL;
import static id.setia.imports.ReceiptColumn.TIP;
import static id.setia.imports.ReceiptColumn.TOTAL;
import static id.setia.imports.ReceiptColumn.UNIT_PRICE;

import id.setia.posting.ReceiptFiles;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of a table's rows the request that a till would have sent; whether it is any good is for those who read it. */
final class ReceiptOfRows {

    private static final String REFUND = "refund";

    private final String currency;

    ReceiptOfRows(String currency) {
        this.currency = currency;
    }

    ReceiptFiles.Entry entry(List<CsvReceipts.Row> rows) {
        CsvReceipts.Row first = rows.getFirst();
        return first.cell(KIND).filter(REFUND::equals).isPresent()
                ? new ReceiptFiles.Entry(first.number(), ReceiptFiles.Kind.REFUND, refund(rows))
                : new ReceiptFiles.Entry(first.number(), ReceiptFiles.Kind.PURCHASE, purchase(rows));
    }

    private JsonNode purchase(List<CsvReceipts.Row> rows) {
        CsvReceipts.Row first = rows.getFirst();
        Map<String, JsonNode> fields = head(first);
        Map<String, JsonNode> member = new LinkedHashMap<>();
        for (ReceiptColumn column : List.of(MEMBER_ID, CARD, PHONE, EMAIL)) {
            text(member, column.title(), first, column);
        }
        if (!member.isEmpty()) {
            fields.put("member", JsonNode.createObjectNode(member));
        }
        fields.put("lines", lines(rows));
        for (ReceiptColumn column : List.of(DISCOUNT, TAX, SERVICE_CHARGE, TIP, DELIVERY, ROUNDING, DONATION)) {
            money(fields, column.title(), first, column);
        }
        first.cell(TAX_INCLUDED).ifPresent(text -> fields.put("taxIncluded", flag(text)));
        JsonNode total = first.cell(TOTAL).map(this::money).orElseGet(() -> money(sum(rows)));
        fields.put("total", total);
        fields.put("tenders", JsonNode.createArrayNode(first.cell(TENDER).stream()
                .map(kind -> JsonNode.createObjectNode(Map.of("kind", JsonNode.createStringNode(kind), "amount", total)))
                .toList()));
        return JsonNode.createObjectNode(fields);
    }

    private JsonNode lines(List<CsvReceipts.Row> rows) {
        List<JsonNode> lines = new ArrayList<>();
        for (CsvReceipts.Row row : rows) {
            Map<String, JsonNode> line = new LinkedHashMap<>();
            line.put("position", row.cell(POSITION).map(ReceiptOfRows::number).orElse(JsonNode.createNumberNode(lines.size() + 1)));
            text(line, "sku", row, SKU);
            text(line, "name", row, NAME);
            line.put("quantity", JsonNode.createStringNode(row.cell(QUANTITY).orElse("1")));
            money(line, "unitPrice", row, UNIT_PRICE);
            money(line, "discount", row, LINE_DISCOUNT);
            text(line, "discountKind", row, DISCOUNT_KIND);
            money(line, "amount", row, AMOUNT);
            text(line, "category", row, CATEGORY);
            text(line, "brand", row, BRAND);
            lines.add(JsonNode.createObjectNode(line));
        }
        return JsonNode.createArrayNode(lines);
    }

    /** What the lines come to where no total is given; a text that is no number is refused with its line. */
    private static String sum(List<CsvReceipts.Row> rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CsvReceipts.Row row : rows) {
            String amount = row.cell(AMOUNT).orElse("");
            if (amount.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
                sum = sum.add(new BigDecimal(amount));
            }
        }
        return sum.toPlainString();
    }

    private JsonNode refund(List<CsvReceipts.Row> rows) {
        Map<String, JsonNode> fields = head(rows.getFirst());
        text(fields, "reason", rows.getFirst(), REASON);
        List<JsonNode> lines = new ArrayList<>();
        for (CsvReceipts.Row row : rows) {
            Map<String, JsonNode> line = new LinkedHashMap<>();
            text(line, "purchaseId", row, OF_PURCHASE_ID);
            Map<String, JsonNode> purchase = new LinkedHashMap<>();
            text(purchase, "storeId", row, OF_STORE_ID);
            text(purchase, "businessDate", row, OF_BUSINESS_DATE);
            text(purchase, "till", row, OF_TILL);
            text(purchase, "receiptNumber", row, OF_RECEIPT_NUMBER);
            text(purchase, "orderNumber", row, OF_ORDER_NUMBER);
            if (!purchase.isEmpty()) {
                line.put("purchase", JsonNode.createObjectNode(purchase));
            }
            row.cell(POSITION).ifPresent(text -> line.put("position", number(text)));
            text(line, "quantity", row, QUANTITY);
            money(line, "amount", row, AMOUNT);
            lines.add(JsonNode.createObjectNode(line));
        }
        fields.put("lines", JsonNode.createArrayNode(lines));
        return JsonNode.createObjectNode(fields);
    }

    private static Map<String, JsonNode> head(CsvReceipts.Row first) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("channel", JsonNode.createStringNode(first.cell(CHANNEL).orElse("store")));
        for (ReceiptColumn column :
                List.of(STORE_ID, TILL, RECEIPT_NUMBER, ORDER_NUMBER, BUSINESS_DATE, OCCURRED_AT, CASHIER)) {
            text(fields, column.title(), first, column);
        }
        return fields;
    }

    private static void text(Map<String, JsonNode> fields, String name, CsvReceipts.Row row, ReceiptColumn column) {
        row.cell(column).ifPresent(text -> fields.put(name, JsonNode.createStringNode(text)));
    }

    private void money(Map<String, JsonNode> fields, String name, CsvReceipts.Row row, ReceiptColumn column) {
        row.cell(column).ifPresent(text -> fields.put(name, money(text)));
    }

    private JsonNode money(String amount) {
        return JsonNode.createObjectNode(Map.of(
                "amount", JsonNode.createStringNode(amount), "currency", JsonNode.createStringNode(currency)));
    }

    /** As a number where it is one, for the reader to refuse where it is not. */
    private static JsonNode number(String text) {
        return text.matches("[0-9]{1,9}") ? JsonNode.createNumberNode(Integer.parseInt(text)) : JsonNode.createStringNode(text);
    }

    private static JsonNode flag(String text) {
        return switch (text) {
            case "true" -> JsonNode.createBooleanNode(true);
            case "false" -> JsonNode.createBooleanNode(false);
            default -> JsonNode.createStringNode(text);
        };
    }
}
