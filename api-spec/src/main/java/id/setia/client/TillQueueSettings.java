package id.setia.client;

import java.time.Duration;

/**
 * How much a queue may hold and how often it tries.
 *
 * @param mostReceipts receipts kept at once, from 1 on, refused ones included
 * @param mostBytes size of the file in bytes beyond which no receipt is taken
 * @param batch receipts sent in one request, from 1 to 100
 * @param firstPause how long to wait after the first failure; doubled with each further one, with a random part
 * @param longestPause the longest wait that the queue chooses; a server may ask for more
 */
public record TillQueueSettings(int mostReceipts, long mostBytes, int batch, Duration firstPause, Duration longestPause) {

    /** 100,000 receipts, 256 MiB, batches of 100, from a second to a minute. */
    public static final TillQueueSettings USUAL =
            new TillQueueSettings(100_000, 256L << 20, 100, Duration.ofSeconds(1), Duration.ofMinutes(1));

    public TillQueueSettings {
        if (mostReceipts < 1 || mostBytes < 1 || batch < 1 || batch > 100 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("settings out of range");
        }
    }
}
