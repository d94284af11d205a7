package id.setia.imports;

import java.util.Arrays;
import java.util.List;

/** A file of members to begin with. */
final class MemberTemplate {

    private static final List<List<String>> EXAMPLES = List.of(
            List.of(
                    "10001", "LAMA-7781;LAMA-9920", "Budi Santoso", "0812-3456-7890", "budi@example.com", "1990-08-17",
                    "2019-03-02", "id", "gold", "2026-12-31", "1500@2026-12-31;300@2027-06-30",
                    "terms=yes@2019-03-02;marketing_email=yes@2024-05-01", "formulir kertas", "v3"),
            List.of("10002", "", "Sari Wulandari", "", "", "", "", "", "", "", "250@", "", "", ""));

    private MemberTemplate() {}

    /** With a byte order mark, by which spreadsheets know UTF-8. */
    static String text() {
        StringBuilder text = new StringBuilder("\uFEFF").append(CsvText.line(titles())).append("\r\n");
        EXAMPLES.forEach(row -> text.append(CsvText.line(row)).append("\r\n"));
        return text.toString();
    }

    static List<String> titles() {
        return Arrays.stream(MemberColumn.values()).map(MemberColumn::title).toList();
    }
}
