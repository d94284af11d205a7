package id.setia.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the clients remember of their own: each request before it goes out, each answer that came, in the order of coming;
 * nothing is ever struck out. It knows by itself what each member must have.
 */
final class Journal implements AutoCloseable {

    private final PrintWriter file;
    private final Map<Long, Act> unknown = new TreeMap<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, Sum> sums = new HashMap<>();
    private final Map<Act.Kind, Long> kinds = new EnumMap<>(Act.Kind.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Set<Long> overtaken = new HashSet<>();
    private long sent;
    private long everUnknown;

    /** An act that was done, and how that was answered first. */
    record Acknowledged(Act act, Reply reply) {}

    Journal(Path path) throws IOException {
        file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    }

    /** A member begins with what they were found to have. */
    synchronized void begins(String member, long points, long held) {
        sums.put(member, new Sum(points, held));
    }

    synchronized void goesOut(Act act) {
        file.println("sent " + act.number() + " " + act.method() + " " + act.path() + " " + act.key() + " " + act.body());
        unknown.put(act.number(), act);
        sent++;
    }

    /** Not a byte of it left. */
    synchronized void neverWent(Act act) {
        file.println("never went " + act.number());
        unknown.remove(act.number());
        sent--;
    }

    /** No answer came, or one that settles nothing. */
    synchronized void open(Act act, String why) {
        file.println("unknown " + act.number() + " " + why);
        everUnknown++;
    }

    /** @return whether this is the first answer to it */
    synchronized boolean done(Act act, Reply reply) {
        file.println("done " + act.number() + " " + reply.status() + " " + reply.body());
        if (unknown.remove(act.number()) == null) {
            return false;
        }
        acknowledged.add(new Acknowledged(act, reply));
        kinds.merge(act.kind(), 1L, Long::sum);
        act.effects().forEach((member, sum) -> sums.merge(member, sum, Sum::plus));
        return true;
    }

    /** It was not done, and will not be. */
    synchronized void refused(Act act, Reply reply) {
        String code = reply.status() + " " + reply.text("code");
        file.println("refused " + act.number() + " " + code);
        unknown.remove(act.number());
        refusals.merge(code, 1L, Long::sum);
    }

    /** A later act changes what this one would do or answer when it was sent again. */
    synchronized void overtaken(long act) {
        overtaken.add(act);
    }

    synchronized boolean isOvertaken(Act act) {
        return overtaken.contains(act.number());
    }

    synchronized void note(String what) {
        file.println("-- " + what);
        file.flush();
    }

    /** What may have been done or not, in the order of sending. */
    synchronized List<Act> unknown() {
        return List.copyOf(unknown.values());
    }

    synchronized int size() {
        return acknowledged.size();
    }

    synchronized List<Acknowledged> since(int position) {
        return List.copyOf(acknowledged.subList(position, acknowledged.size()));
    }

    synchronized Acknowledged at(int position) {
        return acknowledged.get(position);
    }

    synchronized Sum sum(String member) {
        return sums.get(member);
    }

    synchronized long done(Act.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    synchronized long sent() {
        return sent;
    }

    synchronized long everUnknown() {
        return everUnknown;
    }

    synchronized Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
