package id.setia.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses a database that may lose what it acknowledged, or that mends what it is sent instead of refusing it. Settings that
 * a server does not have at all, as engines have that only speak MySQL's language, are no fault. An operator whose engine or
 * disks keep what is acknowledged by other means (a replicated log, a file system that writes pages whole) may waive the
 * settings that are about that, by name.
 */
public final class DurabilityCheck {

    /** Settings that may be waived; what is taken for right, and how sessions stand apart, may not. */
    public static final Set<String> WAIVABLE =
            Set.of("innodb_flush_log_at_trx_commit", "innodb_doublewrite", "innodb_flush_method", "sync_binlog");

    private static final String SETTINGS = """
            SHOW VARIABLES WHERE Variable_name IN (
              'innodb_flush_log_at_trx_commit', 'innodb_doublewrite', 'innodb_flush_method', 'log_bin', 'sync_binlog', 'sql_mode',
              'tx_isolation', 'transaction_isolation')""";

    private DurabilityCheck() {
    }

    /**
     * Reads the settings of the server and of a session such as Setia opens.
     *
     * @throws DatabaseUnusableException when one is wrong, naming each with what it must be
     */
    public static void require(DatabaseAddress address) {
        require(address, Set.of());
    }

    /**
     * The same, but for settings that the operator answers for.
     *
     * @param waived some of {@link #WAIVABLE}
     * @return what is found of these, to be said at each start
     */
    public static List<String> require(DatabaseAddress address, Set<String> waived) {
        Map<String, String> found = faults(settings(address));
        List<String> answeredFor = found.entrySet().stream()
                .filter(fault -> waived.contains(fault.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<String> faults = found.entrySet().stream()
                .filter(fault -> !waived.contains(fault.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!faults.isEmpty()) {
            throw new DatabaseUnusableException("The database at " + address + " could lose what it acknowledged, or take wrong values for right:\n  "
                    + String.join("\n  ", faults)
                    + "\nChange this in the [mysqld] section of the server's configuration and start it again, or at once with SET GLOBAL."
                    + waiver(found.keySet()));
        }
        return answeredFor;
    }

    private static String waiver(Set<String> faulty) {
        List<String> waivable = faulty.stream().filter(WAIVABLE::contains).toList();
        return waivable.isEmpty()
                ? ""
                : "\nOnly where the engine or the disks keep every commit by other means, say so with SETIA_DB_WAIVE=" + String.join(",", waivable) + ".";
    }

    private static Map<String, String> settings(DatabaseAddress address) {
        try (var connection = address.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            Map<String, String> settings = new HashMap<>();
            try (var statement = connection.createStatement(); var row = statement.executeQuery(SETTINGS)) {
                while (row.next()) {
                    settings.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2).toUpperCase(Locale.ROOT));
                }
            }
            return settings;
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("The database at " + address + " does not tell its settings", fault);
        }
    }

    /** What is wrong with settings, in words by their names in small letters; values are in capitals. */
    static Map<String, String> faults(Map<String, String> settings) {
        Map<String, String> faults = new LinkedHashMap<>();
        require(faults, settings, "innodb_flush_log_at_trx_commit", Set.of("1"), "1: every commit is on disk before it is answered");
        if (Set.of("OFF", "0").contains(settings.getOrDefault("innodb_doublewrite", "ON"))) {
            faults.put("innodb_doublewrite", "innodb_doublewrite is OFF and must be ON: a page half written in a power cut is repaired");
        }
        if (settings.getOrDefault("innodb_flush_method", "").endsWith("NOSYNC")) {
            faults.put("innodb_flush_method", "innodb_flush_method is " + settings.get("innodb_flush_method") + " and must not be: nothing would ever be flushed to disk");
        }
        if (Set.of("ON", "1").contains(settings.getOrDefault("log_bin", "OFF"))) {
            require(faults, settings, "sync_binlog", Set.of("1"), "1 where log_bin is ON: a commit missing in the binary log is undone after a power cut");
        }
        if (!settings.getOrDefault("sql_mode", "STRICT_TRANS_TABLES").matches(".*STRICT_(TRANS|ALL)_TABLES.*")) {
            faults.put("sql_mode", "sql_mode of Setia's sessions is '" + settings.get("sql_mode") + "' and must contain STRICT_TRANS_TABLES: "
                    + "a value that does not fit is refused, not cut. Leave it out of sessionVariables in SETIA_DB_URL");
        }
        for (String isolation : List.of("tx_isolation", "transaction_isolation")) {
            require(faults, settings, isolation, Set.of("READ-COMMITTED"), "READ-COMMITTED, which Setia asks for in each session");
        }
        return faults;
    }

    private static void require(Map<String, String> faults, Map<String, String> settings, String name, Set<String> right, String what) {
        String found = settings.get(name);
        if (found != null && !right.contains(found)) {
            faults.put(name, name + " is " + found + " and must be " + what);
        }
    }
}
