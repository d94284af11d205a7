package id.setia.db;

import java.nio.file.Path;

/** Starts a database, keeps a note in it, tells its process id and then waits to be killed. */
final class ProgramToKill {

    private ProgramToKill() {
    }

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]));
        Notes.keep(database.address());
        System.out.println(database.processId());
        System.out.flush();
        Thread.currentThread().join();
    }
}
