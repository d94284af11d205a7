package id.setia.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A till that says which receipts it was promised, until it is killed. */
final class KillableTill {

    private KillableTill() {}

    /** Takes the queue's file, the server's address and a word that makes its receipts its own. */
    public static void main(String[] arguments) throws Exception {
        SetiaClient client = SetiaClient.of(URI.create(arguments[1]), "till", "secret");
        TillQueueSettings quick = new TillQueueSettings(100_000, 64 << 20, 10, Duration.ofMillis(1), Duration.ofMillis(5));
        try (TillQueue queue = TillQueue.open(Path.of(arguments[0]), client, quick, new TillQueueListener() {})) {
            for (int number = 0; number < 100_000; number++) {
                String receipt = arguments[2] + "-" + number;
                queue.add(Receipts.purchase(receipt));
                System.out.println(receipt);
                System.out.flush();
            }
        }
    }
}
