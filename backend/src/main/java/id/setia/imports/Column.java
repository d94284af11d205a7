package id.setia.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Columns of a file of purchases. */
enum Column implements FileColumn {
    RECEIPT_NUMBER("receiptnumber", "receipt", "invoiceno", "invoice", "invoicenumber"),
    OCCURRED_AT("occurredat", "invoicedate", "time", "datetime"),
    SKU("sku", "stockcode"),
    NAME("name", "description", "productname"),
    QUANTITY("quantity"),
    UNIT_PRICE("unitprice", "price"),
    AMOUNT("amount"),
    CUSTOMER("customer", "customerid", "customernumber"),
    CUSTOMER_NAME("customername"),
    KIND("kind"),
    STORE("store", "storecode"),
    TILL("till"),
    BUSINESS_DATE("businessdate"),
    CHANNEL("channel"),
    CATEGORY("category"),
    BRAND("brand");

    private final Set<String> names;

    Column(String... names) {
        this.names = Set.of(names);
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a file cannot do without; of several in one list any one is enough. */
    static List<List<Column>> required() {
        return List.of(
                List.of(RECEIPT_NUMBER),
                List.of(OCCURRED_AT),
                List.of(SKU, NAME),
                List.of(QUANTITY),
                List.of(UNIT_PRICE, AMOUNT));
    }
}
