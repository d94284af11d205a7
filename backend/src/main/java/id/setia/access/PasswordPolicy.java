package id.setia.access;

import id.setia.kernel.FieldError;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords may be chosen: 10 to 128 characters, none of the commonest, and not one's own e-mail address. */
@Singleton
public class PasswordPolicy {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;

    private final Set<String> common = readCommon();

    /** What is wrong with the password, if anything. */
    public Optional<FieldError> objection(String pointer, String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(new FieldError(pointer, "password_too_short", List.of(SHORTEST)));
        }
        if (length > LONGEST) {
            return Optional.of(new FieldError(pointer, "password_too_long", List.of(LONGEST)));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || lower.chars().distinct().count() < 3) {
            return Optional.of(new FieldError(pointer, "password_too_common", List.of()));
        }
        if (EmailAddress.normal(password).equals(EmailAddress.normal(email))) {
            return Optional.of(new FieldError(pointer, "password_is_email", List.of()));
        }
        return Optional.empty();
    }

    private static Set<String> readCommon() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PasswordPolicy.class.getResourceAsStream("/common-passwords.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
