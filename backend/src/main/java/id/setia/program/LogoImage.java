package id.setia.program;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A picture as its own bytes describe it, whatever its name says: PNG, JPEG or WebP.
 *
 * @param mediaType {@code image/png}
 */
public record LogoImage(String mediaType, int width, int height) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int JPEG_START = 0xffd8;
    private static final int START_OF_FRAME = 0xc0;
    private static final int START_OF_SCAN = 0xda;

    /** The picture behind the bytes, or nothing where they are none of the three kinds. */
    public static Optional<LogoImage> of(byte[] content) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            return png(content, bytes).or(() -> jpeg(bytes)).or(() -> webp(content, bytes));
        } catch (IndexOutOfBoundsException cutShort) {
            return Optional.empty();
        }
    }

    private static Optional<LogoImage> png(byte[] content, ByteBuffer bytes) {
        return content.length > 24 && Arrays.equals(content, 0, 8, PNG, 0, 8) && text(content, 12).equals("IHDR")
                ? Optional.of(new LogoImage("image/png", bytes.getInt(16), bytes.getInt(20)))
                : Optional.empty();
    }

    /** Goes from marker to marker up to the one that tells the size (ISO/IEC 10918-1, annex B). */
    private static Optional<LogoImage> jpeg(ByteBuffer bytes) {
        if (bytes.capacity() < 4 || (bytes.getShort(0) & 0xffff) != JPEG_START) {
            return Optional.empty();
        }
        int place = 2;
        while ((bytes.get(place) & 0xff) == 0xff) {
            int marker = bytes.get(place + 1) & 0xff;
            if (marker == 0xff) {
                place++;
            } else if (isFrame(marker)) {
                return Optional.of(new LogoImage(
                        "image/jpeg", bytes.getShort(place + 7) & 0xffff, bytes.getShort(place + 5) & 0xffff));
            } else if (marker == START_OF_SCAN) {
                return Optional.empty();
            } else {
                place += 2 + (bytes.getShort(place + 2) & 0xffff);
            }
        }
        return Optional.empty();
    }

    /** C0 to CF, without DHT, JPG and DAC, which are no frames. */
    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAME && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The three forms of WebP (RFC 9649). */
    private static Optional<LogoImage> webp(byte[] content, ByteBuffer bytes) {
        if (content.length < 30 || !text(content, 0).equals("RIFF") || !text(content, 8).equals("WEBP")) {
            return Optional.empty();
        }
        ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return switch (text(content, 12)) {
            case "VP8 " -> Optional.of(webp(little.getShort(26) & 0x3fff, little.getShort(28) & 0x3fff));
            case "VP8L" -> Optional.of(webp((little.getInt(21) & 0x3fff) + 1, (little.getInt(21) >>> 14 & 0x3fff) + 1));
            case "VP8X" -> Optional.of(webp((little.getInt(24) & 0xffffff) + 1, (little.getInt(26) >>> 8 & 0xffffff) + 1));
            default -> Optional.empty();
        };
    }

    private static LogoImage webp(int width, int height) {
        return new LogoImage("image/webp", width, height);
    }

    private static String text(byte[] content, int from) {
        return new String(content, from, 4, StandardCharsets.ISO_8859_1);
    }
}
