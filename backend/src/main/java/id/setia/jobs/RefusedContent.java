package id.setia.jobs;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** A refused row as it is kept: one that is very long is cut, and stays one line of CSV. */
final class RefusedContent {

    private static final int MOST_BYTES = 8_000;
    private static final String CUT = "…";

    private RefusedContent() {}

    static String kept(String line) {
        if (line.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return line;
        }
        CharBuffer characters = CharBuffer.wrap(line);
        StandardCharsets.UTF_8.newEncoder().encode(characters, ByteBuffer.allocate(MOST_BYTES - 4), true);
        String begun = line.substring(0, characters.position()).replaceFirst("\"+$", "");
        boolean open = begun.chars().filter(character -> character == '"').count() % 2 == 1;
        return begun + CUT + (open ? "\"" : "");
    }
}
