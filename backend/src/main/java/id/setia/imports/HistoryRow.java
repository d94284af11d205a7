package id.setia.imports;

import id.setia.purchases.Channel;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row that says something.
 *
 * @param name of the item, its SKU where the file has no other
 * @param quantity more than 0, also of a refund
 * @param unitPrice in major units, where the file gives one
 * @param amount in smallest units, 0 or more, also of a refund
 */
record HistoryRow(
        FileRow source,
        ReceiptId receipt,
        TimeText time,
        Channel channel,
        Optional<String> sku,
        String name,
        BigDecimal quantity,
        Optional<BigDecimal> unitPrice,
        long amount,
        Optional<String> customer,
        Optional<String> customerName,
        Optional<String> category,
        Optional<String> brand) {

    /** What a refund names the item by. */
    String item() {
        return sku.orElse(name);
    }

    /** The amount as the file means it: refunds are negative. */
    long signed() {
        return receipt.refund() ? -amount : amount;
    }

    RefusedRow refused(RowRefusal refusal) {
        return new RefusedRow(source, refusal, OptionalLong.of(signed()));
    }
}
