package id.setia.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Clients that come at their own pace, whatever is answered. */
final class OpenLoop {

    private static final int MOST_CONNECTIONS = 5_000;

    private final Scene scene;
    private final Supplier<Act> acts;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong putOff = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<Wire> idle = new ConcurrentLinkedQueue<>();
    private final Map<Act.Kind, Long> asked = new EnumMap<>(Act.Kind.class);
    private final Map<Act.Kind, Long> good = new EnumMap<>(Act.Kind.class);
    private double perSecond;
    private int seconds;

    OpenLoop(Scene scene, Supplier<Act> acts) {
        this.scene = scene;
        this.acts = acts;
    }

    /** Sends so many in a second, for so long, and waits for the answers to all. */
    OpenLoop run(double rate, int howLong) throws InterruptedException {
        perSecond = rate;
        seconds = howLong;
        List<Thread> requests = new ArrayList<>();
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        long sent = 0;
        for (long now = began; now < until; now = System.nanoTime()) {
            long due = (long) ((now - began) / 1e9 * perSecond);
            for (; sent < due; sent++) {
                requests.add(Thread.ofVirtual().start(() -> arrive(until)));
            }
            LockSupport.parkNanos(1_000_000);
        }
        for (Thread request : requests) {
            request.join();
        }
        idle.forEach(Wire::close);
        return this;
    }

    private void arrive(long until) {
        Wire wire = connection();
        if (wire == null) {
            unsent.incrementAndGet();
            return;
        }
        Act act = acts.get();
        long from = System.nanoTime();
        Counter.Came came = scene.counter().first(act, wire);
        long now = System.nanoTime();
        slowest.accumulateAndGet(now - from, Math::max);
        count(act.kind(), came, now <= until);
        if (came == Counter.Came.NOTHING) {
            wire.close();
            connections.decrementAndGet();
        } else {
            idle.add(wire);
        }
    }

    private synchronized void count(Act.Kind kind, Counter.Came came, boolean inTime) {
        asked.merge(kind, 1L, Long::sum);
        switch (came) {
            case DONE -> {
                if (inTime) {
                    done.incrementAndGet();
                    good.merge(kind, 1L, Long::sum);
                }
            }
            case PUT_OFF -> putOff.incrementAndGet();
            case REFUSED -> refused.incrementAndGet();
            case NOTHING -> lost.incrementAndGet();
        }
    }

    private Wire connection() {
        Wire free = idle.poll();
        if (free != null) {
            return free;
        }
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
            connections.decrementAndGet();
            return null;
        }
        try {
            return Wire.to(scene.shop().port());
        } catch (IOException notLetIn) {
            connections.decrementAndGet();
            return null;
        }
    }

    /** Done in a second, of what was asked in the time. */
    double goodput() {
        return done.get() / (double) seconds;
    }

    String kinds() {
        StringBuilder kinds = new StringBuilder();
        asked.forEach((kind, count) -> kinds.append(kinds.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %,d of %,d", kind.name().toLowerCase(Locale.ROOT), good.getOrDefault(kind, 0L), count)));
        return kinds.toString();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,.0f/s asked, %,.0f/s done; %,d put off with 503, %,d refused, %,d without an answer, %,d found no"
                        + " connection; slowest answer %.1f s", perSecond, goodput(), putOff.get(), refused.get(), lost.get(), unsent.get(),
                slowest.get() / 1e9);
    }
}
