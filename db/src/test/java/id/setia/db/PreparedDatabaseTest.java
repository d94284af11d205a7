package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to a database before a server uses it. */
class PreparedDatabaseTest {

    @TempDir
    static Path directory;

    private static EmbeddedDatabase database;

    private DatabaseAddress address;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(directory, Path.of(System.getProperty("setia.test.directory")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void emptyTheSchema() throws SQLException {
        address = database.address();
        try (var connection = address.forLongWork().connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia");
            statement.execute("CREATE DATABASE setia");
        }
    }

    @Test
    void a_fraction_of_a_second_survives() {
        assertThatCode(() -> FractionCheck.require(address)).doesNotThrowAnyException();
    }

    @Test
    void a_connection_that_drops_fractions_is_refused_with_advice() {
        var careless = new DatabaseAddress(address.url().replace("sendFractionalSeconds=true", "sendFractionalSeconds=false"), address.user(), address.password());

        assertThatThrownBy(() -> FractionCheck.require(careless))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessageContaining("must keep microseconds")
                .hasMessageContaining("sendFractionalSeconds=true");
    }

    @Test
    void a_database_that_does_not_answer_is_told_in_one_line() {
        var nowhere = new DatabaseAddress("jdbc:mysql://127.0.0.1:1/setia", "setia", "secret");

        assertThatThrownBy(() -> FractionCheck.require(nowhere))
                .isInstanceOf(DatabaseUnusableException.class)
                .hasMessage("The database at setia@jdbc:mysql://127.0.0.1:1/setia cannot be used: Communications link failure");
    }

    @Test
    void migrating_twice_changes_nothing_more() {
        Migrations.migrate(address);

        assertThatCode(() -> Migrations.migrate(address)).doesNotThrowAnyException();
        assertThat(DemoMark.isEmpty(address)).isFalse();
    }

    @Test
    void a_marked_database_can_be_migrated_and_stays_marked() {
        DemoMark.set(address);

        Migrations.migrate(address);

        assertThat(DemoMark.isOn(address)).isTrue();
    }

    @Test
    void a_migrated_database_is_not_for_demonstration() {
        Migrations.migrate(address);

        assertThat(DemoMark.isOn(address)).isFalse();
    }

    @Test
    void a_database_of_someone_else_is_left_alone() throws SQLException {
        Notes.keep(address);

        assertThatThrownBy(() -> Migrations.migrate(address)).isInstanceOf(DatabaseUnusableException.class).hasMessageContaining("non-empty schema");
    }

    @Test
    void a_first_start_that_was_killed_between_two_tables_is_forgotten_and_begun_anew() throws SQLException {
        Migrations.migrateTo(address, "1");
        execute("DELETE FROM flyway_schema_history WHERE version = '1'");

        database.forgetUnfinishedStart();

        assertThat(DemoMark.isEmpty(address)).isTrue();
        assertThatCode(() -> Migrations.migrate(address)).doesNotThrowAnyException();
    }

    @Test
    void a_demonstration_that_was_not_filled_is_forgotten_and_a_filled_one_stays() throws SQLException {
        DemoMark.begin(address);
        Migrations.migrate(address);
        foundAProgramme();

        database.forgetUnfinishedStart();
        assertThat(DemoMark.isEmpty(address)).isTrue();

        DemoMark.begin(address);
        Migrations.migrate(address);
        foundAProgramme();
        try (var connection = address.connect()) {
            DemoMark.finish(connection);
        }
        database.forgetUnfinishedStart();
        assertThat(DemoMark.isOn(address)).isTrue();
    }

    @Test
    void a_database_with_a_programme_or_an_unfinished_restore_is_never_emptied() throws SQLException {
        Migrations.migrate(address);
        foundAProgramme();
        database.forgetUnfinishedStart();
        assertThat(DemoMark.isEmpty(address)).isFalse();

        execute("DELETE FROM program");
        RestoreMark.set(address);
        database.forgetUnfinishedStart();
        assertThat(DemoMark.isEmpty(address)).isFalse();
    }

    private void foundAProgramme() throws SQLException {
        execute("""
                INSERT INTO program (id, name, currency, time_zone, points_name_id, points_name_en, point_worth, demo, created_at)
                VALUES (1, 'Uji', 'IDR', 'Asia/Jakarta', 'poin', 'points', 10, 0, '2026-11-20 11:42:00')""");
    }

    private void execute(String statement) throws SQLException {
        try (var connection = address.connect(); var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
