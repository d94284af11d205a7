package id.setia.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Puts the rows of a file together, always in the same way and order. Rows of a receipt need not touch: it ends when a
 * thousand rows have come without one of its own, or with the file.
 */
final class Units implements Iterator<Unit> {

    private static final int APART = 1_000;
    private static final int LONGEST_RECEIPT = 1_000;

    private final Iterator<FileRow> rows;
    private final RowReader reader;
    private final boolean refunds;
    private final Map<ReceiptId, Open> open = new LinkedHashMap<>();
    private final Queue<Unit> ready = new ArrayDeque<>();

    private static final class Open {
        private final List<HistoryRow> lines = new ArrayList<>();
        private long lastRow;
        private boolean tooLong;
    }

    /**
     * @param refunds whether the file's refunds are wanted, else its purchases and all rows that cannot be read
     */
    Units(Iterator<FileRow> rows, RowReader reader, boolean refunds) {
        this.rows = rows;
        this.reader = reader;
        this.refunds = refunds;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            take(rows.next());
        }
        if (ready.isEmpty()) {
            closeBefore(Long.MAX_VALUE);
        }
        return !ready.isEmpty();
    }

    @Override
    public Unit next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void take(FileRow row) {
        switch (reader.read(row)) {
            case RowReader.Read.Understood understood -> {
                if (understood.row().receipt().refund() == refunds) {
                    add(understood.row());
                }
            }
            case RowReader.Read.Refused refused -> {
                if (!refunds) {
                    ready.add(new Unit.Refused(refused.row()));
                }
            }
        }
        closeBefore(row.number() - APART);
    }

    private void add(HistoryRow row) {
        Open receipt = open.remove(row.receipt());
        if (receipt == null) {
            receipt = new Open();
        }
        open.put(row.receipt(), receipt);
        receipt.lastRow = row.source().number();
        receipt.lines.add(row);
        if (receipt.tooLong || receipt.lines.size() > LONGEST_RECEIPT) {
            receipt.tooLong = true;
            receipt.lines.forEach(line -> ready.add(new Unit.Refused(line.refused(RowRefusal.RECEIPT_TOO_LONG))));
            receipt.lines.clear();
        }
    }

    /** The receipts stand in the order of their last rows. */
    private void closeBefore(long row) {
        Iterator<Map.Entry<ReceiptId, Open>> eldest = open.entrySet().iterator();
        while (eldest.hasNext()) {
            Map.Entry<ReceiptId, Open> receipt = eldest.next();
            if (receipt.getValue().lastRow >= row) {
                return;
            }
            if (!receipt.getValue().lines.isEmpty()) {
                ready.add(new Unit.Group(receipt.getKey(), receipt.getValue().lines));
            }
            eldest.remove();
        }
    }
}
