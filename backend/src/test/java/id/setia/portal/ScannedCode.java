package id.setia.portal;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** What a till's scanner reads of a screen. */
final class ScannedCode {

    private static final int QUIET = 24;

    private ScannedCode() {}

    /** The text of the QR that an element shows. */
    static String read(Locator shown) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.screenshot()));
            int width = picture.getWidth() + 2 * QUIET;
            int height = picture.getHeight() + 2 * QUIET;
            int[] pixels = new int[width * height];
            Arrays.fill(pixels, 0xFFFFFF);
            picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), pixels, QUIET * width + QUIET, width);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
        } catch (NotFoundException blank) {
            throw new AssertionError("no QR is to be seen", blank);
        } catch (ReaderException unreadable) {
            throw new AssertionError("the QR cannot be read", unreadable);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
