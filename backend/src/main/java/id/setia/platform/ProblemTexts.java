package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of problems in both languages. */
@Singleton
class ProblemTexts {

    static final List<String> LANGUAGES = List.of("id", "en");

    private final Map<String, Properties> texts = Map.of("id", load("id"), "en", load("en"));

    /** The language of the texts that suits an {@code Accept-Language} best; Indonesian where it names none or is unreadable. */
    String language(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return "id";
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? "id" : found;
        } catch (IllegalArgumentException unreadable) {
            return "id";
        }
    }

    String title(Problem problem, String language) {
        return text(problem.code().code() + ".title", List.of(), language);
    }

    String detail(Problem problem, String language) {
        return text(problem.code().code() + ".detail", problem.arguments(), language);
    }

    String detail(FieldError error, String language) {
        return text("field." + error.code(), error.arguments(), language);
    }

    Set<String> keys(String language) {
        return new TreeSet<>(texts.get(language).stringPropertyNames());
    }

    String pattern(String key, String language) {
        return texts.get(language).getProperty(key, key);
    }

    private String text(String key, List<Object> arguments, String language) {
        return new MessageFormat(pattern(key, language), Locale.of(language)).format(arguments.stream()
                .map(argument -> argument instanceof LocalText words ? words.in(language) : argument)
                .toArray());
    }

    private static Properties load(String language) {
        try (InputStream file = ProblemTexts.class.getResourceAsStream("/problems_" + language + ".properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
