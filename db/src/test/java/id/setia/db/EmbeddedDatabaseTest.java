package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("setia.test.directory"));

    @TempDir
    Path directory;

    @Test
    void a_started_database_answers() throws SQLException {
        try (var database = EmbeddedDatabase.start(directory, PROGRAMS);
                var connection = DriverManager.getConnection(database.address().url(), database.address().user(), database.address().password());
                var result = connection.createStatement().executeQuery("SELECT 1")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(1);
            assertThat(database.fresh()).isTrue();
        }
    }
}
