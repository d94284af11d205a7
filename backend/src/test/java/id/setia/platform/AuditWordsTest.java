package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written to the audit trail is told there in words, in both languages. */
class AuditWordsTest {

    private static final Pattern ACTION = Pattern.compile("\"([a-z_]+\\.[a-z_]+)\"");

    /** What classes that write to the trail also name: events, messages, settings. */
    private static final Set<String> NO_ACTIONS = Set.of(
            "case.opened", "contact.changed", "member.closing", "member.kept", "number.released", "partner.ended", "partner.left",
            "password.changed", "setia.background", "setia.demo", "setia.sandbox", "staff.second_factor");

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void every_action_has_words(String language) throws IOException {
        JsonNode words = JsonMapper.createDefault()
                .readValue(Files.readAllBytes(Path.of("..", "frontend", "src", "locales", language, "people.json")), JsonNode.class)
                .get("people")
                .get("actions");

        assertThat(actions()).hasSizeGreaterThan(100).allSatisfy(action -> assertThat(words.get(action.replace('.', '_')))
                .as(action)
                .isNotNull());
    }

    private static Set<String> actions() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (List.of("AuditTrail", "ReadOperation").stream().anyMatch(text::contains)) {
                    ACTION.matcher(text).results().map(found -> found.group(1)).forEach(actions::add);
                }
            }
        }
        actions.removeAll(NO_ACTIONS);
        return actions;
    }
}
