package id.setia.messages;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The texts of messages in both languages. */
@Singleton
public class MessageTexts {

    private final Map<String, Properties> texts = Map.of("id", read("id"), "en", read("en"));

    /** The text of the key in {@code id} or {@code en}, its places filled. */
    public String text(String language, String key, Object... arguments) {
        String pattern = Optional.ofNullable(texts.get(language).getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no message text " + key));
        return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
    }

    private static Properties read(String language) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                MessageTexts.class.getResourceAsStream("/messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return properties;
    }
}
