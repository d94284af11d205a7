package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.setia.testing.TestContextBuilder;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServerEndTest {

    private final ListAppender<ILoggingEvent> logged = listenTo(WaitingController.class);

    @Test
    void what_was_begun_is_answered_before_the_end_and_logged_under_its_request_id() throws Exception {
        ApplicationContext context = new TestContextBuilder().properties(Map.of("test.waiting", "yes")).start();
        URI address = context.getBean(EmbeddedServer.class).start().getURI().resolve("/waiting");

        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                    HttpRequest.newBuilder(address).header(RequestId.HEADER, "till-7").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(context.getBean(WaitingController.class).entered.await(20, TimeUnit.SECONDS)).isTrue();
            context.close();

            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("answered while ending");
        }
        assertThat(logged.list).singleElement().satisfies(line -> assertThat(line.getMDCPropertyMap()).containsEntry(RequestId.LOG_KEY, "till-7"));
    }

    @Test
    void neither_a_silent_connection_nor_work_in_the_background_holds_the_end_up() throws Exception {
        ApplicationContext context = new TestContextBuilder().start();
        URI address = context.getBean(EmbeddedServer.class).start().getURI();
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        context.getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.SCHEDULED)).execute(() -> {
            working.countDown();
            await(never);
        });
        assertThat(working.await(20, TimeUnit.SECONDS)).isTrue();

        try (Socket silent = new Socket(address.getHost(), address.getPort())) {
            silent.getOutputStream().write("GET /health HTTP/1.1\r\nHost: setia\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(silent.getInputStream().read()).isEqualTo('H');
            Instant began = Instant.now();
            context.close();

            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(6));
        } finally {
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static ListAppender<ILoggingEvent> listenTo(Class<?> source) {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(source)).addAppender(appender);
        return appender;
    }
}
