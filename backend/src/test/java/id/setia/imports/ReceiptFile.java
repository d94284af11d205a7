package id.setia.imports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Enumeration;
import java.util.NoSuchElementException;

/** A file of receipts of four lines each, made while it is read, so that nobody ever holds all of it. */
final class ReceiptFile {

    private static final String TITLES =
            "kind,storeId,till,receiptNumber,businessDate,occurredAt,sku,name,quantity,amount,total,tender\n";
    private static final int LINES = 4;

    private final ReceiptFormat format;
    private final String storeId;
    private final long bytes;
    private final Instant at = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private long written;
    private long receipts;

    /** @param bytes about how long it is to be */
    ReceiptFile(ReceiptFormat format, String storeId, long bytes) {
        this.format = format;
        this.storeId = storeId;
        this.bytes = bytes;
    }

    /** How many receipts have been read from it. */
    long receipts() {
        return receipts;
    }

    InputStream open() {
        return new SequenceInputStream(new Enumeration<>() {

            @Override
            public boolean hasMoreElements() {
                return written < bytes;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                byte[] next = (written == 0 && format == ReceiptFormat.CSV ? TITLES + receipt() : receipt())
                        .getBytes(StandardCharsets.UTF_8);
                written += next.length;
                return new ByteArrayInputStream(next);
            }
        });
    }

    private String receipt() {
        String number = format + "-" + ++receipts;
        return switch (format) {
            case NDJSON -> json(number);
            case CSV -> rows(number);
        };
    }

    private String json(String number) {
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            lines.append(line == 1 ? "" : ",").append("""
                    {"position":%d,"sku":"899%04d","name":"Beras Pandan Wangi 5 kg","quantity":"1","amount":{"amount":"10000","currency":"IDR"}}"""
                    .formatted(line, line));
        }
        return """
                {"purchase":{"storeId":"%s","channel":"store","till":"1","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s",\
                "lines":[%s],"total":{"amount":"40000","currency":"IDR"},\
                "tenders":[{"kind":"cash","amount":{"amount":"40000","currency":"IDR"}}]}}
                """.formatted(storeId, number, day(), at, lines);
    }

    private String rows(String number) {
        StringBuilder rows = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            rows.append("purchase,%s,1,%s,%s,%s,899%04d,\"Beras Pandan Wangi, 5 kg\",1,10000,40000,cash\n"
                    .formatted(storeId, number, day(), at, line));
        }
        return rows.toString();
    }

    private String day() {
        return at.toString().substring(0, 10);
    }
}
