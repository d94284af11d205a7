package id.setia.webhooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A receiver of webhooks on this machine that treats them as it is told, well or badly. */
final class HostileReceiver implements AutoCloseable {

    private final ServerSocket door;
    private final Function<Received, Treatment> treatment;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Treated> treated = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A request as it came. */
    record Received(String line, Map<String, String> headers, String body) {

        String id() {
            return headers.get("webhook-id");
        }
    }

    /** A request, what was done to it, and how many had been done so before. */
    record Treated(Received request, Treatment treatment, int place) {}

    HostileReceiver(Function<Received, Treatment> treatment) {
        this(plain(), treatment);
    }

    /** With a door of one's own, such as one that speaks TLS. */
    HostileReceiver(ServerSocket door, Function<Received, Treatment> treatment) {
        this.door = door;
        this.treatment = treatment;
        hands.submit(this::receive);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks?from=setia";
    }

    /** What came, in its order. */
    List<Received> received() {
        return received;
    }

    /** What was done, in the order in which answers began. */
    List<Treated> treated() {
        return treated;
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                open.add(caller);
                hands.submit(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            Received request = read(caller.getInputStream());
            received.add(request);
            Treatment how = treatment.apply(request);
            synchronized (treated) {
                treated.add(new Treated(request, how, treated.size()));
            }
            treat(how, caller.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // The caller hung up, as it may.
        } finally {
            open.remove(caller);
        }
    }

    private static Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        List<String> lines = head.toString(StandardCharsets.UTF_8).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        lines.stream().skip(1).filter(line -> line.contains(":")).forEach(line -> headers.put(
                line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1).strip()));
        byte[] body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
        return new Received(lines.getFirst(), headers, new String(body, StandardCharsets.UTF_8));
    }

    private void treat(Treatment how, OutputStream out) throws IOException, InterruptedException {
        switch (how) {
            case TAKE -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            case TAKE_SILENTLY -> {
            }
            case REFUSE -> say(out, "HTTP/1.1 503 Busy\r\nContent-Length: 33\r\n\r\nbudi@example.com 0812-3456-7890 no");
            case GONE -> say(out, "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n");
            case REDIRECT -> say(out, "HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
            case HANG -> closing.await();
            case TRUNCATE -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nhalf of it");
            case RAMBLE -> {
                say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    say(out, "400\r\n" + "r".repeat(1024) + "\r\n");
                }
            }
            case RAMBLE_IN_HEADERS -> {
                say(out, "HTTP/1.1 200 OK\r\n");
                while (true) {
                    say(out, "X-" + "r".repeat(500) + ": " + "r".repeat(500) + "\r\n");
                }
            }
            case DRIP -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nd");
                closing.await();
            }
            case BABBLE -> say(out, "SSH-2.0-OpenSSH_9.7\r\n\r\n");
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
            closing.countDown();
            for (Socket caller : open) {
                caller.close();
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        hands.shutdownNow();
    }
}
