package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups made by an earlier Setia, by a later one, and of a demonstration. */
class BackupOfAnotherVersionTest {

    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;

    private DatabaseAddress from;
    private DatabaseAddress to;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(directory, Path.of(System.getProperty("setia.test.directory")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void two_empty_schemas() throws SQLException {
        from = schema("setia_from");
        to = schema("setia_to");
    }

    private static DatabaseAddress schema(String name) throws SQLException {
        DatabaseAddress server = database.address();
        try (var connection = server.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        return new DatabaseAddress(server.url().replaceFirst("(jdbc:mysql://[^/]+/)[^?]+", "$1" + name), server.user(), server.password());
    }

    @Test
    void a_backup_of_an_earlier_version_is_brought_up_to_date_with_every_value_as_it_was() throws Exception {
        Migrations.migrateTo(from, "1");
        execute(from, "INSERT INTO lease (name, owner, epoch, held_until) VALUES ('feed', X'00FF27225C0A0D1A0000000000000000', -9223372036854775808, '2026-03-29 02:30:59.123456')");
        execute(from, "INSERT INTO member (id, state, name, birth_date, language, password_hash, enrolled_by, merged_into, joined_at, version, changed_at) "
                + "VALUES (X'01', 'active', 'Wayan “Kopi” 🍵\\n', '1992-02-29', 'id', NULL, 'self', NULL, '1999-12-31 23:59:59.999999', 1, '2026-01-01')");
        Path file = backup("earlier");

        try (Restore restore = Restore.open(file)) {
            restore.verify();
            restore.into(to);
        }

        assertThat(Migrations.applied(to)).hasSizeGreaterThan(1);
        assertThat(RestoreMark.isOn(to)).isFalse();
        for (String values : List.of(
                "SELECT CONCAT_WS('|', name, HEX(owner), epoch, held_until) FROM lease",
                "SELECT CONCAT_WS('|', HEX(id), HEX(name), birth_date, joined_at, password_hash IS NULL) FROM member")) {
            assertThat(text(to, values)).isNotBlank().isEqualTo(text(from, values));
        }
    }

    @Test
    void a_backup_of_a_later_version_is_refused_with_advice() throws Exception {
        Migrations.migrate(from);
        Path file = backup("later");
        rewrite(file, "migrations=.*", "migrations=99:1");

        try (Restore restore = Restore.open(file)) {
            assertThatThrownBy(() -> restore.into(to))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("does not know yet")
                    .hasMessageContaining("a later one");
        }
        assertThat(DemoMark.isEmpty(to)).isTrue();
    }

    @Test
    void a_demonstration_stays_one() throws Exception {
        DemoMark.set(from);
        Migrations.migrate(from);
        Path file = backup("demo");

        try (Restore restore = Restore.open(file)) {
            restore.into(to);
        }

        assertThat(DemoMark.isOn(to)).isTrue();
    }

    @Test
    void something_else_is_no_backup() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "kopi, gula");

        assertThatThrownBy(() -> Restore.open(file))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("is no backup of Setia");
    }

    private Path backup(String name) {
        Path file = directory.resolve(name + ".backup");
        Backup.write(from, file, "test", "0123456789abcdef", "/somewhere/setia.key");
        return file;
    }

    private static void rewrite(Path file, String line, String other) throws IOException {
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Path manifest = zip.getPath(BackupManifest.ENTRY);
            Files.writeString(manifest, Files.readString(manifest).replaceFirst(line, other));
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(DatabaseAddress address, String query) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
