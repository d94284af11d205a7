package id.setia.webhooks;

import id.setia.kernel.Lease;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends to one endpoint, a few events at a time, until nothing is due any more. Picks many at once, and writes down together
 * what came of them.
 */
final class Courier {

    private static final int HANDS = 8;
    private static final int PICKED_AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration IMPATIENCE = Duration.ofMillis(50);

    private final UUID endpointId;
    private final Lease lease;
    private final CourierDesk desk;
    private final WebhookLetters letters;
    private final Queue<Errand> ready = new ArrayDeque<>();
    private final Set<UUID> underWay = new HashSet<>();
    private final BlockingQueue<WebhookLetters.Sent> came = new LinkedBlockingQueue<>();

    private record Errand(CourierDesk.Round round, WebhookMessages.Message message) {

        UUID delivery() {
            return message.delivery().id();
        }
    }

    Courier(UUID endpointId, Lease lease, CourierDesk desk, WebhookLetters letters) {
        this.endpointId = endpointId;
        this.lease = lease;
        this.desk = desk;
        this.letters = letters;
    }

    /**
     * Sends until nothing is due.
     *
     * @throws id.setia.kernel.LeaseLost when another node has taken over; what is under way then counts as not sent
     */
    void run() throws InterruptedException {
        boolean more;
        do {
            CourierDesk.Round round = desk.next(lease, endpointId, picked(), PICKED_AT_ONCE);
            if (!round.open()) {
                ready.clear();
            }
            round.messages().forEach(message -> ready.add(new Errand(round, message)));
            more = round.more() || !ready.isEmpty() || !underWay.isEmpty();
            List<WebhookLetters.Sent> back = send(round.careful() ? 1 : HANDS);
            if (!back.isEmpty()) {
                desk.note(lease, endpointId, back);
            }
        } while (more);
    }

    private Set<UUID> picked() {
        Set<UUID> picked = new HashSet<>(underWay);
        ready.forEach(errand -> picked.add(errand.delivery()));
        return picked;
    }

    /**
     * Sends what is ready and waits for what comes back, though not for the last of it long, nor for any of it so long that
     * the lease might end.
     */
    private List<WebhookLetters.Sent> send(int hands) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<WebhookLetters.Sent> back = new ArrayList<>();
        while (true) {
            while (underWay.size() < hands && !ready.isEmpty()) {
                send(ready.remove());
            }
            long left = until - System.nanoTime();
            if (underWay.isEmpty() || left <= 0) {
                return back;
            }
            boolean last = ready.isEmpty() && !back.isEmpty();
            WebhookLetters.Sent sent =
                    came.poll(last ? Math.min(left, IMPATIENCE.toNanos()) : left, TimeUnit.NANOSECONDS);
            if (sent == null) {
                return back;
            }
            underWay.remove(sent.delivery().id());
            back.add(sent);
        }
    }

    private void send(Errand errand) {
        underWay.add(errand.delivery());
        Thread.startVirtualThread(() ->
                came.add(letters.send(errand.round().url(), errand.message(), errand.round().keys())));
    }
}
