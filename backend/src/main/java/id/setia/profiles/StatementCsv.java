package id.setia.profiles;

import id.setia.kernel.Csv;
import id.setia.kernel.LocalText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A month's statement as CSV, in the member's language: an opening row, one for each movement, a closing row. */
final class StatementCsv {

    private static final List<LocalText> TITLES = List.of(
            LocalText.of("tanggal", "date"),
            LocalText.of("dicatat", "recorded"),
            LocalText.of("keterangan", "what"),
            LocalText.of("catatan", "note"),
            LocalText.of("toko", "store"),
            LocalText.of("struk", "receipt"),
            LocalText.of("poin", "points"),
            LocalText.of("saldo", "balance"));

    private StatementCsv() {}

    static String of(StatementResponse statement, String language, ZoneId zone) {
        StringBuilder text = new StringBuilder(Csv.line(TITLES.stream().map(title -> title.in(language)).toList()));
        String from = statement.from().atZone(zone).toLocalDate().toString();
        text.append(balance(LocalText.of("Saldo awal", "Opening balance"), from, statement.openingBalance(), language));
        for (ActivityItem item : statement.items()) {
            text.append(Csv.line(cells(item, language, zone)));
        }
        String last = statement.until().atZone(zone).toLocalDate().minusDays(1).toString();
        text.append(balance(LocalText.of("Saldo akhir", "Closing balance"), last, statement.closingBalance(), language));
        return text.toString();
    }

    private static String balance(LocalText title, String day, long points, String language) {
        return Csv.line(List.of(day, "", title.in(language), "", "", "", "", Long.toString(points)));
    }

    private static List<String> cells(ActivityItem item, String language, ZoneId zone) {
        return new ArrayList<>(List.of(
                item.at().atZone(zone).toLocalDate().toString(),
                item.recordedAt().atZone(zone).toLocalDate().toString(),
                Csv.harmless(item.title().in(language)),
                Csv.harmless(Optional.ofNullable(item.note()).map(note -> note.in(language)).orElse("")),
                Csv.harmless(Optional.ofNullable(item.store()).map(store -> store.name()).orElse("")),
                Csv.harmless(Optional.ofNullable(item.receiptNumber()).orElse("")),
                Long.toString(item.points()),
                Long.toString(item.balanceAfter())));
    }
}
