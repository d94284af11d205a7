package id.setia.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A provider of phone messages on this machine: takes what is posted and answers as it is told. */
public final class PhoneReceiver implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Semaphore arrivals = new Semaphore(0);

    /** A request as it came. */
    public record Received(String method, Headers headers, String body) {}

    /** What to answer. */
    public record Answer(int status, String body) {}

    public PhoneReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        server.createContext("/", this::take);
        server.setExecutor(hands);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    /** Answers the next requests so, one each, and those after them with 200. */
    public synchronized void answerNext(Answer... next) {
        answers.addAll(List.of(next));
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestMethod(), exchange.getRequestHeaders(), body));
        Answer answer = nextAnswer();
        byte[] content = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
        arrivals.release();
    }

    private synchronized Answer nextAnswer() {
        return answers.isEmpty() ? new Answer(200, "{\"status\":\"success\"}") : answers.poll();
    }

    /** What came, once so many requests whose body has the text are there. */
    public List<Received> await(String text, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (with(text).size() < count) {
            try {
                if (!arrivals.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    throw new AssertionError("only " + with(text).size() + " of " + count + " came");
                }
            } catch (InterruptedException error) {
                throw new IllegalStateException(error);
            }
        }
        return with(text);
    }

    /** What came so far with the text in its body. */
    public List<Received> with(String text) {
        return received.stream().filter(one -> one.body().contains(text)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
