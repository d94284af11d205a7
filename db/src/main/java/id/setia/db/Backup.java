package id.setia.db;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all rows of a database, as they stood at one moment, into one compressed file, while the server goes on. Reads
 * one snapshot of any engine that speaks MySQL, row by row, in constant memory.
 */
public final class Backup {

    /** Not data: what the migrations write themselves, and marks of the database as such. */
    static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", DemoMark.TABLE, SandboxMark.TABLE, RestoreMark.TABLE);

    static final int NULL = -1;

    private Backup() {
    }

    /**
     * Writes the file, complete or not at all; only its owner may read it.
     *
     * @param setia   the version of this Setia
     * @param key     fingerprint of the master key
     * @param keyFile where the master key is
     * @throws DatabaseUnusableException when the database cannot be read or is not whole
     */
    public static BackupManifest write(DatabaseAddress address, Path file, String setia, String key, String keyFile) {
        if (RestoreMark.isOn(address)) {
            throw new DatabaseUnusableException("A restore into " + address + " did not finish; there is nothing whole to back up.");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            createPrivately(unfinished);
            BackupManifest manifest;
            try (Connection connection = address.forLongWork().connect();
                    var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                manifest = write(connection, zip, new BackupManifest(
                        Instant.now(), setia, Migrations.applied(address), DemoMark.isOn(address), SandboxMark.isOn(address), key, keyFile, List.of()));
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("The backup cannot be made: " + fault.getMessage(), fault);
        } catch (IOException fault) {
            throw new DatabaseUnusableException("The backup cannot be written to " + file + ": " + fault.getMessage(), fault);
        } finally {
            unfinished.toFile().delete();
        }
    }

    private static void createPrivately(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static BackupManifest write(Connection connection, ZipOutputStream zip, BackupManifest about)
            throws SQLException, IOException {
        List<BackupManifest.Table> tables = new ArrayList<>();
        List<String> names = tables(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            Instant snapshot = Instant.now();
            for (String name : names) {
                tables.add(write(connection, zip, name));
            }
            statement.execute("ROLLBACK");
            var manifest = new BackupManifest(
                    snapshot, about.setia(), about.migrations(), about.demo(), about.sandbox(), about.key(), about.keyFile(), tables);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        }
    }

    static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> LEFT_OUT.contains(name.toLowerCase(Locale.ROOT)));
        return names.stream().sorted().toList();
    }

    private static BackupManifest.Table write(Connection connection, ZipOutputStream zip, String name)
            throws SQLException, IOException {
        List<String> columns = columns(connection, name);
        var table = new BackupManifest.Table(name, columns, 0, "");
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(table.entry()));
        long rows = 0;
        var out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(zip, digest), 1 << 16));
        try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery("SELECT `" + String.join("`, `", columns) + "` FROM `" + name + "`")) {
                while (row.next()) {
                    out.writeBoolean(true);
                    for (int column = 1; column <= columns.size(); column++) {
                        write(out, row.getBytes(column));
                    }
                    rows++;
                }
            }
        }
        out.writeBoolean(false);
        out.flush();
        zip.closeEntry();
        return new BackupManifest.Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM `" + table + "` WHERE 1 = 0")) {
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= none.getMetaData().getColumnCount(); column++) {
                columns.add(none.getMetaData().getColumnName(column));
            }
            return columns;
        }
    }

    /** A value as the database writes it: numbers and times as text, text in UTF-8, bytes as they are. */
    private static void write(DataOutputStream out, byte[] value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
