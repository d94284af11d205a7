package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a webhook goes, whatever its host's name stands for from one moment to the next. */
class WebhookPostTest {

    private static final String PASSWORD = "kopi susu";
    private static final byte[] BODY = "{}".getBytes();

    @TempDir
    static Path directory;

    private static SSLContext server;
    private static SslContext trusting;
    private static HostileReceiver receiver;

    private final AtomicInteger lookups = new AtomicInteger();
    private final Deque<List<String>> names = new ArrayDeque<>();

    @BeforeAll
    static void a_receiver_with_a_certificate() throws Exception {
        Path file = directory.resolve("hooks.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "hooks", "-keyalg", "EC", "-dname", "CN=hooks.example",
                        "-ext", "san=dns:hooks.example", "-validity", "2", "-storetype", "PKCS12",
                        "-keystore", file.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(tool.waitFor()).as(new String(tool.getInputStream().readAllBytes())).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        server = SSLContext.getInstance("TLS");
        server.init(managers.getKeyManagers(), null, null);
        trusting = SslContextBuilder.forClient().trustManager((X509Certificate) keys.getCertificate("hooks")).build();
        ServerSocket door =
                server.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        receiver = new HostileReceiver(door, request -> Treatment.TAKE);
    }

    @AfterAll
    static void the_receiver_ends() {
        receiver.close();
    }

    private List<InetAddress> find(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        return names.remove().stream().map(Network::literal).toList();
    }

    private SendResult send(SslContext tls, String url) {
        WebhookPost post = new WebhookPost(new AllowedTargets("127.0.0.1"), this::find, tls, TestWebhooks.patience(Duration.ofSeconds(10)));
        try {
            return post.send(url, Map.of("webhook-id", "evt_1"), BODY, 0);
        } finally {
            post.close();
        }
    }

    private String url(String host) {
        return "https://" + host + ":" + receiver.port() + "/";
    }

    @Test
    void a_name_is_looked_up_once_and_the_connection_goes_to_the_address_that_was_checked() {
        names.add(List.of("127.0.0.1"));
        names.add(List.of("10.0.0.5"));

        SendResult good = send(trusting, url("hooks.example"));
        SendResult moved = send(trusting, url("hooks.example"));

        assertThat(good.delivered()).as(good.toString()).isTrue();
        assertThat(receiver.received().getLast().headers()).containsEntry("host", "hooks.example:" + receiver.port());
        assertThat(moved.failure()).contains(SendFailure.ADDRESS_NOT_ALLOWED);
        assertThat(lookups).hasValue(2);
    }

    @Test
    void one_private_address_among_several_is_enough_to_stay_away() {
        int before = receiver.received().size();
        names.add(List.of("127.0.0.1", "169.254.169.254"));

        assertThat(send(trusting, url("hooks.example")).failure()).contains(SendFailure.ADDRESS_NOT_ALLOWED);
        assertThat(receiver.received()).hasSize(before);
    }

    @Test
    void a_certificate_must_be_of_the_host_and_of_somebody_trusted() throws Exception {
        names.add(List.of("127.0.0.1"));
        names.add(List.of("127.0.0.1"));

        SendResult ofAnother = send(trusting, url("other.example"));
        SendResult ofNobodyKnown = send(SslContextBuilder.forClient().build(), url("hooks.example"));

        assertThat(ofAnother.failure()).contains(SendFailure.TLS_FAILED);
        assertThat(ofNobodyKnown.failure()).contains(SendFailure.TLS_FAILED);
    }

    @Test
    void who_is_not_there_is_told_as_what_is_missing() throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = closed.getLocalPort();
        }
        names.add(List.of());
        names.add(List.of("127.0.0.1"));

        assertThat(send(trusting, url("gone.example")).failure()).contains(SendFailure.HOST_UNKNOWN);
        assertThat(send(trusting, "https://hooks.example:" + nobody + "/").failure()).contains(SendFailure.CONNECTION_FAILED);
        assertThat(send(trusting, "http://hooks.example/").failure()).contains(SendFailure.ADDRESS_NOT_ALLOWED);
        assertThat(send(trusting, "https://192.168.0.1/").failure()).contains(SendFailure.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void plain_words_where_tls_is_expected_are_a_failure() {
        try (HostileReceiver plain = new HostileReceiver(request -> Treatment.TAKE)) {
            names.add(List.of("127.0.0.1"));

            Optional<SendFailure> failure = send(trusting, "https://hooks.example:" + plain.port() + "/").failure();

            assertThat(failure).isPresent();
            assertThat(plain.received()).isEmpty();
        }
    }
}
