package id.setia.access;

import java.time.Duration;
import java.util.Locale;

/** What is counted, how often it may happen, and in which time. */
public enum AttemptKind {
    SIGN_IN_ACCOUNT(10, Duration.ofMinutes(15)),
    SIGN_IN_ADDRESS(100, Duration.ofMinutes(15)),
    SETUP_ADDRESS(20, Duration.ofMinutes(15)),
    SECOND_FACTOR(5, Duration.ofMinutes(15)),
    PASSWORD_CHANGE(10, Duration.ofMinutes(15)),
    STAFF_LINK_ADDRESS(50, Duration.ofMinutes(15)),
    PASSWORD_LINK(3, Duration.ofHours(1)),
    MAIL_LINK_ADDRESS(20, Duration.ofHours(1)),
    ENROLMENT_ADDRESS(300, Duration.ofHours(1)),
    REAUTHENTICATION(10, Duration.ofMinutes(15)),
    CODES_ADDRESS(100, Duration.ofHours(1)),
    CODE_ADDRESS(200, Duration.ofMinutes(15)),
    MISSING_POINTS(3, Duration.ofDays(7)),
    PASSWORD_CHECK(10, Duration.ofMinutes(15)),
    RECEIPT_CODE_ADDRESS(300, Duration.ofMinutes(15)),
    RECEIPT_CLAIM_MEMBER(20, Duration.ofDays(1)),
    TILL_ENROLMENT(60, Duration.ofHours(1)),
    PARTNER_ENROLMENT(1_000, Duration.ofHours(1)),
    VOUCHER_CODE(30, Duration.ofMinutes(15)),
    CODE_SENT(5, Duration.ofHours(1)),
    PAIRING_ADDRESS(20, Duration.ofMinutes(15));

    private final int most;
    private final Duration window;

    AttemptKind(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    int most() {
        return most;
    }

    Duration window() {
        return window;
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
