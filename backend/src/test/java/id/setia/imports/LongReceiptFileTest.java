package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.db.DatabaseAddress;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.testing.ServerProcess;
import id.setia.testing.TestProgram;
import id.setia.tiers.TierLadder;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server with little memory takes files of any length: {@code setia.files.megabytes} says how long they are, 4 unless it
 * says otherwise, {@code setia.files.heap} how much memory it has, in megabytes.
 */
class LongReceiptFileTest {

    private static final long FILE_BYTES = Long.getLong("setia.files.megabytes", 4) << 20;
    private static final int HEAP_MEGABYTES = Integer.getInteger("setia.files.heap", 128);
    private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause .*->(\\d+)M\\(");
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private static ServerProcess server;
    private static Path collections;
    private static String address;
    private static String credentials;
    private static String storeId;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        DatabaseAddress database;
        try (OwnServer own = OwnServer.startUnwatched("long_files")) {
            Partner owner = own.found(
                    new Program(
                            "Toko Setia", "IDR", ZoneId.of("Asia/Jakarta"), LocalText.of("Poin", "Points"), BigDecimal.ONE, false), 1_000);
            own.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
            Store store = own.bean(PartnerDirectory.class)
                    .createStore(OwnServer.NOBODY, owner.id(), "menteng", "Menteng", ZoneId.of("Asia/Jakarta"), "Jakarta");
            IssuedClient issued = own.bean(ApiClients.class)
                    .create(
                            OwnServer.NOBODY, "gudang", owner.id(), Optional.empty(), "Gudang data",
                            EnumSet.of(Scope.IMPORTS_WRITE, Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE));
            storeId = PublicId.STORE.format(store.id());
            credentials = "grant_type=client_credentials&client_id=" + issued.clientKey() + "&client_secret=" + issued.secret();
            database = own.database();
        }
        Path home = Path.of("target", "long_files-home").toAbsolutePath();
        collections = Files.createDirectories(home).resolveSibling("long_files-collections.log");
        Files.deleteIfExists(collections);
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        server = ServerProcess.launch(
                home,
                port,
                ServerProcess.classPath(),
                List.of("-Xmx" + HEAP_MEGABYTES + "m", "-Xlog:gc:file=" + collections),
                Map.of(
                        "SETIA_DB_URL", database.url().replaceFirst("\\?.*", "?sslMode=DISABLED"),
                        "SETIA_DB_USER", database.user(),
                        "SETIA_DB_PASSWORD", database.password(),
                        "SETIA_DB_WAIVE", "innodb_flush_log_at_trx_commit,innodb_doublewrite,innodb_flush_method,sync_binlog"));
        server.awaitAnswer();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(ReceiptFormat.class)
    void a_long_file_is_taken_in_little_memory(ReceiptFormat format) throws Exception {
        ReceiptFile file = new ReceiptFile(format, storeId, FILE_BYTES);
        String token = token();
        long began = System.nanoTime();

        HttpResponse<String> queued = upload(token, "toko." + format.value(), file.open());

        assertThat(queued.statusCode()).as(queued.body()).isEqualTo(202);
        long uploaded = System.nanoTime();
        JsonNode job = finished(JSON.readValue(queued.body(), JsonNode.class).get("jobId").getStringValue());
        assertThat(job.get("state").getStringValue()).as(job.toString()).isEqualTo("done");
        assertThat(job.get("counts").get("taken").getLongValue()).isEqualTo(file.receipts());
        assertThat(server.isRunning()).isTrue();
        System.out.printf(
                "%s of %d MB, %,d receipts: taken in %.1f s, posted in %.1f s; after collections at most %d MB of %d%n",
                format.value(), FILE_BYTES >> 20, file.receipts(), (uploaded - began) / 1e9, (System.nanoTime() - uploaded) / 1e9,
                mostAfterCollection(), HEAP_MEGABYTES);
    }

    private JsonNode finished(String jobId) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/v1/jobs/" + jobId))
                            .header("Authorization", "Bearer " + token())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode job = JSON.readValue(answer.body(), JsonNode.class);
            if (List.of("done", "failed").contains(job.get("state").getStringValue()) || System.nanoTime() > until) {
                return job;
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /** The most that was left after any collection, in megabytes. */
    private static int mostAfterCollection() throws IOException {
        return AFTER_COLLECTION.matcher(Files.readString(collections)).results()
                .mapToInt(pause -> Integer.parseInt(pause.group(1)))
                .max()
                .orElse(0);
    }

    @Test
    void a_file_of_more_than_fifty_megabytes_is_refused() throws Exception {
        ReceiptFile file = new ReceiptFile(ReceiptFormat.NDJSON, storeId, (50L << 20) + 1);

        HttpResponse<String> refused = upload(token(), "toko.ndjson", file.open());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readValue(refused.body(), JsonNode.class).get("code").getStringValue()).isEqualTo("payload_too_large");
        assertThat(server.isRunning()).isTrue();
    }

    private String token() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(credentials))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), JsonNode.class).get("access_token").getStringValue();
    }

    private HttpResponse<String> upload(String token, String name, InputStream content) throws Exception {
        String boundary = "setia-boundary";
        InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                content,
                bytes("\r\n--" + boundary + "--\r\n"))));
        return client.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/jobs"))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", name + "-" + System.nanoTime())
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
