package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.setia.jobs.JobRunner;
import id.setia.kernel.TestFeed;
import id.setia.posting.Warning;
import id.setia.testing.Browser;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the guides, run by a shell against a demonstration, in the order of the page. Where an answer follows a
 * command, each of its fields is in the real one; where none tells of a refusal, there is none.
 */
@ExtendWith(Demonstration.Provided.class)
class GuidesTest {

    private static final Path BOTH = Path.of("..", "api-spec", "src", "main", "resources", "guides");
    private static final Path GUIDES = BOTH.resolve("en");
    private static final List<String> LANGUAGES = List.of("en", "id");
    private static final Duration STEP = Duration.ofMillis(300);
    private static final Pattern FENCE = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| `([a-zA-Z_]+)` \\| [^|]{5,} ", Pattern.MULTILINE);
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z]+)\":");
    private static final String MARK = "@@ block ";

    private final Demonstration demonstration;

    @TempDir
    private Path directory;

    GuidesTest(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    private record Block(String language, String text) {}

    @BeforeAll
    static void look_for_a_shell() {
        assumeTrue(Stream.of("bash", "curl", "sed", "grep").allMatch(GuidesTest::isThere), "skipped: the commands of the guides need bash and curl, which are not here");
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void the_commands_of_a_guide_do_what_it_says(Path guide) throws IOException, InterruptedException {
        List<Block> blocks = blocks(guide);
        Map<Integer, String> said = run(blocks);

        for (int index = 0; index < blocks.size(); index++) {
            if (blocks.get(index).language().equals("sh")) {
                Block next = index + 1 < blocks.size() ? blocks.get(index + 1) : new Block("", "");
                String answer = next.language().equals("json") ? next.text() : "";
                assertThat(fields(said.get(index))).as("%s, block %d: %s", guide.getFileName(), index, said.get(index)).containsAll(fields(answer));
                assertThat(said.get(index).contains("\"requestId\""))
                        .as("a refusal in %s, block %d: %s", guide.getFileName(), index, said.get(index))
                        .isEqualTo(answer.contains("\"requestId\""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void both_languages_show_the_same_commands_and_samples(Path guide) throws IOException {
        assertThat(blocks(BOTH.resolve("id").resolve(guide.getFileName()))).isEqualTo(blocks(guide));
    }

    private static List<Block> blocks(Path guide) throws IOException {
        return FENCE.matcher(Files.readString(guide))
                .results()
                .map(match -> new Block(match.group(1), match.group(2)))
                .toList();
    }

    @Test
    void the_body_of_a_webhook_has_the_fields_of_a_real_event() throws IOException {
        demonstration.bean(TestFeed.class).move();
        Browser system = system();
        JsonNode items = system.get("/api/v1/events?types=purchase.posted&limit=100").json().get("items");
        JsonNode real = StreamSupport.stream(items.values().spliterator(), false)
                .filter(event -> event.get("memberId") != null)
                .findFirst()
                .orElseThrow();

        String sample = blocks(GUIDES.resolve("07-webhooks.md")).stream()
                .filter(block -> block.language().equals("http"))
                .map(block -> block.text().substring(block.text().indexOf("\n{")))
                .findFirst()
                .orElseThrow();
        JsonNode printed = demonstration.bean(JsonMapper.class).readValue(sample, JsonNode.class);

        assertThat(names(printed)).isEqualTo(names(real));
        assertThat(names(printed.get("data"))).isEqualTo(names(real.get("data")));
    }

    @Test
    void the_java_of_the_clients_guide_compiles_with_the_imports_it_shows() throws IOException {
        List<String> samples = blocks(GUIDES.resolve("10-clients.md")).stream()
                .filter(block -> block.language().equals("java"))
                .map(Block::text)
                .toList();
        String imports = samples.stream().flatMap(String::lines).filter(GuidesTest::isImport).collect(Collectors.joining("\n"));
        String statements =
                samples.stream().flatMap(String::lines).filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
        Path source = Files.writeString(directory.resolve("Sample.java"), """
                %s
                class Sample {
                    static void print(List<String> lines) {}
                    static void run(
                            id.setia.client.model.PostPurchaseRequest sale,
                            id.setia.client.model.MemberReferenceRequest reference,
                            String key) throws Exception {
                        %s
                    }
                }
                """.formatted(imports, statements));
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int refused = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"), source.toString());

        assertThat(refused).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }

    private Browser system() {
        String token = demonstration.browser()
                .postForm(
                        "/api/v1/oauth/token",
                        "grant_type=client_credentials&client_id=demo-online&client_secret=demo-online-secret")
                .text("access_token");
        return demonstration.browser().with("Authorization", "Bearer " + token);
    }

    @Test
    void every_warning_is_explained_in_both_languages() throws IOException {
        for (String language : LANGUAGES) {
            assertThat(explained(language, "08-errors.md"))
                    .as(language)
                    .containsAll(Arrays.stream(Warning.values()).map(Warning::code).toList());
        }
    }

    /** What the rows of a guide's tables explain. */
    private static List<String> explained(String language, String guide) throws IOException {
        return ROW.matcher(Files.readString(BOTH.resolve(language).resolve(guide)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> fields(String json) {
        return new TreeSet<>(FIELD.matcher(json).results().map(match -> match.group(1)).toList());
    }

    /** What a server does by itself all the time, and one of a test does not. */
    private void doWhatIsDue() {
        demonstration.bean(TestFeed.class).move();
        demonstration.bean(JobRunner.class).runDue(Instant.now());
    }

    /** What each command says, by the number of its block. */
    private Map<Integer, String> run(List<Block> blocks) throws IOException, InterruptedException {
        String address = demonstration.address().toString();
        List<String> script = new ArrayList<>(List.of("set -e"));
        for (int index = 0; index < blocks.size(); index++) {
            if (blocks.get(index).language().equals("sh")) {
                script.add("echo; echo '" + MARK + index + "'");
                script.add(blocks.get(index).text().replace("http://localhost:8080", address));
            }
        }
        Path said = directory.resolve("said");
        Process shell = new ProcessBuilder("bash", "-c", String.join("\n", script))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        shell.getOutputStream().close();
        boolean ended = false;
        Instant last = Instant.now().plus(Duration.ofMinutes(5));
        while (!ended && Instant.now().isBefore(last)) {
            doWhatIsDue();
            ended = shell.waitFor(STEP.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (!ended) {
            shell.destroyForcibly();
        }
        String all = Files.readString(said);
        assertThat(ended && shell.exitValue() == 0).as(all).isTrue();
        return Stream.of(all.split("(?m)^" + MARK))
                .skip(1)
                .map(part -> part.split("\n", 2))
                .collect(Collectors.toMap(part -> Integer.parseInt(part[0]), part -> part[1]));
    }
}
