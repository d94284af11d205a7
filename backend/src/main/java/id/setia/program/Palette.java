package id.setia.program;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The shades that follow from a programme's primary colour, so chosen that text stays readable (at least 4.5 to 1, WCAG
 * 2.2, 1.4.3) on every ground of the portal, by day and in the dark.
 */
@Serdeable
@Schema(description = "Shades that follow from the primary color, readable on every ground of the portal.")
public record Palette(
        @Schema(description = "For actions and links on light ground.", example = "#2b3591") String light,
        @Schema(description = "The same under the pointer.", example = "#222a78") String lightHover,
        @Schema(description = "Ground of what is chosen, on light ground.", example = "#e9ebfa") String lightSoft,
        @Schema(description = "For actions and links on dark ground.", example = "#aab2ff") String dark,
        @Schema(description = "The same under the pointer.", example = "#c3c9ff") String darkHover,
        @Schema(description = "Ground of what is chosen, on dark ground.", example = "#2a2d55") String darkSoft) {

    /** Contrast that text needs. */
    public static final double READABLE = 4.5;

    /** The darkest light ground text of the colour stands on. */
    static final Color SUNKEN = new Color(0xf4, 0xef, 0xe7);

    /** Text on buttons in the dark, and the ground they stand on. */
    static final Color NIGHT = new Color(0x16, 0x15, 0x1d);

    static final Color NIGHT_SURFACE = new Color(0x21, 0x1f, 0x2b);

    private static final double A_LITTLE_MORE = 4.6;
    private static final double BY_NIGHT = 7;
    private static final double HOVER = 0.18;
    private static final double FAINTEST = 0.97;
    private static final double FAINT = 0.9;

    /** The shades of a colour. */
    public static Palette of(Color primary) {
        Color light = primary.darkenedUntil(SUNKEN, A_LITTLE_MORE);
        Color dark = primary.lightenedUntil(NIGHT_SURFACE, BY_NIGHT);
        return new Palette(
                light.hex(),
                light.mixedWith(NIGHT, HOVER).hex(),
                soft(light, Color.WHITE).hex(),
                dark.hex(),
                dark.mixedWith(Color.WHITE, HOVER * 2).hex(),
                soft(dark, NIGHT_SURFACE).hex());
    }

    /** As strong a tint of the ground as the shade can still be read on. */
    private static Color soft(Color shade, Color ground) {
        for (double share = FAINT; share < FAINTEST; share += 0.01) {
            Color tint = shade.mixedWith(ground, share);
            if (shade.contrastTo(tint) >= A_LITTLE_MORE) {
                return tint;
            }
        }
        return shade.mixedWith(ground, FAINTEST);
    }

    /** Whether white text can be read on the colour. */
    public static boolean carriesWhite(Color primary) {
        return primary.contrastTo(Color.WHITE) >= READABLE;
    }

    /** The nearest shade that white text can be read on. */
    public static Color nearestThatCarriesWhite(Color primary) {
        return primary.darkenedUntil(Color.WHITE, READABLE);
    }
}
