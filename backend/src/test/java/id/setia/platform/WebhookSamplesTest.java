package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verification of webhooks as the guide has it, in each language that is here, on the example of the Standard Webhooks
 * specification: genuine by the old and by the new secret; not when body, id or secret is another or the time is off.
 */
class WebhookSamplesTest {

    private static final Path GUIDE = Path.of("..", "api-spec", "src", "main", "resources", "guides", "en", "07-webhooks.md");
    private static final Path TYPESCRIPT = Path.of("..", "frontend", "node_modules", "typescript", "lib", "typescript.js");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String FOREIGN = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path directory;

    /** Something that arrives, and whether it is genuine. */
    private record Arrival(String id, String timestamp, String signatures, String body, List<String> secrets, long now, boolean genuine) {}

    private static final List<Arrival> ARRIVALS = List.of(
            arrival(ID, TIMESTAMP, SIGNATURE, BODY, List.of(SECRET), 0, true),
            arrival(ID, TIMESTAMP, FOREIGN + " " + SIGNATURE, BODY, List.of(OTHER_SECRET, SECRET), 299, true),
            arrival(ID, TIMESTAMP, SIGNATURE, BODY, List.of(SECRET), -299, true),
            arrival(ID, TIMESTAMP, SIGNATURE, BODY + " ", List.of(SECRET), 0, false),
            arrival("msg_other", TIMESTAMP, SIGNATURE, BODY, List.of(SECRET), 0, false),
            arrival(ID, TIMESTAMP, SIGNATURE, BODY, List.of(OTHER_SECRET), 0, false),
            arrival(ID, TIMESTAMP, SIGNATURE, BODY, List.of(SECRET), 301, false),
            arrival(ID, TIMESTAMP, SIGNATURE, BODY, List.of(SECRET), -301, false),
            arrival(ID, TIMESTAMP, FOREIGN, BODY, List.of(SECRET), 0, false),
            arrival(ID, TIMESTAMP, "v1,short", BODY, List.of(SECRET), 0, false),
            arrival(ID, "soon", SIGNATURE, BODY, List.of(SECRET), 0, false),
            arrival(ID, TIMESTAMP, SIGNATURE, BODY, List.of(), 0, false));

    private static Arrival arrival(String id, String timestamp, String signatures, String body, List<String> secrets, long off, boolean genuine) {
        return new Arrival(id, timestamp, signatures, body, secrets, Long.parseLong(TIMESTAMP) + off, genuine);
    }

    @Test
    void java_tells_what_is_genuine() throws IOException, InterruptedException {
        StringBuilder trial = new StringBuilder("public class Trial { public static void main(String[] none) throws Exception {\n");
        for (Arrival arrival : ARRIVALS) {
            trial.append("System.out.println(SetiaWebhook.isGenuine(%s, %s, %s, %s.getBytes(\"UTF-8\"), java.util.List.of(%s), java.time.Instant.ofEpochSecond(%dL)));\n"
                    .formatted(quoted(arrival.id()), quoted(arrival.timestamp()), quoted(arrival.signatures()), quoted(arrival.body()), quotedList(arrival.secrets()), arrival.now()));
        }
        Files.writeString(directory.resolve("SetiaWebhook.java"), sample("java"));
        Files.writeString(directory.resolve("Trial.java"), trial.append("}}\n"));
        Path bin = Path.of(System.getProperty("java.home"), "bin");

        assertThat(run(bin.resolve("javac").toString(), "SetiaWebhook.java", "Trial.java")).isEmpty();
        assertThat(run(bin.resolve("java").toString(), "-cp", ".", "Trial")).isEqualTo(expected());
    }

    @Test
    void typescript_tells_what_is_genuine() throws IOException, InterruptedException {
        assumeTrue(isThere("node") && Files.exists(TYPESCRIPT), "skipped: no node, or no TypeScript in frontend/node_modules");
        StringBuilder trial = new StringBuilder("import { isGenuine } from './sample.mjs'\n");
        for (Arrival arrival : ARRIVALS) {
            trial.append("console.log(isGenuine({'webhook-id': %s, 'webhook-timestamp': %s, 'webhook-signature': %s}, Buffer.from(%s), [%s], %d))\n"
                    .formatted(quoted(arrival.id()), quoted(arrival.timestamp()), quoted(arrival.signatures()), quoted(arrival.body()), quotedList(arrival.secrets()), arrival.now()));
        }
        Files.writeString(directory.resolve("sample.ts"), sample("typescript"));
        Files.writeString(directory.resolve("trial.mjs"), trial);
        Files.writeString(directory.resolve("translate.cjs"), """
                const ts = require(process.argv[2]), fs = require('node:fs')
                const { outputText, diagnostics } = ts.transpileModule(fs.readFileSync('sample.ts', 'utf8'), { reportDiagnostics: true, compilerOptions: { module: 'esnext', target: 'es2022' } })
                for (const { messageText } of diagnostics) console.log(messageText)
                fs.writeFileSync('sample.mjs', outputText)
                """);

        assertThat(run("node", "translate.cjs", TYPESCRIPT.toAbsolutePath().toString())).isEmpty();
        assertThat(run("node", "trial.mjs")).isEqualTo(expected());
    }

    @Test
    void php_tells_what_is_genuine() throws IOException, InterruptedException {
        assumeTrue(isThere("php"), "skipped: no php here");
        StringBuilder trial = new StringBuilder("<?php\nrequire 'sample.php';\n");
        for (Arrival arrival : ARRIVALS) {
            trial.append("echo setia_is_genuine(['webhook-id' => %s, 'webhook-timestamp' => %s, 'webhook-signature' => %s], %s, [%s], %d) ? 'true' : 'false', \"\\n\";\n"
                    .formatted(quoted(arrival.id()), quoted(arrival.timestamp()), quoted(arrival.signatures()), quoted(arrival.body()), quotedList(arrival.secrets()), arrival.now()));
        }
        Files.writeString(directory.resolve("sample.php"), sample("php"));
        Files.writeString(directory.resolve("trial.php"), trial);

        assertThat(run("php", "trial.php")).isEqualTo(expected());
    }

    @Test
    void python_tells_what_is_genuine() throws IOException, InterruptedException {
        assumeTrue(isThere("python3"), "skipped: no python3 here");
        StringBuilder trial = new StringBuilder("from sample import is_genuine\n");
        for (Arrival arrival : ARRIVALS) {
            trial.append("print(str(is_genuine({'webhook-id': %s, 'webhook-timestamp': %s, 'webhook-signature': %s}, %s.encode(), [%s], %d)).lower())\n"
                    .formatted(quoted(arrival.id()), quoted(arrival.timestamp()), quoted(arrival.signatures()), quoted(arrival.body()), quotedList(arrival.secrets()), arrival.now()));
        }
        Files.writeString(directory.resolve("sample.py"), sample("python"));
        Files.writeString(directory.resolve("trial.py"), trial);

        assertThat(run("python3", "trial.py")).isEqualTo(expected());
    }

    private static List<String> expected() {
        return ARRIVALS.stream().map(arrival -> Boolean.toString(arrival.genuine())).toList();
    }

    private static String sample(String language) throws IOException {
        Matcher sample = Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE).matcher(Files.readString(GUIDE));
        assertThat(sample.find()).as("a sample in " + language).isTrue();
        return sample.group(1);
    }

    /** As all four languages write it. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String quotedList(List<String> texts) {
        return String.join(", ", texts.stream().map(WebhookSamplesTest::quoted).toList());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
