package id.setia.imports;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as a spreadsheet numbers it; the header is row 1
 */
record FileRow(long number, List<String> cells) {

    FileRow {
        cells = List.copyOf(cells);
    }

    /** Whether a quotation mark opens in it that nothing closes; then the file ends with it, and it has no cells. */
    boolean isUnclosed() {
        return cells.isEmpty();
    }

    /** The row as one line of CSV that no spreadsheet takes for formulas. */
    String content() {
        return CsvText.line(cells.stream().map(CsvText::harmless).toList());
    }
}
