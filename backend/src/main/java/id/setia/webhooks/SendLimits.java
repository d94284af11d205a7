package id.setia.webhooks;

import java.time.Duration;

/**
 * How much patience there is with a receiver.
 *
 * @param look how long its name may take to be found
 * @param connect how long connecting may take, and TLS again
 * @param whole how long everything from connecting to the end of the answer may take
 * @param mostRead how many bytes of its answer are read
 */
record SendLimits(Duration look, Duration connect, Duration whole, int mostRead) {

    static final SendLimits USUAL =
            new SendLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15), 16 * 1024);
}
