package id.setia.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of members that are taken together.
 *
 * @param rows how many there are; none after the last
 * @param refused those that are not readable
 */
record ArrivalChunk(int rows, List<PreparedRow> readable, List<RefusedRow> refused) {

    private static final int MOST_ROWS = 1_000;

    /** The next rows of a file. */
    static ArrivalChunk next(CsvFile file, MemberRowReader reader, Function<MemberRow, PreparedRow> prepare) {
        List<PreparedRow> readable = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        while (readable.size() + refused.size() < MOST_ROWS && file.hasNext()) {
            switch (reader.read(file.next())) {
                case MemberRowReader.Read.Understood understood -> readable.add(prepare.apply(understood.row()));
                case MemberRowReader.Read.Refused unreadable -> refused.add(unreadable.row());
            }
        }
        return new ArrivalChunk(readable.size() + refused.size(), readable, refused);
    }
}
