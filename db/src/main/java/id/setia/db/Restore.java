package id.setia.db;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a backup, and writes it into an empty database. */
public final class Restore implements AutoCloseable {

    private static final int CHUNK_ROWS = 500;
    private static final long CHUNK_BYTES = 8L << 20;
    private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private Restore(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup.
     *
     * @throws DatabaseUnusableException when it is none
     */
    public static Restore open(Path file) {
        try {
            var zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
            if (entry == null) {
                zip.close();
                throw new DatabaseUnusableException(file + " is no backup of Setia.");
            }
            try (InputStream text = zip.getInputStream(entry)) {
                return new Restore(file, zip, BackupManifest.read(text));
            }
        } catch (ZipException damaged) {
            throw new DatabaseUnusableException(file + " is no backup of Setia, or it is damaged.", damaged);
        } catch (IOException fault) {
            throw new DatabaseUnusableException("The backup " + file + " cannot be read: " + fault.getMessage(), fault);
        }
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /**
     * Reads all of it once and compares the checksums.
     *
     * @throws DatabaseUnusableException when something of it was changed or is missing
     */
    public void verify() {
        for (BackupManifest.Table table : manifest.tables()) {
            MessageDigest digest = Backup.sha256();
            try (InputStream content = new DigestInputStream(content(table), digest)) {
                content.transferTo(OutputStream.nullOutputStream());
            } catch (IOException fault) {
                throw damaged(table, fault);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(table.checksum())) {
                throw damaged(table, null);
            }
        }
    }

    private InputStream content(BackupManifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new ZipException("no entry " + table.entry());
        }
        return zip.getInputStream(entry);
    }

    private DatabaseUnusableException damaged(BackupManifest.Table table, IOException fault) {
        return new DatabaseUnusableException("The backup " + file + " is damaged: its rows of " + table.name() + " are not those that were written. Use another one.", fault);
    }

    /**
     * Makes the tables as they were, fills them, and brings them up to date with this Setia. Until all is done the
     * database is marked, and no server starts on it; trying again begins anew.
     *
     * @throws DatabaseUnusableException when the database is not empty, or the backup is of a later Setia
     */
    public void into(DatabaseAddress address) {
        DatabaseAddress patient = address.forLongWork();
        try {
            empty(patient);
            requireKnown(patient);
            if (manifest.demo()) {
                DemoMark.set(patient);
            }
            if (manifest.sandbox()) {
                SandboxMark.set(patient);
            }
            Migrations.migrateTo(patient, manifest.schema());
            RestoreMark.set(patient);
            requireSameMigrations(patient);
            try (Connection connection = patient.connect()) {
                connection.setAutoCommit(false);
                for (BackupManifest.Table table : manifest.tables()) {
                    fill(connection, table);
                }
            }
            Migrations.migrate(patient);
            RestoreMark.remove(patient);
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("The backup cannot be restored into " + address + ": " + fault.getMessage(), fault);
        } catch (IOException fault) {
            throw new DatabaseUnusableException("The backup " + file + " cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** What an unfinished restore left is taken away; anything else is refused. */
    private static void empty(DatabaseAddress address) throws SQLException {
        if (DemoMark.isEmpty(address)) {
            return;
        }
        if (!RestoreMark.isOn(address)) {
            throw new DatabaseUnusableException("The database " + address + " is not empty, and a backup is never restored over data. "
                    + "Name another SETIA_HOME, or an empty database with SETIA_DB_URL.");
        }
        try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
            for (String table : DemoMark.tables(address).stream().filter(name -> !name.equals(RestoreMark.TABLE)).toList()) {
                statement.execute("DROP TABLE `" + table + "`");
            }
            statement.execute("DROP TABLE `" + RestoreMark.TABLE + "`");
        }
    }

    private void requireKnown(DatabaseAddress address) {
        List<String> known = Migrations.known(address);
        if (!known.contains(manifest.schema())) {
            throw new DatabaseUnusableException("This backup was made by Setia " + manifest.setia() + ", whose tables (version "
                    + manifest.schema() + ") this Setia does not know yet (version " + known.getLast() + "). Restore it with that Setia or a later one.");
        }
    }

    private void requireSameMigrations(DatabaseAddress address) {
        Map<String, String> applied = Migrations.applied(address);
        if (!applied.equals(manifest.migrations())) {
            throw new DatabaseUnusableException("This backup was made by another build of Setia, whose tables differ from these. Restore it with Setia " + manifest.setia() + ".");
        }
    }

    private void fill(Connection connection, BackupManifest.Table table) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM `" + table.name() + "`");
        }
        boolean[] bytes = bytes(connection, table);
        long rows = 0;
        try (var in = new DataInputStream(new BufferedInputStream(content(table), 1 << 16));
                PreparedStatement insert = connection.prepareStatement(insert(table))) {
            long waiting = 0;
            while (in.readBoolean()) {
                for (int column = 0; column < bytes.length; column++) {
                    waiting += bind(insert, column + 1, in, bytes[column]);
                }
                insert.addBatch();
                if (++rows % CHUNK_ROWS == 0 || waiting > CHUNK_BYTES) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        if (rows != table.rows()) {
            throw new DatabaseUnusableException("The backup " + file + " promises " + table.rows() + " rows of " + table.name() + " and holds " + rows + ".");
        }
    }

    private static String insert(BackupManifest.Table table) {
        return "INSERT INTO `" + table.name() + "` (`" + String.join("`, `", table.columns()) + "`) VALUES ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
    }

    /** Which columns hold bytes rather than text. */
    private static boolean[] bytes(Connection connection, BackupManifest.Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(
                        "SELECT `" + String.join("`, `", table.columns()) + "` FROM `" + table.name() + "` WHERE 1 = 0")) {
            var bytes = new boolean[table.columns().size()];
            for (int column = 0; column < bytes.length; column++) {
                bytes[column] = BYTES.contains(none.getMetaData().getColumnType(column + 1));
            }
            return bytes;
        }
    }

    private static int bind(PreparedStatement insert, int column, DataInputStream in, boolean bytes)
            throws SQLException, IOException {
        int length = in.readInt();
        if (length == Backup.NULL) {
            insert.setNull(column, Types.NULL);
            return 0;
        }
        byte[] value = in.readNBytes(length);
        if (bytes) {
            insert.setBytes(column, value);
        } else {
            insert.setString(column, new String(value, StandardCharsets.UTF_8));
        }
        return length;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException fault) {
            throw new DatabaseUnusableException("Cannot close " + file, fault);
        }
    }
}
