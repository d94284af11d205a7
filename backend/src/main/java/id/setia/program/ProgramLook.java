package id.setia.program;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * How the programme looks.
 *
 * @param primaryColor {@code #2b3591}; without one the product's own colours
 * @param logo without one the product's own mark
 */
@Serdeable
public record ProgramLook(@Nullable String primaryColor, @Nullable Logo logo) {

    /** The setting's name. */
    public static final String SETTING = "program.look";

    /** While nobody has chosen anything. */
    public static final ProgramLook PLAIN = new ProgramLook(null, null);

    /**
     * A picture that was uploaded.
     *
     * @param name what it is kept under; another picture has another name
     */
    @Serdeable
    public record Logo(String name, int width, int height) {}

    public Optional<Palette> palette() {
        return Optional.ofNullable(primaryColor).flatMap(Color::parse).map(Palette::of);
    }

    public ProgramLook withColor(Optional<Color> color) {
        return new ProgramLook(color.map(Color::hex).orElse(null), logo);
    }

    public ProgramLook withLogo(@Nullable Logo other) {
        return new ProgramLook(primaryColor, other);
    }
}
