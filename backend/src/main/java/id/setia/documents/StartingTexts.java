package id.setia.documents;

import id.setia.kernel.LocalText;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts a deployment begins with, made for Indonesia's Law 27/2022, to be reviewed by whoever runs the programme. */
@Singleton
class StartingTexts {

    private static final String PROGRAM = "{program}";

    private final ResourceResolver resources;

    StartingTexts(ResourceResolver resources) {
        this.resources = resources;
    }

    LocalText of(DocumentKind kind, String programName) {
        return LocalText.of(text(kind, "id", programName), text(kind, "en", programName));
    }

    private String text(DocumentKind kind, String language, String programName) {
        String name = "classpath:documents/" + kind.value() + "_" + language + ".md";
        try (InputStream text = resources.getResourceAsStream(name).orElseThrow()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip().replace(PROGRAM, programName);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
