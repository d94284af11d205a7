package id.setia.imports;

import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Receipts as a table, a row for each line; rows that follow each other and name the same receipt are one. What a row says of
 * the receipt as a whole is what the first says, or empty.
 */
final class CsvReceipts implements ReceiptSource {

    /** One line more than a receipt may have: enough to be refused by. */
    private static final int MOST_LINES = 1_001;

    private final CsvFile file;
    private final Map<ReceiptColumn, Integer> places;
    private final ReceiptOfRows receipts;
    private Row ahead;

    /** A row with the cells that are filled. */
    record Row(long number, Map<ReceiptColumn, String> cells) {

        Optional<String> cell(ReceiptColumn column) {
            return Optional.ofNullable(cells.get(column));
        }

        private String receipt() {
            return cell(ReceiptColumn.ORDER_NUMBER)
                    .or(() -> cell(ReceiptColumn.RECEIPT_NUMBER))
                    .orElse("");
        }

        private boolean isOf(Row first) {
            return ReceiptColumn.KEY.stream().allMatch(column -> cell(column).equals(first.cell(column)));
        }
    }

    CsvReceipts(CsvFile file, String currency) {
        this.file = file;
        this.places = ReceiptColumn.places(file.titles());
        this.receipts = new ReceiptOfRows(currency);
    }

    @Override
    public boolean hasNext() {
        return ahead != null || file.hasNext();
    }

    @Override
    public FileReceipt next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row first = take();
        if (first.cells().isEmpty()) {
            return new FileReceipt.Broken(first.number(), first.number(), "", Problem.of(ProblemCode.MALFORMED_REQUEST));
        }
        List<Row> rows = new ArrayList<>(List.of(first));
        List<FieldError> differing = new ArrayList<>();
        long last = first.number();
        while (hasNext()) {
            Row row = take();
            if (row.cells().isEmpty() || !row.isOf(first)) {
                ahead = row;
                break;
            }
            last = row.number();
            differing.addAll(differing.isEmpty() ? differences(first, row) : List.of());
            if (rows.size() < MOST_LINES) {
                rows.add(row);
            }
        }
        return differing.isEmpty()
                ? new FileReceipt.Readable(receipts.entry(rows), last)
                : new FileReceipt.Broken(first.number(), last, first.receipt(), Problem.invalid(differing));
    }

    private Row take() {
        Row row = ahead == null ? row(file.next()) : ahead;
        ahead = null;
        return row;
    }

    private Row row(FileRow read) {
        Map<ReceiptColumn, String> cells = new EnumMap<>(ReceiptColumn.class);
        places.forEach((column, place) -> {
            String cell = place < read.cells().size() ? read.cells().get(place).strip() : "";
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        });
        return new Row(read.number(), cells);
    }

    private static List<FieldError> differences(Row first, Row row) {
        return row.cells().keySet().stream()
                .filter(ReceiptColumn::ofReceipt)
                .filter(column -> !row.cell(column).equals(first.cell(column)))
                .map(column -> new FieldError("/" + column.title(), "rows_differ", List.of(row.number())))
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
