package id.setia.testing;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A server in a process of its own, as it is installed, and somebody of its staff. */
public final class ServerProcess {

    private static final Path DISTRIBUTION = Path.of("src", "distribution").toAbsolutePath();
    private static final String PASSWORD = "kopi susu gula aren";
    private static final String EMAIL = "admin@example.com";
    private static final Pattern LINK = Pattern.compile("/staff/setup#(\\S+)");
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final Path console;
    private final String address;
    private String cookie = "";
    private String csrfToken = "";

    private ServerProcess(Process process, Path home, Path console, String address) {
        this.process = process;
        this.home = home;
        this.console = console;
        this.address = address;
    }

    /** Starts a server and waits until it answers. */
    public static ServerProcess start(Path home) throws IOException, InterruptedException {
        List<String> options = System.getProperty("heap") == null ? List.of() : List.of("-Xmx" + System.getProperty("heap"));
        ServerProcess server = launch(home, Integer.getInteger("port", 8140), classPath(), options, Map.of());
        server.awaitAnswer();
        return server;
    }

    /**
     * Starts a server and waits for nothing.
     *
     * @param options of the Java machine, after those of an installation
     * @param settings variables of its environment
     */
    public static ServerProcess launch(
            Path home, int port, String classPath, List<String> options, Map<String, String> settings) throws IOException {
        Path console = home.resolveSibling("server.log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(installedOptions());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, "id.setia.platform.Application"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().put("SETIA_HOME", home.toString());
        builder.environment().put("SETIA_PORT", Integer.toString(port));
        builder.environment().put("SETIA_LOG", "text");
        builder.environment().putAll(settings);
        return new ServerProcess(builder.start(), home, console, "http://127.0.0.1:" + port);
    }

    /** What an installed server's Java is given. */
    public static List<String> installedOptions() {
        List<String> files =
                Runtime.version().feature() < 25 ? List.of("java.options") : List.of("java.options", "java-25.options");
        return files.stream().map(name -> "@" + DISTRIBUTION.resolve(name)).toList();
    }

    /** That of an installation: without what tests watch a server with. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it answers; an ended one never does. */
    public void awaitAnswer() throws InterruptedException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the server does not answer; see " + console);
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send(request("/health/readiness").GET().build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** The process id of the server. */
    public long processId() {
        return process.pid();
    }

    /** Writes down what each of its threads is doing, while it still does. */
    public void dumpThreads(Path file) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(tool, Long.toString(process.pid()), "Thread.dump_to_file", "-overwrite", file.toString()).start().waitFor();
    }

    /** The process id of its embedded database, as it is now. */
    public long databaseId() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("database.pid")).strip());
    }

    public void becomeAdministrator() throws IOException {
        post("/api/v1/staff/setup", """
                {"token":"%s","email":"%s","name":"Sari","password":"%s"}""".formatted(setupToken(), EMAIL, PASSWORD));
    }

    /** What the link holds by which somebody becomes the first administrator. */
    public String setupToken() throws IOException {
        Matcher link = LINK.matcher(Files.readString(console));
        if (!link.find()) {
            throw new IllegalStateException("no link for the administrator in " + console);
        }
        return link.group(1);
    }

    public void signIn() throws IOException {
        post("/api/v1/session", """
                {"kind":"staff","email":"%s","password":"%s"}""".formatted(EMAIL, PASSWORD));
    }

    /** Signs in and keeps the session. */
    private void post(String path, String json) throws IOException {
        HttpResponse<String> page = send(request("/api/v1/session").GET().build());
        keep(page);
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrfToken)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        require(answer, 201);
        keep(answer);
        keep(send(request("/api/v1/session").GET().build()));
    }

    private void keep(HttpResponse<String> session) throws IOException {
        session.headers().allValues("Set-Cookie").forEach(set -> cookie = set.split(";", 2)[0]);
        csrfToken = json(session).get("csrfToken").getStringValue();
    }

    public JsonNode get(String path) throws IOException {
        HttpResponse<String> answer = send(request(path).GET().build());
        require(answer, 200);
        return json(answer);
    }

    /** Sends a file from the disk as a form does. */
    public JsonNode upload(String path, Path file, Map<String, String> fields) throws IOException {
        String boundary = "setia-boundary";
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                + "\"\r\nContent-Type: text/csv\r\n\r\n");
        InputStream content = Files.newInputStream(file);
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head.toString().getBytes(StandardCharsets.UTF_8)),
                content,
                new ByteArrayInputStream(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-CSRF-Token", csrfToken)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build());
        require(answer, 202);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readValue(answer.body(), JsonNode.class);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    private static void require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** The most memory the server ever held, in kilobytes; 0 where the system does not tell. */
    public long peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.notExists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
    }

    /** Ends the server and its database without a word, as a power cut does. */
    public void kill() throws IOException, InterruptedException {
        long database = databaseId();
        killServer();
        ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Ends the server without a word; its database lives on. */
    public void killServer() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the database without a word; its server lives on. */
    public void killDatabase() throws IOException {
        ProcessHandle.of(databaseId()).ifPresent(ProcessHandle::destroyForcibly);
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    public static void deleteRecursively(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
