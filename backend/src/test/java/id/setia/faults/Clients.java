package id.setia.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/** Clients that behave as bad lines make them. */
final class Clients {

    private static final int VANISH_AT_ONCE = 40;
    private static final int LONGEST_WAIT_MILLIS = 30;
    private static final int PAIRS_AT_ONCE = 20;

    private final Scene scene;

    Clients(Scene scene) {
        this.scene = scene;
    }

    /** They send and go, some at once, some while the server is at it. */
    void vanish(int times) throws IOException, InterruptedException {
        for (int begun = 0; begun < times; begun += VANISH_AT_ONCE) {
            scene.now("client vanishes after sending", begun + 1, times);
            for (int number = 0; number < Math.min(VANISH_AT_ONCE, times - begun); number++) {
                Act act = scene.acts().next();
                Wire wire = Wire.to(scene.shop().port());
                byte[] bytes = scene.shop().bytes(act);
                scene.journal().goesOut(act);
                wire.send(bytes);
                Thread.sleep(ThreadLocalRandom.current().nextInt(2) * ThreadLocalRandom.current().nextInt(LONGEST_WAIT_MILLIS));
                wire.vanish();
                scene.journal().open(act, "the client vanished");
                scene.report().fault("client vanishes after sending", 0);
            }
            scene.report().timed("checks after bad lines", scene.checks()::run);
        }
    }

    /** The same bytes come by two connections at the same moment: one effect, one answer. */
    void twins(int times) throws InterruptedException {
        for (int begun = 0; begun < times; begun += PAIRS_AT_ONCE) {
            scene.now("request sent twice at once", begun + 1, times);
            List<Thread> pairs = new ArrayList<>();
            for (int pair = 0; pair < Math.min(PAIRS_AT_ONCE, times - begun); pair++) {
                pairs.add(Thread.ofVirtual().start(() -> twice(scene.acts().next())));
            }
            for (Thread pair : pairs) {
                pair.join();
            }
            scene.report().timed("checks after bad lines", scene.checks()::run);
        }
    }

    private void twice(Act act) {
        byte[] bytes = scene.shop().bytes(act);
        scene.journal().goesOut(act);
        CountDownLatch together = new CountDownLatch(2);
        List<Reply> replies = new ArrayList<>();
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 2; sender++) {
            senders.add(Thread.ofVirtual().start(() -> {
                try (Wire wire = Wire.to(scene.shop().port())) {
                    together.countDown();
                    together.await();
                    wire.send(bytes);
                    Reply reply = wire.reply();
                    synchronized (replies) {
                        replies.add(reply);
                    }
                } catch (IOException | InterruptedException lost) {
                    scene.journal().open(act, lost.toString());
                }
            }));
        }
        for (Thread sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
        compare(act, replies);
        scene.report().fault("request sent twice at once", 0);
    }

    private void compare(Act act, List<Reply> replies) {
        List<Reply> good = replies.stream().filter(Reply::good).toList();
        if (good.isEmpty()) {
            replies.forEach(reply -> scene.counter().took(act, reply));
            return;
        }
        good.forEach(reply -> scene.counter().took(act, reply));
        if (good.size() == 2) {
            compare(act, good.getFirst(), good.getLast());
        }
        replies.stream()
                .filter(reply -> reply.status() >= 500)
                .forEach(reply -> scene.counter().took(act, reply));
    }

    private void compare(Act act, Reply one, Reply other) {
        if (!Answers.same(act, one, other, false)) {
            scene.report().violation("two answers to " + act + "\n   " + one.body() + "\n   " + other.body());
        }
        List<Boolean> claims = Answers.claims(act, one);
        List<Boolean> others = Answers.claims(act, other);
        for (int part = 0; part < claims.size(); part++) {
            if (claims.get(part).equals(others.get(part))) {
                scene.report().violation("both or none of two answers claim to be the first to " + act);
            }
        }
    }
}
