package id.setia.messages;

import id.setia.access.Deployment;
import id.setia.kernel.SystemClock;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands waiting mails to the mail server. A mail is first taken by raising its count of attempts, so that of several nodes
 * one sends it; one that was taken and never finished is due again. Without a mail server, demo mode counts a mail as sent
 * once it can be read on the demo page, and any other deployment lets mails wait.
 */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class MailSender {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    private static final int AT_ONCE = 50;
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Messages messages;
    private final MailServer server;
    private final Deployment deployment;
    private final SystemClock clock;
    private final AtomicBoolean warned = new AtomicBoolean();

    MailSender(Messages messages, MailServer server, Deployment deployment, SystemClock clock) {
        this.messages = messages;
        this.server = server;
        this.deployment = deployment;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
    void sendDue() {
        if (!server.isSetUp() && !deployment.demo()) {
            warnOnce();
            return;
        }
        List<Mail> due;
        do {
            due = messages.due(clock.now(), AT_ONCE);
            due.forEach(this::send);
        } while (due.size() == AT_ONCE);
    }

    private void warnOnce() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("No mail server is set up: mails wait until SETIA_SMTP_URL names one");
        }
    }

    private void send(Mail mail) {
        if (!messages.take(mail, clock.now().plus(TAKEN_FOR))) {
            return;
        }
        try {
            if (server.isSetUp()) {
                server.send(mail);
            }
            messages.sent(mail, clock.now());
        } catch (MessagingException error) {
            notSent(mail, error);
        }
    }

    private void notSent(Mail mail, MessagingException error) {
        int attempts = mail.attempts() + 1;
        boolean last = attempts >= MOST_ATTEMPTS;
        LOG.warn(
                "Mail {} was not taken by the mail server, attempt {}: {}",
                mail.id(),
                attempts,
                error.getClass().getSimpleName());
        messages.notSent(mail, last ? MessageState.FAILED : MessageState.WAITING, clock.now().plus(pause(attempts)));
    }

    /** 5 s, 10 s, 20 s … up to four hours. */
    private static Duration pause(int attempts) {
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
