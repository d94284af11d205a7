package id.setia.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Stands between the server and its database and reads the packets of MySQL's protocol: three bytes of length, one of
 * sequence, then the command. It knows which statements move something, prepared ones too. When it is armed it passes a COMMIT of such an act
 * on, or keeps it back, and cuts the connection instead of answering.
 */
public final class CutProxy implements AutoCloseable {

    private static final int QUERY = 0x03;
    private static final int PREPARE = 0x16;
    private static final int EXECUTE = 0x17;

    /** Of the answer to PREPARE: length and sequence, a zero, the statement's number. */
    private static final int PREPARED = 9;

    private static final int LONGEST_READ = 64;

    private final int databasePort;
    private final ServerSocket door;
    private final Predicate<String> moves;
    private final AtomicReference<Cut> armed = new AtomicReference<>(Cut.NONE);
    private final AtomicInteger passing = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();

    /** Where to cut. */
    public enum Cut {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** One that cuts at acts that move points, or put a receipt into the books. */
    public CutProxy(int databasePort) throws IOException {
        this(databasePort, CutProxy::movesPoints);
    }

    /** @param moves whether a statement moves something, by its beginning in small letters */
    public CutProxy(int databasePort, Predicate<String> moves) throws IOException {
        this.databasePort = databasePort;
        this.moves = moves;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    private static boolean movesPoints(String query) {
        return query.startsWith("insert into ledger_transaction") || query.startsWith("insert into purchase")
                || query.startsWith("insert into refund");
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts the next COMMIT of an act that moved something, once. */
    public void arm(Cut cut) {
        arm(cut, 0);
    }

    /** Cuts the one after so many more, once. */
    public void arm(Cut cut, int passed) {
        passing.set(passed);
        armed.set(cut);
    }

    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        Socket database = new Socket();
        try {
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            database.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), databasePort), 2_000);
            Pair pair = new Pair(client, database);
            Thread.ofVirtual().start(pair::passAnswers);
            pair.passCommands();
        } catch (IOException ended) {
            close(client, database);
        }
    }

    private static void close(Socket client, Socket database) {
        try {
            client.close();
            database.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** One connection of the server with its own to the database. */
    private final class Pair {

        private final Socket client;
        private final Socket database;
        private final Set<Integer> movingStatements = ConcurrentHashMap.newKeySet();
        private final ByteArrayOutputStream prepared = new ByteArrayOutputStream(PREPARED);
        private volatile boolean cut;
        private volatile boolean preparing;
        private boolean moving;

        Pair(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void passCommands() throws IOException {
            InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16);
            OutputStream out = database.getOutputStream();
            byte[] header = new byte[4];
            while (in.readNBytes(header, 0, 4) == 4) {
                int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
                byte[] packet = new byte[4 + length];
                System.arraycopy(header, 0, packet, 0, 4);
                if (in.readNBytes(packet, 4, length) < length) {
                    throw new EOFException();
                }
                switch (cutAt(header[3], packet)) {
                    case NONE -> out.write(packet);
                    case BEFORE_COMMIT -> {
                        close(client, database);
                        return;
                    }
                    case AFTER_COMMIT -> {
                        cut = true;
                        out.write(packet);
                    }
                }
            }
            close(client, database);
        }

        /** Only a packet that begins a sequence is a command; those of the handshake do not. */
        private Cut cutAt(byte sequence, byte[] packet) {
            if (sequence != 0 || packet.length < 5) {
                return Cut.NONE;
            }
            switch (packet[4]) {
                case PREPARE -> preparing = moves.test(text(packet));
                case EXECUTE -> moving |= movingStatements.contains(number(packet, 5));
                case QUERY -> {
                    return cutAtQuery(text(packet));
                }
                default -> { }
            }
            return Cut.NONE;
        }

        private Cut cutAtQuery(String query) {
            moving = (moving || moves.test(query)) && !query.startsWith("rollback");
            if (!query.equals("commit") || !moving) {
                return Cut.NONE;
            }
            moving = false;
            if (armed.get() != Cut.NONE && passing.getAndDecrement() > 0) {
                return Cut.NONE;
            }
            Cut now = armed.getAndSet(Cut.NONE);
            if (now != Cut.NONE) {
                cuts.incrementAndGet();
            }
            return now;
        }

        private static String text(byte[] packet) {
            return new String(packet, 5, Math.min(LONGEST_READ, packet.length - 5), StandardCharsets.ISO_8859_1)
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }

        private static int number(byte[] bytes, int place) {
            return ByteBuffer.wrap(bytes, place, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
        }

        /** Nothing else comes between PREPARE and its answer. */
        private void learn(byte[] bytes, int count) {
            prepared.write(bytes, 0, Math.min(count, PREPARED - prepared.size()));
            if (prepared.size() == PREPARED) {
                byte[] answer = prepared.toByteArray();
                if (answer[4] == 0) {
                    movingStatements.add(number(answer, 5));
                }
                preparing = false;
                prepared.reset();
            }
        }

        /** What comes after a COMMIT that is to be cut is its answer: the database has done it, the server never hears. */
        void passAnswers() {
            try {
                InputStream in = database.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] bytes = new byte[1 << 16];
                for (int read = in.read(bytes); read >= 0 && !cut; read = in.read(bytes)) {
                    if (preparing) {
                        learn(bytes, read);
                    }
                    out.write(bytes, 0, read);
                }
            } catch (IOException ended) {
                return;
            } finally {
                close(client, database);
            }
        }
    }

    /** Waits until what was armed has come to pass. */
    public boolean awaitCut(int before, long seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (cuts.get() == before) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
