package id.setia.figures;

import id.setia.kernel.Csv;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures as CSV. */
final class FigureTable {

    private FigureTable() {}

    /** A figure in one of the periods a line. */
    static String figures(FiguresResponse figures) {
        StringBuilder text = new StringBuilder(Csv.line(List.of("figure", "unit", "from", "value", "currency", "target")));
        for (FigureResponse figure : figures.figures()) {
            for (FigurePointResponse point : figure.trend()) {
                boolean asked = point.from().equals(figures.from());
                text.append(Csv.line(List.of(
                        figure.figure().code(),
                        figure.unit().name().toLowerCase(Locale.ROOT),
                        point.from().toString(),
                        text(point.value()),
                        Optional.ofNullable(point.value()).flatMap(value -> Optional.ofNullable(value.money())).map(money -> money.currency()).orElse(""),
                        asked ? text(figure.target()) : "")));
            }
        }
        return text.toString();
    }

    private static String text(FigureValueResponse value) {
        return value == null ? "" : value.text();
    }

    /** A store a line. */
    static String stores(FiguresResponse figures) {
        StringBuilder text = new StringBuilder(Csv.line(List.of(
                "store", "name", "partner", "region", "from", "until", "sales", "sales_before", "currency", "purchases",
                "member_purchases", "member_share", "points", "new_members")));
        for (StoreFiguresResponse store : figures.stores()) {
            text.append(Csv.line(List.of(
                    store.storeId(),
                    Csv.harmless(store.name()),
                    Csv.harmless(store.partnerName()),
                    Csv.harmless(store.region()),
                    figures.from().toString(),
                    figures.until().toString(),
                    store.sales().amount(),
                    store.salesBefore().amount(),
                    store.sales().currency(),
                    String.valueOf(store.purchases()),
                    String.valueOf(store.memberPurchases()),
                    store.memberShare() == null ? "" : store.memberShare().toPlainString(),
                    String.valueOf(store.points()),
                    String.valueOf(store.newMembers()))));
        }
        return text.toString();
    }

    /** One of the things behind a figure a line. */
    static String rows(List<FigureRowResponse> rows, boolean withTitles) {
        StringBuilder text = new StringBuilder();
        if (withTitles) {
            text.append(Csv.line(List.of("day", "at", "kind", "id", "member", "store", "store_name", "reference", "amount", "currency", "points")));
        }
        for (FigureRowResponse row : rows) {
            text.append(Csv.line(List.of(
                    row.day().toString(),
                    row.at().toString(),
                    row.kind(),
                    row.id(),
                    or(row.memberId()),
                    or(row.storeId()),
                    Csv.harmless(or(row.storeName())),
                    Csv.harmless(or(row.reference())),
                    row.money() == null ? "" : row.money().amount(),
                    row.money() == null ? "" : row.money().currency(),
                    row.points() == null ? "" : String.valueOf(row.points()))));
        }
        return text.toString();
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }
}
