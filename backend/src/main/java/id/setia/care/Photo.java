package id.setia.care;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes a photo anew as a JPEG of at most 1,600 points a side: what is kept is a picture and nothing else, neither where it
 * was taken nor anything that pretends to be one.
 */
final class Photo {

    static final int LARGEST_BYTES = 8 * 1024 * 1024;

    private static final int LONGEST_SIDE = 1_600;
    private static final long MOST_PIXELS = 60_000_000L;

    private Photo() {}

    /** @throws Problem {@code photo_unreadable} for anything but a JPEG or PNG of a sensible size */
    static byte[] clean(byte[] sent) {
        if (sent.length == 0 || sent.length > LARGEST_BYTES) {
            throw unreadable();
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (reader.getFormatName().equalsIgnoreCase("jpeg") || reader.getFormatName().equalsIgnoreCase("png")) {
                    return jpeg(shrunk(read(reader, input)));
                }
            }
            throw unreadable();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException error) {
            throw unreadable();
        }
    }

    /** Reads only as many points as are needed, so that a huge picture does not fill the memory. */
    private static BufferedImage read(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw unreadable();
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.max(width, height) / (2L * LONGEST_SIDE));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        drawing.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        drawing.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static Problem unreadable() {
        return Problem.of(ProblemCode.PHOTO_UNREADABLE, LARGEST_BYTES / (1024 * 1024));
    }
}
