package id.setia.kernel;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A text in both languages of the portal. */
@Serdeable
@Schema(description = "A text in Indonesian and English.")
public record LocalText(
        @Schema(description = "Indonesian", example = "Poin 2× setiap Minggu") String id,
        @Schema(description = "English", example = "Double points every Sunday") String en) {

    public static LocalText of(String id, String en) {
        return new LocalText(id, en);
    }

    /** The text in the language given, English for anything but {@code id}. */
    public String in(String language) {
        return "id".equals(language) ? id : en;
    }
}
