package id.setia.imports;

import java.util.List;

/** The smallest thing an import does at once: a whole receipt, or a row that belongs to none. */
sealed interface Unit {

    int rows();

    /** Rows of one purchase or refund, in the order of the file. */
    record Group(ReceiptId id, List<HistoryRow> lines) implements Unit {

        public Group {
            lines = List.copyOf(lines);
        }

        @Override
        public int rows() {
            return lines.size();
        }
    }

    /** A row that was refused by itself. */
    record Refused(RefusedRow row) implements Unit {

        @Override
        public int rows() {
            return 1;
        }
    }
}
