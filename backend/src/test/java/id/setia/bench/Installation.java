package id.setia.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of an installation: jars only, as the archive of loaded classes needs them, and without the tests. */
final class Installation {

    private Installation() {}

    /** Packs what was compiled into jars, where it is newer than they are; the archive of classes then is made anew, too. */
    static String classPath(Path directory) throws IOException {
        Path lib = Files.createDirectories(directory.resolve("lib"));
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (Files.isRegularFile(path)) {
                jars.add(path.toString());
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                Path jar = lib.resolve(path.getName(path.getNameCount() - 3) + ".jar");
                if (pack(path, jar)) {
                    Files.deleteIfExists(archive(directory));
                }
                jars.add(jar.toString());
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    /** Where the server keeps its loaded classes for quicker starts. */
    static Path archive(Path directory) {
        return directory.resolve("classes.jsa");
    }

    private static boolean pack(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(path -> !path.equals(classes)).sorted().toList();
        }
        if (Files.exists(jar) && newest(files).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            return false;
        }
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (Path source : files) {
                String name = classes.relativize(source).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(source) ? name + "/" : name));
                if (Files.isRegularFile(source)) {
                    Files.copy(source, out);
                }
                out.closeEntry();
            }
        }
        return true;
    }

    private static FileTime newest(List<Path> files) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path file : files) {
            FileTime changed = Files.getLastModifiedTime(file);
            newest = changed.compareTo(newest) > 0 ? changed : newest;
        }
        return newest;
    }
}
