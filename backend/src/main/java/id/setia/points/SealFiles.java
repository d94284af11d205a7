package id.setia.points;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last seal of each day in a file beside the data, {@code seals/2026-11-28.seal}: its number, its time and its code, and a
 * mark of the key, since files made for another database say nothing of this one. Who keeps a copy elsewhere can tell
 * whether the whole database was put back to an older state.
 */
@Singleton
class SealFiles {

    private static final String ENDING = ".seal";

    private final Path directory;
    private final String mark;

    SealFiles(SealKey key, @Value("${setia.home:.setia}") String home) {
        this.mark = HexFormat.of().formatHex(key.code("file").end(), 0, 8);
        this.directory = Path.of(home, "seals").toAbsolutePath();
    }

    static String text(Seal seal) {
        return seal.number() + " " + seal.sealedAt() + " " + HexFormat.of().formatHex(seal.code());
    }

    /** Writes the day's last seal so far. */
    void write(Seal seal) {
        String day = seal.sealedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        try {
            Files.createDirectories(directory);
            Path draft = directory.resolve(day + ".new");
            Files.writeString(draft, text(seal) + " " + mark + "\n");
            Files.move(
                    draft, directory.resolve(day + ENDING), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** What the files say, by the numbers of the seals. */
    Map<Long, String> codes() {
        if (!Files.isDirectory(directory)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            Map<Long, String> codes = new TreeMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                String text = Files.readString(file).strip();
                if (text.endsWith(" " + mark)) {
                    String said = text.substring(0, text.length() - mark.length() - 1);
                    codes.put(number(said), said);
                }
            }
            return codes;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** One that cannot be read stands for no seal there is. */
    private static long number(String text) {
        String first = text.split(" ")[0];
        return first.matches("\\d{1,18}") ? Long.parseLong(first) : -1;
    }
}
