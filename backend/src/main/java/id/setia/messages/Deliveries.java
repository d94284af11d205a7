package id.setia.messages;

import id.setia.access.Deployment;
import id.setia.kernel.SystemClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands waiting messages to their carriers. A message is first taken by raising its count of attempts, so that of several
 * nodes one sends it; one that was taken and never finished is due again. Without a carrier, demo mode counts a message as
 * sent once it can be read on the demo page, and any other deployment lets messages wait. A sandbox hands nothing to any
 * carrier: its messages count as sent and are read from it.
 */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final int AT_ONCE = 50;
    private static final int SIDE_BY_SIDE = 8;
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Messages messages;
    private final MailServer mailServer;
    private final PhoneCarrier phoneCarrier;
    private final Deployment deployment;
    private final SystemClock clock;
    private final Set<MessageChannel> warned = ConcurrentHashMap.newKeySet();

    Deliveries(
            Messages messages,
            MailServer mailServer,
            PhoneCarrier phoneCarrier,
            Deployment deployment,
            SystemClock clock) {
        this.messages = messages;
        this.mailServer = mailServer;
        this.phoneCarrier = phoneCarrier;
        this.deployment = deployment;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
    void sendMails() {
        sendDue(MessageChannel.EMAIL, mailServer);
    }

    @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
    void sendToPhones() {
        sendDue(MessageChannel.PHONE, phoneCarrier);
    }

    private void sendDue(MessageChannel channel, Carrier carrier) {
        if (!carrier.isSetUp() && !deployment.demo() && !deployment.sandbox()) {
            warnOnce(channel);
            return;
        }
        List<OutgoingMessage> due;
        do {
            due = messages.due(channel, clock.now(), AT_ONCE);
            sendSideBySide(due, carrier);
        } while (due.size() == AT_ONCE);
    }

    private void warnOnce(MessageChannel channel) {
        if (!warned.contains(channel) && messages.areDue(channel, clock.now()) && warned.add(channel)) {
            switch (channel) {
                case EMAIL -> LOG.warn("No mail server is set up: mails wait until SETIA_SMTP_URL names one");
                case PHONE -> LOG.warn("No phone gateway is set up: messages to phones wait until the settings name one");
            }
        }
    }

    private void sendSideBySide(List<OutgoingMessage> due, Carrier carrier) {
        if (due.isEmpty()) {
            return;
        }
        try (ExecutorService hands =
                Executors.newFixedThreadPool(Math.min(due.size(), SIDE_BY_SIDE), Thread.ofVirtual().factory())) {
            due.forEach(message -> hands.submit(() -> send(message, carrier)));
        }
    }

    private void send(OutgoingMessage message, Carrier carrier) {
        Instant now = clock.now();
        if (!messages.take(message, now.plus(TAKEN_FOR))) {
            return;
        }
        if (!message.isGoodAt(now)) {
            messages.notSent(message, MessageState.FAILED, now);
            return;
        }
        try {
            if (carrier.isSetUp() && !deployment.sandbox()) {
                carrier.carry(message);
            }
            messages.sent(message, clock.now());
        } catch (NotTaken refusal) {
            notSent(message, refusal);
        }
    }

    private void notSent(OutgoingMessage message, NotTaken refusal) {
        int attempts = message.attempts() + 1;
        Instant next = clock.now().plus(pause(attempts));
        boolean last = attempts >= MOST_ATTEMPTS || !message.isGoodAt(next);
        LOG.warn(
                "Message {} was not taken ({}), attempt {}: {}",
                message.id(),
                message.channel().value(),
                attempts,
                refusal.getMessage());
        messages.notSent(message, last ? MessageState.FAILED : MessageState.WAITING, next);
    }

    /** 5 s, 10 s, 20 s … up to four hours. */
    static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(5L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "5m")
    void sweep() {
        Instant before = clock.now().minus(KEPT);
        boolean more;
        do {
            more = messages.deleteBefore(before);
        } while (more);
    }
}
