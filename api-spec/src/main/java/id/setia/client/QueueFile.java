package id.setia.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Receipts and what became of them, one line each, only ever added to: a checksum, a space, JSON. A receipt is on the disk
 * when {@link #add} returns. What a crash cuts off at the end was never acknowledged and is dropped; a line that was damaged
 * later goes to a file beside it, and the rest is read on. What is done with is dropped by writing the rest anew.
 */
final class QueueFile implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CHECKSUM = 8;
    private static final long WORTH_WRITING_ANEW = 1 << 20;

    private final Path path;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final SortedMap<Long, Line> waiting = new TreeMap<>();
    private final SortedMap<Long, Line> refused = new TreeMap<>();
    private final Map<Long, JsonNode> refusals = new TreeMap<>();
    private FileChannel channel;
    private long size;
    private long live;
    private long next = 1;

    /** Where a receipt stands in the file. */
    private record Line(long offset, int length, boolean purchase) {}

    /** A receipt as it is kept. */
    record Kept(long number, boolean purchase, JsonNode request) {}

    private QueueFile(Path path) throws IOException {
        this.path = path;
        this.lockChannel = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            this.lock = lockChannel.tryLock();
        } catch (OverlappingFileLockException own) {
            lockChannel.close();
            throw new IOException(path + " is open already", own);
        }
        if (lock == null) {
            lockChannel.close();
            throw new IOException(path + " is open in another process");
        }
    }

    static QueueFile open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        QueueFile file = new QueueFile(path.toAbsolutePath());
        try {
            file.begin();
        } catch (IOException | RuntimeException error) {
            file.close();
            throw error;
        }
        return file;
    }

    private void begin() throws IOException {
        Files.deleteIfExists(beside(".new"));
        if (Files.notExists(path)) {
            create(path).close();
            forceDirectory();
        }
        read();
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.truncate(size);
        channel.position(size);
    }

    /** Receipts name people: the file is its owner's alone, where the system knows owners. */
    private static FileChannel create(Path path) throws IOException {
        FileChannel made = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        return made;
    }

    private void read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int value = bytes.read(); value >= 0; value = bytes.read()) {
                line.write(value);
                if (value == '\n') {
                    take(line.toByteArray());
                    size += line.size();
                    line.reset();
                }
            }
        }
    }

    private void take(byte[] line) throws IOException {
        Optional<JsonNode> entry = entry(line);
        if (entry.isEmpty()) {
            Files.write(beside(".damaged"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return;
        }
        apply(entry.get(), new Line(size, line.length, "purchase".equals(entry.get().path("kind").asText())));
    }

    private void apply(JsonNode entry, Line line) {
        long number = entry.path("number").asLong();
        next = Math.max(next, number + 1);
        switch (entry.path("kind").asText()) {
            case "done" -> {
                forget(waiting.remove(number));
                forget(refused.remove(number));
                refusals.remove(number);
            }
            case "refused" -> move(number, waiting, refused, entry.path("refusal"));
            case "again" -> move(number, refused, waiting, null);
            case "purchase", "refund" -> {
                waiting.put(number, line);
                live += line.length();
            }
        }
    }

    private void forget(Line line) {
        live -= line == null ? 0 : line.length();
    }

    private void move(long number, SortedMap<Long, Line> from, SortedMap<Long, Line> to, JsonNode refusal) {
        Line line = from.remove(number);
        if (line != null) {
            to.put(number, line);
        }
        if (refusal == null) {
            refusals.remove(number);
        } else {
            refusals.put(number, refusal);
        }
    }

    /** Puts a receipt on the disk and gives its number. */
    synchronized long add(boolean purchase, JsonNode request) throws IOException {
        long number = next;
        ObjectNode entry = MAPPER.createObjectNode().put("number", number).put("kind", purchase ? "purchase" : "refund");
        write(entry.set("request", request), true);
        return number;
    }

    /** What is done with is not sent again; should this be lost, sending again has no effect. */
    synchronized void done(long number) throws IOException {
        write(MAPPER.createObjectNode().put("number", number).put("kind", "done"), false);
        if (size > WORTH_WRITING_ANEW && live * 2 < size) {
            writeAnew();
        }
    }

    synchronized void refuse(long number, JsonNode refusal) throws IOException {
        write(MAPPER.createObjectNode().put("number", number).put("kind", "refused").set("refusal", refusal), true);
    }

    synchronized void again(long number) throws IOException {
        write(MAPPER.createObjectNode().put("number", number).put("kind", "again"), true);
    }

    /** Adds a line as a whole or not at all. */
    private void write(JsonNode entry, boolean force) throws IOException {
        byte[] line = line(entry);
        try {
            writeAll(channel, line);
            if (force) {
                channel.force(false);
            }
        } catch (IOException | RuntimeException failed) {
            channel.truncate(size);
            channel.position(size);
            throw failed;
        }
        apply(entry, new Line(size, line.length, "purchase".equals(entry.path("kind").asText())));
        size += line.length;
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private void writeAnew() throws IOException {
        Path fresh = beside(".new");
        Files.deleteIfExists(fresh);
        try (FileChannel target = create(fresh)) {
            for (long number : all()) {
                writeAll(target, bytes(lineOf(number)));
                if (refusals.containsKey(number)) {
                    writeAll(target, line(MAPPER.createObjectNode().put("number", number).put("kind", "refused").set("refusal", refusals.get(number))));
                }
            }
            writeAll(target, line(MAPPER.createObjectNode().put("number", next - 1).put("kind", "counted")));
            target.force(true);
        }
        channel.close();
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory();
        waiting.clear();
        refused.clear();
        refusals.clear();
        size = 0;
        live = 0;
        begin();
    }

    private List<Long> all() {
        SortedMap<Long, Line> lines = new TreeMap<>(waiting);
        lines.putAll(refused);
        return new ArrayList<>(lines.keySet());
    }

    private Line lineOf(long number) {
        return waiting.containsKey(number) ? waiting.get(number) : refused.get(number);
    }

    /** The oldest receipts that wait, as many as may go in one request: purchases together, a refund alone. */
    synchronized List<Kept> oldest(int most) throws IOException {
        List<Kept> run = new ArrayList<>();
        for (Map.Entry<Long, Line> entry : waiting.entrySet()) {
            boolean purchase = entry.getValue().purchase();
            if (run.size() == most || !run.isEmpty() && !(purchase && run.get(0).purchase())) {
                break;
            }
            run.add(kept(entry.getKey(), entry.getValue()));
        }
        return run;
    }

    synchronized List<Kept> refused() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Map.Entry<Long, Line> entry : refused.entrySet()) {
            kept.add(kept(entry.getKey(), entry.getValue()));
        }
        return kept;
    }

    synchronized JsonNode refusal(long number) {
        return refusals.get(number);
    }

    private Kept kept(long number, Line line) throws IOException {
        JsonNode entry = entry(bytes(line)).orElseThrow(() -> new IOException(path + " was changed by somebody else"));
        return new Kept(number, line.purchase(), entry.get("request"));
    }

    private byte[] bytes(Line line) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(line.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, line.offset() + bytes.position()) < 0) {
                throw new IOException(path + " was cut short by somebody else");
            }
        }
        return bytes.array();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int kept() {
        return waiting.size() + refused.size();
    }

    synchronized long size() {
        return size;
    }

    private static byte[] line(JsonNode entry) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(entry);
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + CHECKSUM + 2);
        line.writeBytes(checksum(json, 0).getBytes(StandardCharsets.US_ASCII));
        line.write(' ');
        line.writeBytes(json);
        line.write('\n');
        return line.toByteArray();
    }

    private static Optional<JsonNode> entry(byte[] line) {
        int start = CHECKSUM + 1;
        if (line.length < start + 2 || !new String(line, 0, CHECKSUM, StandardCharsets.US_ASCII).equals(checksum(line, start, line.length - 1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(line, start, line.length - 1 - start));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String checksum(byte[] bytes, int from) {
        return checksum(bytes, from, bytes.length);
    }

    private static String checksum(byte[] bytes, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, to - from);
        return String.format("%08x", sum.getValue());
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** Makes a new name of a file outlive a power cut; systems whose directories cannot be opened do so by themselves. */
    private void forceDirectory() {
        try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notNeededHere) {
            return;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        lock.release();
        lockChannel.close();
    }
}
