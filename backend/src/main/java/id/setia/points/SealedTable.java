package id.setia.points;

import id.setia.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ledger's tables under the seal, with those of their columns that never change. Judgements stand in the transactions;
 * cached remainders of lots are not sealed.
 */
enum SealedTable {
    TRANSACTIONS(
            "ledger_transaction",
            "id",
            "member_id, recorded_at, id",
            List.of(
                    id("member_id"), id("id"), id("posting_key"), text("kind"), text("source_kind"), id("source_id"),
                    time("business_at"), time("recorded_at"), number("last_seq"), number("available_change"),
                    number("pending_change"), number("available_after"), text("judgement"))),
    ENTRIES(
            "ledger_entry",
            "transaction_id",
            "member_id, seq",
            List.of(
                    id("member_id"), number("seq"), id("transaction_id"), text("account"), number("points"),
                    id("funder_id"), id("honouring_partner_id"))),
    LOTS(
            "points_lot",
            "transaction_id",
            "member_id, id",
            List.of(
                    id("member_id"), id("id"), id("transaction_id"), id("source_id"), number("points"),
                    text("first_state"), id("funder_id"), time("earned_at"), time("expires_at"), time("releases_at"),
                    id("predecessor_id"), number("grace"), number("inactivity_months"),
                    number("awaits_confirmation"), laterFlag("awaits_review"))),
    MOVEMENTS(
            "lot_movement",
            "transaction_id",
            "member_id, transaction_id, lot_id, state",
            List.of(
                    id("member_id"), id("transaction_id"), id("lot_id"), text("state"), number("points")));

    private enum Type {
        ID,
        NUMBER,
        TEXT,
        TIME,
        LATER_FLAG
    }

    private record Column(String name, Type type) {}

    private final String table;
    private final String transactionColumn;
    private final String order;
    private final List<Column> columns;

    SealedTable(String table, String transactionColumn, String order, List<Column> columns) {
        this.table = table;
        this.transactionColumn = transactionColumn;
        this.order = order;
        this.columns = columns;
    }

    private static Column id(String name) {
        return new Column(name, Type.ID);
    }

    private static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }

    private static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    private static Column time(String name) {
        return new Column(name, Type.TIME);
    }

    /** A column that came after the first seals: part of the code only where it is set, so that older rows keep theirs. */
    private static Column laterFlag(String name) {
        return new Column(name, Type.LATER_FLAG);
    }

    /** Its name in the database, and in the proof. */
    String table() {
        return table;
    }

    /** The column that names a row's transaction. */
    String transactionColumn() {
        return transactionColumn;
    }

    /** A query of every sealed column of some rows, by their keys and in the order of these. */
    String select(String condition) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        return "SELECT " + names + " FROM " + table + " FORCE INDEX (PRIMARY) WHERE " + condition + " ORDER BY " + order;
    }

    /** The row's code: of its table and of each column, a text being its bytes in UTF-8, as the database keeps it. */
    SealSum code(SealKey key, ResultSet row) throws SQLException {
        SealKey.Writer code = key.code(table);
        int place = 0;
        for (Column column : columns) {
            place++;
            switch (column.type()) {
                case ID, TEXT -> code.add(row.getBytes(place));
                case NUMBER -> code.add(row.getLong(place));
                case TIME -> code.add(Sql.instant(row, column.name()));
                case LATER_FLAG -> {
                    if (row.getBoolean(column.name())) {
                        code.add(column.name());
                    }
                }
            }
        }
        return SealSum.of(code.end());
    }
}
