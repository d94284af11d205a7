package id.setia.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoImageTest {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg"})
    void a_picture_tells_its_kind_and_size(String format, String mediaType) throws IOException {
        assertThat(LogoImage.of(picture(format, 320, 64))).contains(new LogoImage(mediaType, 320, 64));
    }

    /** Heads of files in the three forms of WebP, as RFC 9649 lays them out. */
    @ParameterizedTest
    @CsvSource({
        "56503820 00000000 000000 9d012a 4001 4000 0000, 320, 64",
        "5650384c 00000000 2f 3fc10f00 0000000000000000, 320, 64",
        "56503858 0a000000 00000000 3f0100 3f0000 00000000, 320, 64"
    })
    void webp_tells_its_size_in_each_of_its_forms(String head, int width, int height) {
        byte[] content = HexFormat.of().parseHex(("52494646 20000000 57454250" + head).replace(" ", ""));

        assertThat(LogoImage.of(Arrays.copyOf(content, 64))).contains(new LogoImage("image/webp", width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'></svg>", "GIF89a______________________", "", "RIFF____WEBPVP9 ____________________"})
    void anything_else_is_no_picture(String content) {
        assertThat(LogoImage.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void a_picture_cut_short_anywhere_breaks_nothing() throws IOException {
        for (String format : new String[] {"png", "jpg"}) {
            byte[] whole = picture(format, 40, 40);
            for (int length = 0; length < Math.min(whole.length, 600); length++) {
                LogoImage.of(Arrays.copyOf(whole, length))
                        .ifPresent(image -> assertThat(image.width()).isEqualTo(40));
            }
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
