package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.setia.testing.SetiaTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract once more, in OpenAPI 3.1. */
@SetiaTest
class ContractNewerTest {

    private static final String OLDER = """
            openapi: 3.0.1
            info: {title: Trial, version: 1.0.0}
            paths:
              /things:
                get:
                  parameters:
                    - {name: after, in: query, schema: {type: string, nullable: true, example: abc}}
                  responses:
                    '200': {description: Things., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, example: {nullable: true}}}}
            components:
              schemas:
                Thing:
                  type: object
                  properties:
                    nullable: {type: boolean, description: A name that looks like a keyword.}
                    colour: {type: string, nullable: true, enum: [red, green]}
                    weight: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
                    picture: {type: string, format: byte}
                    owner: {nullable: true, allOf: [{$ref: '#/components/schemas/Owner'}]}
                Owner: {type: object, nullable: true}
            x-webhooks:
              thing.made:
                post: {requestBody: {content: {application/json: {schema: {type: integer, nullable: true}}}}, responses: {'204': {description: Taken.}}}
            """;

    private final Http http;

    ContractNewerTest(Http http) {
        this.http = http;
    }

    @Test
    void what_may_be_null_has_two_types_and_excluded_limits_are_numbers() {
        Map<String, Object> newer = ContractNewer.of(Yaml.read(OLDER));
        Map<String, Object> thing = Tree.map(at(newer, "components", "schemas", "Thing", "properties"));

        assertThat(newer).containsEntry("openapi", "3.1.1").doesNotContainKey("x-webhooks");
        assertThat(thing.get("nullable")).isEqualTo(Map.of("type", "boolean", "description", "A name that looks like a keyword."));
        assertThat(at(thing, "colour", "type")).isEqualTo(List.of("string", "null"));
        assertThat(Tree.list(at(thing, "colour", "enum"))).containsExactly("red", "green", null);
        assertThat(thing.get("weight")).isEqualTo(Map.of("type", "number", "exclusiveMinimum", 0, "maximum", 9));
        assertThat(thing.get("picture")).isEqualTo(Map.of("type", "string", "contentEncoding", "base64"));
        assertThat(Tree.map(thing.get("owner"))).containsOnlyKeys("allOf");
        assertThat(at(newer, "webhooks", "thing.made", "post", "requestBody", "content", "application/json", "schema", "type"))
                .isEqualTo(List.of("integer", "null"));
        assertThat(at(newer, "paths", "/things", "get", "responses", "200", "content", "application/json", "example"))
                .isEqualTo(Map.of("nullable", true));
    }

    @Test
    void the_server_shows_it_and_nothing_of_3_0_is_left() {
        Http.Answer answer = http.get("/api/v1/openapi-3.1.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(answer.body()).startsWith("openapi: 3.1.1\n").doesNotContain("nullable: true", "exclusiveMinimum: true", "format: binary");
        assertThat(Yaml.read(answer.body()).get("paths")).isNotNull();
    }

    /** By the linter that the pages' build brings along, in its strict form for 3.1. */
    @Test
    void a_validator_finds_nothing_wrong(@TempDir Path directory) throws IOException, InterruptedException {
        Path modules = Path.of("..", "frontend", "node_modules", "@redocly", "openapi-core").toAbsolutePath();
        assumeTrue(Files.isDirectory(modules), "skipped: frontend/node_modules has no validator of OpenAPI");
        Path document = Files.writeString(directory.resolve("openapi-3.1.yaml"), http.get("/api/v1/openapi-3.1.yaml").body());
        Process validator = new ProcessBuilder("node", Path.of("src", "test", "resources", "validate-openapi.cjs").toString(), document.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(validator.waitFor()).as(said).isZero();
        assertThat(said).contains("0 problems");
    }

    private static Object at(Map<String, Object> document, String... path) {
        Object value = document;
        for (String name : path) {
            value = Tree.map(value).get(name);
        }
        return value;
    }
}
