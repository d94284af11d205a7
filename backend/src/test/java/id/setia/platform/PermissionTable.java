package id.setia.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may call what, as people decided it: {@code permissions.tsv}, one row for each operation and one column for each kind
 * of caller. {@code yes}: let in; {@code no}: refused (401 or 403); {@code 404}: told that there is no such thing. The last
 * column names the scopes of which a token needs one.
 */
final class PermissionTable {

    static final String FILE = "backend/src/test/resources/permissions.tsv";

    private static final String NO_SCOPE = "-";

    private final List<String> columns;
    private final Map<String, Row> rows;

    private PermissionTable(List<String> columns, Map<String, Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** What the table says of one operation. */
    record Row(String operation, Map<String, String> answers, Set<String> scopes) {

        /** The row as a line of the file. */
        String line() {
            return operation + "\t" + String.join("\t", answers.values()) + "\t"
                    + (scopes.isEmpty() ? NO_SCOPE : String.join(" ", new TreeSet<>(scopes)));
        }
    }

    static PermissionTable read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PermissionTable.class.getResourceAsStream("/permissions.tsv"), StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(reader.readLine().split("\t"));
            List<String> columns = header.subList(1, header.size() - 1);
            Map<String, Row> rows = new LinkedHashMap<>();
            reader.lines().filter(line -> !line.isBlank()).map(line -> row(columns, line)).forEach(row -> {
                if (rows.put(row.operation(), row) != null) {
                    throw new AssertionError(FILE + " has two rows for " + row.operation());
                }
            });
            return new PermissionTable(columns, rows);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static Row row(List<String> columns, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns.size() + 2) {
            throw new AssertionError(FILE + ": this row has " + cells.length + " cells, not " + (columns.size() + 2) + ":\n" + line);
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            if (!Set.of("yes", "no", "404").contains(cells[index + 1])) {
                throw new AssertionError(FILE + ": " + cells[0] + " says " + cells[index + 1] + " where yes, no or 404 may stand");
            }
            answers.put(columns.get(index), cells[index + 1]);
        }
        String scopes = cells[cells.length - 1];
        return new Row(cells[0], answers, scopes.equals(NO_SCOPE) ? Set.of() : Set.of(scopes.split(" ")));
    }

    List<String> columns() {
        return columns;
    }

    Map<String, Row> rows() {
        return rows;
    }
}
