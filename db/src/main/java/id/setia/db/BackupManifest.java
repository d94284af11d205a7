package id.setia.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a backup says of itself.
 *
 * @param madeAt     the moment it shows
 * @param setia      the version of Setia that made it
 * @param migrations the versions of the tables, the latest last, each with the checksum of its file
 * @param demo       whether it is of a demonstration
 * @param sandbox    whether it is of a sandbox
 * @param key        fingerprint of the master key that what is sealed in it needs; the key itself is not inside
 * @param keyFile    where that key was
 */
public record BackupManifest(
        Instant madeAt, String setia, Map<String, String> migrations, boolean demo, boolean sandbox, String key, String keyFile, List<Table> tables) {

    static final String ENTRY = "manifest.properties";
    private static final String FORMAT = "1";

    /** The rows of one table; the checksum is the SHA-256 of its entry. */
    public record Table(String name, List<String> columns, long rows, String checksum) {

        String entry() {
            return "tables/" + name;
        }
    }

    /** The version of its tables. */
    public String schema() {
        return List.copyOf(migrations.keySet()).getLast();
    }

    /** How many rows it holds. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** As text, one property a line. */
    String text() throws IOException {
        var properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("madeAt", madeAt.toString());
        properties.setProperty("setia", setia);
        properties.setProperty("migrations", String.join(",", migrations.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue()).toList()));
        properties.setProperty("demo", Boolean.toString(demo));
        properties.setProperty("sandbox", Boolean.toString(sandbox));
        properties.setProperty("key", key);
        properties.setProperty("keyFile", keyFile);
        properties.setProperty("tables", String.join(",", tables.stream().map(Table::name).toList()));
        for (Table table : tables) {
            properties.setProperty("table." + table.name() + ".columns", String.join(",", table.columns()));
            properties.setProperty("table." + table.name() + ".rows", Long.toString(table.rows()));
            properties.setProperty("table." + table.name() + ".sha256", table.checksum());
        }
        var text = new StringWriter();
        properties.store(text, "A backup of Setia. The master key is not inside.");
        return text.toString();
    }

    static BackupManifest read(InputStream text) throws IOException {
        var properties = new Properties();
        properties.load(text);
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new DatabaseUnusableException("This backup has a format that this Setia does not know. Restore it with the Setia that made it, or a later one.");
        }
        Map<String, String> migrations = new LinkedHashMap<>();
        for (String migration : properties.getProperty("migrations").split(",")) {
            migrations.put(migration.split(":")[0], migration.split(":")[1]);
        }
        List<Table> tables = new ArrayList<>();
        for (String name : properties.getProperty("tables").split(",")) {
            tables.add(new Table(
                    name,
                    List.of(properties.getProperty("table." + name + ".columns").split(",")),
                    Long.parseLong(properties.getProperty("table." + name + ".rows")),
                    properties.getProperty("table." + name + ".sha256")));
        }
        return new BackupManifest(
                Instant.parse(properties.getProperty("madeAt")),
                properties.getProperty("setia"),
                migrations,
                Boolean.parseBoolean(properties.getProperty("demo")),
                Boolean.parseBoolean(properties.getProperty("sandbox")),
                properties.getProperty("key"),
                properties.getProperty("keyFile"),
                tables);
    }
}
