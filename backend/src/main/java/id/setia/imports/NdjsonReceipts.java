package id.setia.imports;

import id.setia.kernel.JsonText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.posting.ReceiptFiles;
import io.micronaut.json.tree.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Receipts as lines of JSON, {@code {"purchase":…}} or {@code {"refund":…}}, each as a till would send it. Blank lines are
 * passed over; a line that is too long is read past and refused.
 */
final class NdjsonReceipts implements ReceiptSource {

    /** Bytes of one line. */
    private static final int LONGEST = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final String PURCHASE = "purchase";
    private static final String REFUND = "refund";

    private final InputStream content;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long row;
    private boolean tooLong;
    private boolean ended;
    private FileReceipt next;

    NdjsonReceipts(InputStream content) throws IOException {
        this.content = new BufferedInputStream(content, 1 << 16);
        passByteOrderMark();
    }

    private void passByteOrderMark() throws IOException {
        content.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(content.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            content.reset();
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                readLine();
                if (tooLong || !line.toString(StandardCharsets.UTF_8).isBlank()) {
                    next = receipt();
                }
            }
            return next != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void readLine() throws IOException {
        line.reset();
        tooLong = false;
        row++;
        int read = content.read();
        while (read >= 0 && read != '\n') {
            if (line.size() < LONGEST) {
                line.write(read);
            } else {
                tooLong = true;
            }
            read = content.read();
        }
        ended = read < 0;
    }

    private FileReceipt receipt() {
        if (tooLong) {
            return broken(Problem.of(ProblemCode.PAYLOAD_TOO_LARGE));
        }
        byte[] text = line.toByteArray();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return JsonText.read(text).map(this::receipt).orElseGet(() -> broken(JsonText.refusal(text)));
        } catch (CharacterCodingException notUtf8) {
            return broken(JsonText.refusal(text));
        }
    }

    private FileReceipt receipt(JsonNode read) {
        if (!read.isObject() || read.size() != 1) {
            return broken(Problem.invalid("", "exactly_one_of", PURCHASE + ", " + REFUND));
        }
        JsonNode purchase = read.get(PURCHASE);
        JsonNode refund = read.get(REFUND);
        if (purchase == null && refund == null) {
            return broken(Problem.invalid("", "exactly_one_of", PURCHASE + ", " + REFUND));
        }
        return new FileReceipt.Readable(
                purchase != null
                        ? new ReceiptFiles.Entry(row, ReceiptFiles.Kind.PURCHASE, purchase)
                        : new ReceiptFiles.Entry(row, ReceiptFiles.Kind.REFUND, refund),
                row);
    }

    private FileReceipt broken(Problem why) {
        return new FileReceipt.Broken(row, row, "", why);
    }

    @Override
    public FileReceipt next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        FileReceipt receipt = next;
        next = null;
        return receipt;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
