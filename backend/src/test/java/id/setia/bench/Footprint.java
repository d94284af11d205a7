package id.setia.bench;

import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows that one receipt made and changed, and how to write the like for another member and receipt.
 *
 * @param made new rows, by table
 * @param changed rows that were there before, by table, as they are now
 */
record Footprint(Map<Rows.Table, List<Values>> made, Map<Rows.Table, List<Change>> changed) {

    private static final int LONGEST_READ = 700;

    /** What differs from one posting to the next. */
    record Posting(byte[] member, long lastSeq, String number, UUID[] ids) {}

    /** A row as a function of the posting; values in the order of the table's columns. */
    record Values(List<Function<Posting, Object>> columns) {}

    /** A row with the names of what changed in it. */
    record Change(List<String> columns, Values row) {}

    int rows() {
        return made.values().stream().mapToInt(List::size).sum() + changed.values().stream().mapToInt(List::size).sum();
    }

    int ids() {
        return made.values().stream().mapToInt(List::size).sum();
    }

    /** How many entries it adds to a member's ledger. */
    long entries() {
        return made.entrySet().stream()
                .filter(table -> table.getKey().name().equals("ledger_entry"))
                .mapToLong(table -> table.getValue().size())
                .sum();
    }

    /** What lies between two states of a member. */
    static Footprint between(Map<String, Rows.Row> before, Map<String, Rows.Row> after, byte[] member, String number) {
        List<Rows.Row> made = after.values().stream().filter(row -> !before.containsKey(row.key())).toList();
        List<Rows.Row> changed = after.values().stream()
                .filter(row -> before.containsKey(row.key()) && !row.sameAs(before.get(row.key())))
                .toList();
        Map<String, Integer> ids = new LinkedHashMap<>();
        made.forEach(row -> {
            if (row.values().get("id") instanceof byte[] id && id.length == 16) {
                ids.putIfAbsent(Arrays.toString(id), ids.size());
            }
        });
        Reading reading = new Reading(ids, member, number, lastSeq(before));
        Map<Rows.Table, List<Values>> rows = new LinkedHashMap<>();
        Map<Rows.Table, List<Change>> changes = new LinkedHashMap<>();
        for (Rows.Row row : made) {
            if (reading.isNewEachTime(row)) {
                rows.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(reading.row(row));
            } else {
                changes.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(new Change(row.table().columns(), reading.row(row)));
            }
        }
        changed.forEach(row -> changes.computeIfAbsent(row.table(), table -> new ArrayList<>())
                .add(new Change(row.differing(before.get(row.key())), reading.row(row))));
        return new Footprint(rows, changes);
    }

    private static long lastSeq(Map<String, Rows.Row> before) {
        return before.values().stream()
                .filter(row -> row.table().name().equals("points_account"))
                .mapToLong(row -> ((Number) row.values().get("last_seq")).longValue())
                .findFirst()
                .orElse(0);
    }

    /** Tells in each value what belongs to the member, the receipt or a new id. */
    private record Reading(Map<String, Integer> ids, byte[] member, String number, long lastSeq) {

        /** A member's only row of a kind is made once, and changed from then on. */
        boolean isNewEachTime(Rows.Row row) {
            return row.table().key().stream().anyMatch(column -> column.endsWith("seq")
                    || row.values().get(column) instanceof byte[] bytes && ids.containsKey(Arrays.toString(bytes)));
        }

        Values row(Rows.Row row) {
            return new Values(row.table().columns().stream().map(column -> value(row, column)).toList());
        }

        private Function<Posting, Object> value(Rows.Row row, String column) {
            Object value = row.values().get(column);
            if (value instanceof byte[] bytes) {
                return bytes(row.table(), column, bytes);
            }
            if ((column.equals("seq") || column.equals("last_seq") || column.equals("member_seq")) && value instanceof Number seq) {
                long further = seq.longValue() - lastSeq;
                return posting -> posting.lastSeq() + further;
            }
            return value instanceof String text ? text(text) : posting -> value;
        }

        private Function<Posting, Object> bytes(Rows.Table table, String column, byte[] bytes) {
            if (Arrays.equals(bytes, member)) {
                return Posting::member;
            }
            Integer id = ids.get(Arrays.toString(bytes));
            if (id != null) {
                return posting -> UuidBytes.of(posting.ids()[id]);
            }
            if (!table.texts().contains(column)) {
                return posting -> bytes;
            }
            Function<Posting, Object> text = text(new String(bytes, StandardCharsets.UTF_8));
            return posting -> ((String) text.apply(posting)).getBytes(StandardCharsets.UTF_8);
        }

        /** Keys carry the receipt's number or an id; long texts are taken as they are. */
        private Function<Posting, Object> text(String text) {
            if (text.length() > LONGEST_READ) {
                return posting -> text;
            }
            if (text.contains(number)) {
                return posting -> text.replace(number, posting.number());
            }
            for (Map.Entry<String, Integer> id : ids.entrySet()) {
                String written = uuid(id.getKey()).toString();
                if (text.contains(written)) {
                    return posting -> text.replace(written, posting.ids()[id.getValue()].toString());
                }
            }
            return posting -> text;
        }

        private static UUID uuid(String bytes) {
            String[] numbers = bytes.substring(1, bytes.length() - 1).split(", ");
            byte[] id = new byte[numbers.length];
            for (int place = 0; place < id.length; place++) {
                id[place] = Byte.parseByte(numbers[place]);
            }
            return UuidBytes.from(id);
        }
    }
}
