package id.setia.imports;

import id.setia.kernel.Problem;
import id.setia.posting.ReceiptFiles;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/** A receipt as it stands in a file, in one row or several. */
sealed interface FileReceipt {

    /** The last of its rows. */
    long lastRow();

    /** The number of its order or receipt, as far as it can be read. */
    String number();

    /** One that can be judged. */
    record Readable(ReceiptFiles.Entry entry, long lastRow) implements FileReceipt {

        private static final int LONGEST = 60;

        @Override
        public String number() {
            return text("orderNumber").or(() -> text("receiptNumber")).orElse("");
        }

        private Optional<String> text(String field) {
            return Optional.ofNullable(entry.content().isObject() ? entry.content().get(field) : null)
                    .filter(JsonNode::isString)
                    .map(JsonNode::getStringValue)
                    .filter(text -> text.length() <= LONGEST);
        }
    }

    /**
     * One of which nothing can be made.
     *
     * @param row the first of its rows
     */
    record Broken(long row, long lastRow, String number, Problem why) implements FileReceipt {}
}
