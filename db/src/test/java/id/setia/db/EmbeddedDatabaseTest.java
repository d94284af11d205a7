package id.setia.db;

import static id.setia.db.Notes.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("setia.test.directory"));

    @TempDir
    Path directory;

    @Test
    void a_second_start_keeps_what_the_first_was_given() throws SQLException {
        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            assertThat(database.fresh()).isTrue();
            Notes.keep(database.address());
        }

        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            assertThat(database.fresh()).isFalse();
            assertThat(Notes.read(database.address())).isEqualTo(NOTE);
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused() {
        try (var first = EmbeddedDatabase.start(directory, PROGRAMS)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(directory, PROGRAMS))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("Another Setia is running on " + directory.toAbsolutePath());
            assertThat(ProcessHandle.of(first.processId())).get().matches(ProcessHandle::isAlive);
        }
    }

    @Test
    void a_database_left_over_from_a_killed_program_is_taken_over_and_stops_with_who_did() throws Exception {
        long orphan = orphan();

        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            assertThat(database.processId()).isEqualTo(orphan);
            assertThat(Notes.read(database.address())).isEqualTo(NOTE);
        }

        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_database_taken_over_comes_back_when_it_is_killed() throws Exception {
        long orphan = orphan();

        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            ProcessHandle running = ProcessHandle.of(orphan).orElseThrow();
            running.destroyForcibly();
            running.onExit().join();

            assertThat(noteOnceItIsBack(database.address())).isEqualTo(NOTE);
            assertThat(database.processId()).isNotEqualTo(orphan);
        }
    }

    @Test
    void a_database_left_over_whose_address_is_unknown_is_stopped_and_nothing_is_lost() throws Exception {
        long orphan = orphan();
        Files.delete(directory.resolve("database.port"));

        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(Notes.read(database.address())).isEqualTo(NOTE);
        }
    }

    @Test
    void a_database_left_over_is_known_behind_a_link_to_its_programs() throws Exception {
        long orphan = orphan();
        Path link = Files.createSymbolicLink(directory.resolve("link"), PROGRAMS.toAbsolutePath());

        try (var database = EmbeddedDatabase.start(directory, link)) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(Notes.read(database.address())).isEqualTo(NOTE);
        }
    }

    /** @return the process id of a database whose program was killed */
    private long orphan() throws Exception {
        Process program = startInAnotherProgram();
        long orphan = firstNumberFrom(program);
        program.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);
        return orphan;
    }

    @Test
    void a_killed_database_comes_back_at_its_address_and_nothing_is_lost() throws Exception {
        long killed;
        long back;
        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            Notes.keep(database.address());
            killed = database.processId();
            ProcessHandle running = ProcessHandle.of(killed).orElseThrow();
            running.destroyForcibly();
            running.onExit().join();

            assertThat(noteOnceItIsBack(database.address())).isEqualTo(NOTE);
            back = database.processId();
        }

        assertThat(back).isNotEqualTo(killed);
        assertThat(ProcessHandle.of(back).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_closed_database_leaves_no_process_behind() {
        long process;
        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            process = database.processId();
        }

        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void nobody_enters_without_the_password() {
        try (var database = EmbeddedDatabase.start(directory, PROGRAMS)) {
            String url = database.address().url();
            for (String user : new String[] {"root", "", "setia", "mariadb.sys"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
                        .as("user '%s' without a password", user)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_reads_the_password() throws IOException {
        EmbeddedDatabase.start(directory, PROGRAMS).close();

        for (String secret : new String[] {"database.password", "database.init.sql"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(secret)))).as(secret).isEqualTo("rw-------");
        }
    }

    private static String noteOnceItIsBack(DatabaseAddress address) throws SQLException {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                return Notes.read(address);
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(latest)) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    private Process startInAnotherProgram() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"), ProgramToKill.class.getName(),
                        directory.toString(), PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long firstNumberFrom(Process program) throws IOException {
        try (var lines = program.inputReader()) {
            return Long.parseLong(lines.readLine());
        }
    }
}
