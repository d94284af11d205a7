package id.setia.faults;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** What must be so after every fault. */
final class Checks {

    private static final int HANDS = 8;
    private static final int MOST_RECENT = 100;
    private static final int OLDER = 20;
    private static final long LONGEST_NANOS = 60L * 1_000_000_000;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final long TIMES_APART = 2;

    private final Shop shop;
    private final Journal journal;
    private final Counter counter;
    private final Report report;
    private int position;
    private long provedAt;
    private long provingTook;

    Checks(Shop shop, Journal journal, Counter counter, Report report) {
        this.shop = shop;
        this.journal = journal;
        this.counter = counter;
        this.report = report;
    }

    /**
     * Settles what is unknown, sends again what was acknowledged last and a few older ones, compares the points of all members,
     * and proves the whole ledger, unless that was done a moment ago: where faults follow each other faster than it can be
     * proved it is at most a third of the time.
     */
    void run() {
        settle();
        List<Journal.Acknowledged> looked = new ArrayList<>(recent());
        for (int older = 0; older < OLDER && position > 0; older++) {
            looked.add(journal.at(ThreadLocalRandom.current().nextInt(position)));
        }
        position = journal.size();
        sendAgain(looked);
        compareMembers();
        if (System.nanoTime() - provedAt >= TIMES_APART * provingTook) {
            prove();
        }
    }

    /** The same, with everything that was ever acknowledged. */
    void runOverAll() {
        settle();
        position = journal.size();
        sendAgain(journal.since(0));
        compareMembers();
        prove();
    }

    private List<Journal.Acknowledged> recent() {
        List<Journal.Acknowledged> recent = journal.since(position);
        return recent.subList(Math.max(0, recent.size() - MOST_RECENT), recent.size());
    }

    /** Sends what may have been done or not under its own key, until each is answered. */
    private void settle() {
        long until = System.nanoTime() + LONGEST_NANOS;
        List<Act> unknown = journal.unknown();
        while (!unknown.isEmpty()) {
            inHands(unknown, (act, wire) -> counter.again(act, wire) != Counter.Came.NOTHING);
            List<Act> left = journal.unknown();
            if (left.size() < unknown.size()) {
                until = System.nanoTime() + LONGEST_NANOS;
            } else if (System.nanoTime() > until) {
                report.violation(left.size() + " acts cannot be settled, such as " + left.getFirst());
                return;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            unknown = left;
        }
    }

    private void sendAgain(List<Journal.Acknowledged> acts) {
        List<Journal.Acknowledged> telling = acts.stream()
                .filter(before -> Answers.maySendAgain(before.act(), journal.isOvertaken(before.act())))
                .toList();
        inHands(telling, this::sendAgain);
        report.checked(telling.size());
    }

    private boolean sendAgain(Journal.Acknowledged before, Wire wire) {
        try {
            Reply again = unlessPutOff(() -> {
                wire.send(shop.bytes(before.act()));
                return wire.reply();
            });
            if (!Answers.same(before.act(), before.reply(), again, journal.isOvertaken(before.act()))) {
                report.violation("answered differently: " + before.act().kind() + " " + before.act().number());
                journal.note("answered differently: " + before.act().number() + "\n   first " + before.reply().body() + "\n   now "
                        + again.status() + " " + again.body());
            }
            return true;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private interface Asking {
        Reply ask() throws IOException;
    }

    /** A server that has just come back may put a few off. */
    private static Reply unlessPutOff(Asking asking) throws IOException {
        long until = System.nanoTime() + LONGEST_NANOS;
        Reply reply = asking.ask();
        while (reply.status() == 503 && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE_NANOS);
            reply = asking.ask();
        }
        return reply;
    }

    private interface Work<T> {
        /** Whether the connection is still good: an answer that did not come in time may come yet. */
        boolean on(T item, Wire wire);
    }

    private <T> void inHands(List<T> items, Work<T> work) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
        List<Thread> hands = new ArrayList<>();
        Queue<RuntimeException> faults = new ConcurrentLinkedQueue<>();
        for (int hand = 0; hand < Math.min(HANDS, items.size()); hand++) {
            hands.add(Thread.ofVirtual().start(() -> {
                for (T item = waiting.poll(); item != null; item = waiting.poll()) {
                    try (Wire wire = Wire.to(shop.port())) {
                        while (item != null && work.on(item, wire)) {
                            item = waiting.poll();
                        }
                        if (item == null) {
                            return;
                        }
                    } catch (IOException down) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    } catch (RuntimeException fault) {
                        faults.add(fault);
                    }
                }
            }));
        }
        hands.forEach(Checks::join);
        if (!faults.isEmpty()) {
            throw faults.peek();
        }
    }

    private static void join(Thread hand) {
        try {
            hand.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void compareMembers() {
        for (Shop.Member member : shop.members()) {
            Sum expected = journal.sum(member.phone());
            Sum found = found(member);
            if (!found.equals(expected)) {
                report.violation("member " + member.id() + " has " + found + ", the journal says " + expected);
            }
        }
    }

    /** All promises of the ledger, over all of it, and the chain of the audit trail. */
    void prove() {
        long from = System.nanoTime();
        requireProof("/api/v1/ledger/proof");
        requireProof("/api/v1/audit-events/proof");
        provedAt = System.nanoTime();
        provingTook = provedAt - from;
        report.took("proving the whole ledger", provingTook);
    }

    private void requireProof(String path) {
        Reply proof = read(path);
        if (!proof.json().get("holds").getBooleanValue()) {
            report.violation(path + " does not hold: " + proof.body().replaceAll("\\{[^{}]*\"holds\":true[^{}]*}", ""));
            journal.note(proof.body() + "\n   and now " + read(path).body());
        }
    }

    private Reply read(String path) {
        try {
            return unlessPutOff(() -> shop.administrator().get(path)).require(200);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What a member has by the books. */
    Sum found(Shop.Member member) {
        JsonNode points = read("/api/v1/members/" + member.id() + "/points").json().get("summary");
        return new Sum(
                points.get("available").getLongValue() + points.get("pending").getLongValue() + points.get("held").getLongValue()
                        + points.get("debt").getLongValue(),
                points.get("held").getLongValue());
    }
}
