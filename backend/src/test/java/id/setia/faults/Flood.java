package id.setia.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** More than the server, or its pool of connections, can take. */
final class Flood {

    private static final int CLIENTS = 64;
    private static final int TIMES = 3;
    private static final int MOST_CONNECTIONS = 2_000;
    private static final double LEAST_GOODPUT = 0.9;

    private final Scene scene;

    Flood(Scene scene) {
        this.scene = scene;
    }

    /** Measures what the server can take, then sends three times as much, whatever comes back. */
    void run(int seconds) throws InterruptedException {
        scene.now("three times the load", 1);
        closedLoop(Math.max(2, seconds / 3));
        double most = closedLoop(seconds);
        Arrivals arrivals = openLoop(TIMES * most, seconds);
        double goodput = arrivals.done.get() / (double) seconds;
        scene.report().line("most with 64 clients", "%,.0f/s", most);
        scene.report().line("asked in the flood", "%,.0f/s, %,d found no connection", TIMES * most, arrivals.unsent.get());
        scene.report().line(
                "done in the flood", "%,.0f/s, %.0f %% of the most; %,d put off with 503; slowest answer %.1f s", goodput,
                100 * goodput / most, arrivals.putOff.get(), arrivals.slowest.get() / 1e9);
        if (arrivals.putOff.get() == 0) {
            scene.report().line("pending", "nothing was put off: the queue has no bound yet");
        } else if (goodput < LEAST_GOODPUT * most) {
            scene.report().violation("goodput fell to " + Math.round(goodput) + "/s of " + Math.round(most));
        }
        scene.report().fault("three times the load", 0);
        scene.checks().run();
    }

    /** @return acts done in a second */
    private double closedLoop(int seconds) throws InterruptedException {
        try (Load load = scene.load(CLIENTS, scene.acts()::purchase)) {
            long before = load.done();
            Thread.sleep(seconds * 1_000L);
            return (load.done() - before) / (double) seconds;
        }
    }

    private static final class Arrivals {
        final AtomicLong done = new AtomicLong();
        final AtomicLong putOff = new AtomicLong();
        final AtomicLong unsent = new AtomicLong();
        final AtomicLong slowest = new AtomicLong();
        final AtomicInteger connections = new AtomicInteger();
        final Queue<Wire> idle = new ConcurrentLinkedQueue<>();
    }

    private Arrivals openLoop(double perSecond, int seconds) throws InterruptedException {
        Arrivals arrivals = new Arrivals();
        List<Thread> requests = new ArrayList<>();
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        long sent = 0;
        for (long now = began; now < until; now = System.nanoTime()) {
            long due = (long) ((now - began) / 1e9 * perSecond);
            for (; sent < due; sent++) {
                requests.add(Thread.ofVirtual().start(() -> arrive(arrivals, until)));
            }
            LockSupport.parkNanos(1_000_000);
        }
        for (Thread request : requests) {
            request.join();
        }
        arrivals.idle.forEach(Wire::close);
        return arrivals;
    }

    private void arrive(Arrivals arrivals, long until) {
        long from = System.nanoTime();
        Wire wire = connection(arrivals);
        if (wire == null) {
            arrivals.unsent.incrementAndGet();
            return;
        }
        Counter.Came came = scene.counter().first(scene.acts().purchase(), wire);
        long now = System.nanoTime();
        arrivals.slowest.accumulateAndGet(now - from, Math::max);
        switch (came) {
            case DONE -> {
                if (now <= until) {
                    arrivals.done.incrementAndGet();
                }
            }
            case PUT_OFF -> arrivals.putOff.incrementAndGet();
            case REFUSED, NOTHING -> { }
        }
        if (came == Counter.Came.NOTHING) {
            wire.close();
            arrivals.connections.decrementAndGet();
        } else {
            arrivals.idle.add(wire);
        }
    }

    private Wire connection(Arrivals arrivals) {
        Wire idle = arrivals.idle.poll();
        if (idle != null) {
            return idle;
        }
        if (arrivals.connections.incrementAndGet() > MOST_CONNECTIONS) {
            arrivals.connections.decrementAndGet();
            return null;
        }
        try {
            return Wire.to(scene.shop().port());
        } catch (IOException refused) {
            arrivals.connections.decrementAndGet();
            return null;
        }
    }

    /** 64 clients on a server that has two connections to its database. */
    void poolExhausted(int seconds) throws InterruptedException {
        scene.now("pool exhausted", 1);
        long put = scene.journal().everUnknown();
        double done;
        try (Load load = scene.load(CLIENTS)) {
            Thread.sleep(seconds * 1_000L);
            done = load.done() / (double) seconds;
        }
        scene.report().fault("pool exhausted", 0);
        scene.report().line(
                "64 clients on 2 connections", "%,.0f/s done, %,d put off", done, scene.journal().everUnknown() - put);
        scene.checks().run();
    }
}
