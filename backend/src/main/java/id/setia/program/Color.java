package id.setia.program;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of sRGB, and how well it can be told from others (WCAG 2.2, relative luminance and contrast ratio). */
public record Color(int red, int green, int blue) {

    public static final Color WHITE = new Color(255, 255, 255);

    private static final Color BLACK = new Color(0, 0, 0);
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int STEPS = 512;

    /** The colour written {@code #2b3591}, or nothing. */
    public static Optional<Color> parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return Optional.of(new Color(value >> 16, value >> 8 & 255, value & 255));
    }

    /** The colour in lower case, {@code #2b3591}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** From 1, the same, to 21, black on white. */
    public double contrastTo(Color other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The colour with a share of another one in it, from 0 to 1. */
    Color mixedWith(Color other, double share) {
        return new Color(mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** The nearest shade towards black that stands out from the ground by the ratio at least. */
    Color darkenedUntil(Color ground, double ratio) {
        return towards(BLACK, ground, ratio);
    }

    /** The nearest shade towards white that stands out from the ground by the ratio at least. */
    Color lightenedUntil(Color ground, double ratio) {
        return towards(WHITE, ground, ratio);
    }

    private Color towards(Color end, Color ground, double ratio) {
        for (int step = 0; step < STEPS; step++) {
            Color shade = mixedWith(end, step / (double) STEPS);
            if (shade.contrastTo(ground) >= ratio) {
                return shade;
            }
        }
        return end;
    }
}
