package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.PublicId;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * The table of worked examples: given these rules and this receipt, these points and this explanation. Rules are read as
 * staff write them and judged by the engine itself.
 */
@SetiaTest
class WorkedExamplesTest {

    private static final int LEAST = 150;

    @Inject
    TestShop shop;

    @Inject
    Calendars calendars;

    @Inject
    RuleTermsReader reader;

    @Inject
    Explanations explanations;

    @Inject
    JsonMapper mapper;

    @Inject
    IdMaker ids;

    @Inject
    TestStaff staff;

    @TestFactory
    Stream<DynamicTest> worked_examples() {
        shop.open();
        Map<String, Object> table = table();
        ExampleWorld world = new ExampleWorld(shop.store(), map(table.get("calendars")), this::calendar, this::audience);
        ExampleRules rules = new ExampleRules(map(table.get("rules")), world, reader, mapper);
        return examples(table).stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.get("example").toString(),
                        () -> new WorkedExample(example, rules, world, explanations).check()));
    }

    @Test
    void there_are_enough_of_them_and_each_has_a_name_of_its_own() {
        List<Map<String, Object>> examples = examples(table());

        assertThat(examples).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(examples.stream().map(example -> example.get("example"))).doesNotHaveDuplicates();
    }

    private Calendar calendar(String name, List<CalendarSpan> spans) {
        return calendars.create(
                new Caller.Stranger(),
                new CreateCalendarRequest(
                        "uji-" + ids.next().toString().substring(24), LocalText.of(name, name), spans));
    }

    private UUID audience(String name) {
        String made = staff.signedIn(Role.MARKETER)
                .post("/api/v1/audiences", "{\"name\":\"" + name + "\"}")
                .text("audienceId");
        return PublicId.AUDIENCE.parse(made).orElseThrow();
    }

    private static Map<String, Object> table() {
        try (InputStream file = WorkedExamplesTest.class.getResourceAsStream("/worked-examples.yaml")) {
            return new Yaml().load(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> examples(Map<String, Object> table) {
        return (List<Map<String, Object>>) table.get("examples");
    }

    /** The entries of a table, nothing where it is absent. */
    static Map<String, Object> map(Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> table) {
            table.forEach((key, entry) -> entries.put(key.toString(), entry));
        }
        return entries;
    }

    /** A text without the spaces that do not break. */
    static String plain(String text) {
        return text.replace(MoneyText.TIE, " ");
    }
}
