package id.setia.posting;

import id.setia.kernel.Csv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The daily list as CSV by RFC 4180; what a spreadsheet would take for a formula gets an apostrophe. */
final class DailyCsv {

    private DailyCsv() {}

    static String of(LocalDate day, List<DailyRowResponse> rows) {
        List<String> titles = new ArrayList<>(List.of("date", "staff", "store", "terminal", "cashier", "unusual", "acts", "points"));
        for (CorrectionKind kind : CorrectionKind.values()) {
            titles.add(kind.value() + "_acts");
            titles.add(kind.value() + "_points");
        }
        return Csv.line(titles) + rows.stream().map(row -> Csv.line(cells(day, row))).collect(Collectors.joining());
    }

    private static List<String> cells(LocalDate day, DailyRowResponse row) {
        List<String> cells = new ArrayList<>(List.of(
                day.toString(),
                harmless(row.staffName()),
                harmless(Optional.ofNullable(row.store()).map(StoreSummary::name).orElse(null)),
                harmless(row.terminal()),
                harmless(row.cashier()),
                Boolean.toString(row.unusual()),
                Long.toString(row.acts()),
                Long.toString(row.points())));
        for (CorrectionKind kind : CorrectionKind.values()) {
            Optional<DailyDoneResponse> done = row.done().stream()
                    .filter(found -> found.kind().equals(kind.value()))
                    .findFirst();
            cells.add(Long.toString(done.map(DailyDoneResponse::acts).orElse(0L)));
            cells.add(Long.toString(done.map(DailyDoneResponse::points).orElse(0L)));
        }
        return cells;
    }

    private static String harmless(String text) {
        return Csv.harmless(Optional.ofNullable(text).orElse(""));
    }
}
